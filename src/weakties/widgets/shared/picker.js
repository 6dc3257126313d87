/** Sixty people as checkboxes, a group for each industry. Calls `change` with the ids picked. */
function picker(groups, places, change) {
  const boxes = new Map();
  const count = h("p", { role: "status", class: "wt-count" });
  const chosen = () => [...boxes].filter(([, box]) => box.checked).map(([id]) => id);
  const tell = (text = "") => say(count, `${chosen().length} of ${places} picked. ${text}`.trim());
  const toggled = (box) => {
    if (chosen().length > places) {
      box.checked = false;
      tell("Take somebody away first.");
      return;
    }
    tell();
    change(chosen());
  };
  const fieldsets = groups.map(({ industry, people }) =>
    h(
      "fieldset",
      {},
      h("legend", {}, industry),
      h(
        "div",
        {},
        ...people.map(({ id, name, about, work }) => {
          const box = h("input", { type: "checkbox", onchange: () => toggled(box) });
          boxes.set(id, box);
          const words = h("span", {}, h("strong", {}, name), h("span", {}, about), h("span", {}, work));
          return h("label", {}, box, words);
        }),
      ),
    ),
  );
  const list = h("div", { class: "wt-people", role: "region", tabindex: "0", "aria-label": "The sixty people" }, ...fieldsets);
  const set = (picks) => {
    const before = chosen();
    for (const [id, box] of boxes) box.checked = picks.includes(id);
    // Python may answer late, and with nothing new: then what was said last still holds.
    if (`${chosen()}` !== `${before}`) tell();
  };
  const toggle = (id) => {
    const box = boxes.get(id);
    box.checked = !box.checked;
    toggled(box);
  };
  tell();
  return { element: h("div", { class: "wt-picker" }, count, list), chosen, set, toggle };
}
