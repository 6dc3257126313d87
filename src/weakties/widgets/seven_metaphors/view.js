/** The metaphor, the ten, how many of them will be right, and how sure. */
function askFirst(ask, commit) {
  const questions = (keep) => {
    const picked = keep("picks");
    const full = (picks) => picked(picks.length === ask.places ? picks : undefined);
    const people = picker(ask.groups, ask.places, full);
    const fill = (picks) => () => {
      people.set(picks);
      full(picks);
    };
    const quick = (label, picks) => h("button", { type: "button", class: "wt-quiet", onclick: fill(picks) }, label);
    return [
      radios(ask.choose, ask.metaphors, { name: unique(), change: keep("goal") }),
      h(
        "div",
        { class: "wt-quick", role: "group", "aria-label": "Ways to pick quickly" },
        quick("Pick the ten best connected", ask.best_connected),
        quick("Pick nobody", []),
      ),
      people.element,
      h("label", { class: "wt-question" }, ask.expected, " ", countChoice(ask.places, keep("expected"))),
    ];
  };
  return predictFirst({
    title: "First, your guess",
    names: ["goal", "picks", "expected"],
    questions,
    action: "Commit to these ten",
    missing: `Choose a metaphor, pick ${ask.places} people, say how many will be on the list and how sure you are.`,
    commit,
  });
}

/** The dial with the list of its goal, the network, and a second goal laid over it. */
function dial(ask, spec, { turn, lay, mix, onward, again }) {
  const prefix = unique();
  const verdict = h("p");
  const meaning = [h("p"), h("p")];
  const status = h("p", { role: "status", class: "wt-status" });
  const finding = h("p", { role: "status" });
  const list = scrollingTable("The ten to write to first");
  const others = scrollingTable("What the other six lists share with it");
  const network = sociogram(spec);
  const mixed = slider(ask.together, mix);
  const goals = radios(ask.dial, ask.metaphors, { name: `${prefix}-goal`, change: turn });
  const none = { value: "", label: ask.none };
  const overlays = radios(ask.overlay, [none, ...ask.metaphors], { name: `${prefix}-overlay`, chosen: "", change: lay });
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "The dial is open"),
    verdict,
    goals,
    ...meaning,
    overlays,
    status,
    list.frame,
    h("section", {}, h("h4", {}, spec.title), network.element),
    finding,
    others.frame,
    h(
      "details",
      {},
      h("summary", {}, "What this rests on, and what if it were otherwise?"),
      h("p", { class: "wt-note" }, ask.assumed),
      mixed.element,
    ),
    h(
      "div",
      { class: "wt-quick" },
      h("button", { type: "button", onclick: onward }, "Make a number of your own"),
      startAgain(again, "Start again with another guess", "Start again, without this guess?"),
    ),
  );
  const update = (view) => {
    say(verdict, view.verdict);
    view.meaning.forEach((text, place) => say(meaning[place], text));
    say(status, view.status);
    list.fill(ask.list_header, view.rows);
    network.mark(view.marked);
    say(finding, view.finding);
    others.frame.hidden = view.others.length === 0;
    others.fill(ask.lists_header, view.others);
  };
  const choose = (fieldset, value) => {
    for (const input of fieldset.querySelectorAll("input")) input.checked = input.value === value;
  };
  const set = ({ goal, overlay, together }) => {
    choose(goals, goal);
    choose(overlays, overlay);
    mixed.set(together);
  };
  return { element, update, set };
}

/** A number of one's own, and what one expects to be left of the goal. */
function makeNumber(ask, { commit, back }) {
  const prefix = unique();
  const draft = {};
  const committing = commitButton("Let somebody game it", {
    complete: () => Boolean(draft.name && draft.what && draft.form && draft.left !== undefined),
    missing: "Give it a name, say what it counts and how, and how much of the goal will be left.",
    commit: () => commit({ ...draft }),
  });
  const set = (name) => (value) => {
    draft[name] = value;
    committing.check();
  };
  const name = h("input", {
    type: "text",
    maxlength: String(ask.longest),
    autocomplete: "off",
    oninput: () => set("name")(name.value.trim()),
  });
  const left = h("input", {
    type: "number",
    min: "0",
    max: "100",
    step: "1",
    oninput: () => set("left")(left.value !== "" && left.validity.valid ? Number(left.value) : undefined),
  });
  const meaning = [h("p"), h("p")];
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "A number of your own"),
    h("p", {}, ask.number_introduction),
    ...meaning,
    h("label", { class: "wt-question" }, ask.name, name),
    radios(ask.what, ask.things, { name: `${prefix}-what`, change: set("what") }),
    radios(ask.form, ask.forms, { name: `${prefix}-form`, change: set("form") }),
    h("label", { class: "wt-question" }, ask.left, left),
    committing.button,
    committing.note,
    h("button", { type: "button", class: "wt-quiet", onclick: back }, "Back to the dial"),
  );
  const update = (view) => view.meaning.forEach((text, place) => say(meaning[place], text));
  return { element, update };
}

/** What three moves make of the number, and guards to put on it. */
function games(ask, { guard, another, back }) {
  const result = h("p");
  const status = h("p", { role: "status", class: "wt-status" });
  const table = scrollingTable("Three moves");
  const boxes = ask.guards.map(({ value }) =>
    h("input", { type: "checkbox", value, onchange: () => guard(boxes.filter((box) => box.checked).map((box) => box.value)) }),
  );
  const labels = ask.guards.map(({ label }, place) => h("label", {}, boxes[place], label));
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "Three moves later"),
    result,
    h("fieldset", { class: "wt-column" }, h("legend", {}, ask.guards_legend), h("div", {}, ...labels)),
    status,
    table.frame,
    h("details", {}, h("summary", {}, "What this rests on"), h("p", { class: "wt-note" }, ask.gamed_assumed)),
    h(
      "div",
      { class: "wt-quick" },
      h("button", { type: "button", class: "wt-quiet", onclick: another }, "Make another number"),
      h("button", { type: "button", class: "wt-quiet", onclick: back }, "Back to the dial"),
    ),
  );
  const update = (view) => {
    say(result, view.result);
    say(status, view.status);
    table.fill(ask.gamed_header, view.rows);
  };
  const set = ({ guards }) => {
    for (const box of boxes) box.checked = guards.includes(box.value);
  };
  return { element, update, set };
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = sender(model);
  // Python answers a place with the same name only if it is sent as a change.
  const go = (place) => () => {
    if (model.get("place") === place) send({ place: "dial" });
    send({ place });
  };
  const parts = {
    ask: () => askFirst(ask, (prediction) => send({ prediction })),
    dial: () =>
      dial(ask, model.get("network"), {
        turn: (goal) => send({ goal }),
        lay: (overlay) => send({ overlay }),
        mix: (together) => send({ together }),
        onward: go("number"),
        again: () => send({ restart: model.get("restart") + 1 }),
      }),
    number: () => makeNumber(ask, { commit: (number) => send({ number }), back: go("dial") }),
    gamed: () => games(ask, { guard: (guards) => send({ guards }), another: go("number"), back: go("dial") }),
  };
  const root = stage("wt-seven-metaphors", ask.title, ask.introduction);
  el.append(root);

  const traits = ["goal", "overlay", "together", "guards"];
  return inStages(model, root, parts, {
    traits,
    follow: (part) => part.set?.(Object.fromEntries(traits.map((name) => [name, model.get(name)]))),
  });
}

export default { render };
