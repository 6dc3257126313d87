const KEYS = {
  mine: '<svg width="18" height="18" viewBox="-9 -9 18 18"><path class="wt-mark" d="M-7,0l7,-7l7,7l-7,7z"/></svg>',
  now: '<svg width="18" height="18" viewBox="-9 -9 18 18"><circle class="wt-mark" r="6"/></svg>',
};

/** The question: six photos, how sure, commit. Calls `commit` once with a complete answer. */
function askFirst(ask, commit) {
  const prefix = unique();
  const draft = {};
  const missing = h("p", { class: "wt-note", role: "status" });
  const button = h("button", { type: "button", "aria-disabled": "true" }, "Commit to this photo");
  const note = () => {
    button.setAttribute("aria-disabled", String(!(draft.photo && draft.sure)));
    say(missing, "");
  };
  const photos = radios(
    "Which photo?",
    ask.photos.map(({ value, svg }) => ({
      value,
      label: h("span", {}, h("span", { class: "wt-letter" }, `Photo ${value}`), picture(svg)),
    })),
    { name: `${prefix}-photo`, kind: "wt-cards", change: (photo) => { draft.photo = photo; note(); } },
  );
  button.addEventListener("click", () => {
    if (draft.photo && draft.sure) commit({ ...draft });
    else say(missing, draft.photo ? "Say how sure you are first." : "Choose a photo first.");
  });
  return h(
    "div",
    {},
    photos,
    sureness(`${prefix}-sure`, (sure) => { draft.sure = sure; note(); }),
    button,
    missing,
  );
}

/** The desk: both photos, the menus, the viewer, the scores. `update` shows a new state. */
function openStudio(ask, { viewer, composition, compose, look }) {
  const prefix = unique();
  const heading = h("h4", { tabindex: "-1" }, "The studio is open");
  const verdict = h("p");
  const status = h("p", { role: "status", class: "wt-status" });
  const chart = h("div");
  const table = scrollingTable("The panel's scores, from −5 to +5");
  const figures = Object.fromEntries(
    ["mine", "now"].map((kind) => {
      const key = h("span", { class: `wt-key wt-${kind}`, "aria-hidden": "true" });
      show(key, KEYS[kind]);
      const parts = { picture: h("span", { class: "wt-picture" }), caption: h("span") };
      parts.figure = h("figure", {}, parts.picture, h("figcaption", {}, key, parts.caption));
      return [kind, parts];
    }),
  );
  const menus = ask.menus.map(({ field, label, options }) => {
    const select = h(
      "select",
      { onchange: () => compose(field, select.value) },
      ...options.map((option) => h("option", { value: option.value }, option.label)),
    );
    return { field, select, label: h("label", {}, label, select) };
  });
  const viewers = radios("Who looks at it?", ask.viewers, { name: `${prefix}-viewer`, chosen: viewer, change: look });
  const element = h(
    "section",
    {},
    heading,
    verdict,
    h(
      "div",
      { class: "wt-desk" },
      h(
        "div",
        {},
        h("div", { class: "wt-pair" }, figures.mine.figure, figures.now.figure),
        h("div", { class: "wt-menus" }, ...menus.map(({ label }) => label)),
      ),
      h(
        "div",
        {},
        viewers,
        chart,
        status,
        h("p", { class: "wt-note" }, "Mark: mean of 200 simulated raters. Bracket: 95% interval of that mean. Thin line: one SD of the raters to each side."),
      ),
    ),
    table.frame,
  );
  const set = (values, seenBy) => {
    for (const { field, select } of menus) if (select.value !== values[field]) select.value = values[field];
    for (const input of viewers.querySelectorAll("input")) input.checked = input.value === seenBy;
  };
  const update = (state) => {
    say(verdict, state.verdict);
    for (const kind of ["mine", "now"]) {
      show(figures[kind].picture, state[kind].svg);
      say(figures[kind].caption, state[kind].caption);
    }
    show(chart, state.chart);
    table.fill(state.header, state.rows);
    say(status, `${state.status} ${state.locked}`);
  };
  set(composition, viewer);
  return { element, heading, update, set };
}

function whatWouldHaveWon({ winners, moral, note, header, rows }) {
  const table = scrollingTable("Planted effects, in points");
  table.fill(header, rows);
  return h(
    "details",
    { class: "wt-won" },
    h("summary", {}, "What would have won?"),
    h("p", {}, moral),
    h(
      "div",
      { class: "wt-winners" },
      ...winners.map(({ viewer, svg, best, mine }) =>
        h(
          "figure",
          {},
          picture(svg),
          h("figcaption", {}, h("strong", {}, viewer), h("span", {}, best), h("span", {}, mine)),
        ),
      ),
    ),
    h("details", {}, h("summary", {}, "What we planted"), h("p", { class: "wt-note" }, note), table.frame),
  );
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = sender(model);
  const root = stage("wt-photo-studio", ask.title, ask.question);
  const question = askFirst(ask, (prediction) => send({ prediction }));
  const goesAlong = focusGoesAlong(question);
  root.append(question);
  el.append(root);

  let desk = null;
  let revealed = false;
  const update = () => {
    const state = model.get("studio");
    if (!state) return;
    const first = desk === null;
    if (first) {
      const withFocus = goesAlong();
      desk = openStudio(ask, {
        viewer: model.get("viewer"),
        composition: model.get("composition"),
        compose: (field, value) => send({ composition: { ...model.get("composition"), [field]: value } }),
        look: (viewer) => send({ viewer }),
      });
      question.replaceWith(desk.element);
      desk.update(state);
      if (withFocus) desk.heading.focus();
    } else {
      desk.update(state);
    }
    if (!revealed && model.get("reveal")) {
      revealed = true;
      root.append(whatWouldHaveWon(model.get("reveal")));
    }
  };
  const follow = () => desk?.set(model.get("composition"), model.get("viewer"));
  const wait = () => say(question.querySelector("[role=status]"), model.get("waits"));
  const handlers = { "change:waits": wait, "change:studio": update, "change:reveal": update, "change:composition": follow, "change:viewer": follow };
  for (const [event, handler] of Object.entries(handlers)) model.on(event, handler);
  update();
  return () => {
    for (const [event, handler] of Object.entries(handlers)) model.off(event, handler);
  };
}

export default { render };
