// A slider reports its value once the hand rests.
const SETTLED_MS = 60;

/** A native slider with its value in words. `send` gets a number once the hand rests. */
function slider({ label, unit, limits }, send) {
  let timer = null;
  const [min, max] = limits;
  const id = unique();
  // Read out with the slider itself, as its value.
  const shown = h("span", { class: "wt-value", "aria-hidden": "true" });
  const input = h("input", { type: "range", id, min, max, step: 1 });
  const set = (value) => {
    if (Number(input.value) !== value && timer === null) input.value = value;
    write();
  };
  const write = () => {
    const counted = input.value === "1" ? unit.replace(/s$/, "") : unit;
    const text = `${input.value}${unit && (unit.startsWith("%") ? "" : " ")}${counted}`;
    say(shown, text);
    input.setAttribute("aria-valuetext", text);
  };
  input.addEventListener("input", () => {
    write();
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      send(Number(input.value));
    }, SETTLED_MS);
  });
  const heading = h("span", {}, h("label", { for: id }, label), " ", shown);
  return { element: h("div", { class: "wt-slider" }, heading, input), set };
}
