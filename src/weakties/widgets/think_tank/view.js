/** What to answer before the gauges open: how many new things, how sure. */
function askFirst(ask, chosen, commit) {
  const prefix = unique();
  const draft = {};
  const missing = h("p", { class: "wt-note", role: "status" });
  const button = h("button", { type: "button", "aria-disabled": "true" }, "Commit to these twelve");
  const problem = () => {
    if (chosen().length !== ask.places) return `Pick ${ask.places} people first.`;
    if (draft.expected === undefined) return "Write down how many new things you expect.";
    return draft.sure ? "" : "Say how sure you are.";
  };
  const note = () => {
    button.setAttribute("aria-disabled", String(problem() !== ""));
    say(missing, "");
  };
  const number = h("input", {
    type: "number",
    min: "0",
    max: String(ask.most),
    step: "any",
    inputmode: "decimal",
    oninput: () => {
      const valid = number.value !== "" && number.validity.valid;
      draft.expected = valid ? Number(number.value) : undefined;
      note();
    },
  });
  button.addEventListener("click", () => {
    if (problem()) say(missing, problem());
    else commit({ picks: chosen(), expected: draft.expected, sure: draft.sure });
  });
  const element = h(
    "div",
    { class: "wt-ask" },
    h("label", { class: "wt-number" }, ask.expectation, number),
    sureness(`${prefix}-sure`, (sure) => { draft.sure = sure; note(); }),
    button,
    missing,
  );
  return { element, note };
}

function gaugeTable() {
  const body = h("tbody");
  const column = (text) => h("th", { scope: "col" }, text);
  const table = h(
    "table",
    { class: "wt-gauges" },
    h("caption", {}, "Gauges"),
    h("thead", {}, h("tr", {}, column("Gauge"), column("Value"), column("What it says"))),
    body,
  );
  const fill = (gauges) =>
    body.replaceChildren(
      ...gauges.map(({ name, value, share, note }) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, name),
          h(
            "td",
            {},
            value,
            h("span", { class: "wt-bar", "aria-hidden": "true" }, h("span", { style: `width:${100 * share}%` })),
          ),
          h("td", { class: "wt-note" }, note),
        ),
      ),
    );
  return { table, fill };
}

function sliders(settings, values, change) {
  const rows = settings.map(({ name, label, least, most, step }) => {
    const shown = h("span", {}, String(values()[name]));
    const input = h("input", {
      type: "range",
      min: String(least),
      max: String(most),
      step: String(step),
      value: String(values()[name]),
      oninput: () => say(shown, input.value),
      onchange: () => change({ ...values(), [name]: Number(input.value) }),
    });
    return { name, input, shown, label: h("label", {}, h("span", {}, label, ": ", shown), input) };
  });
  const set = (now) => {
    for (const { name, input, shown } of rows) {
      input.value = String(now[name]);
      say(shown, String(now[name]));
    }
  };
  return { element: h("div", { class: "wt-sliders" }, ...rows.map(({ label }) => label)), set };
}

/** The one question that the twelve turn on: from how many other industries they come. */
function oneSlider(label, most, change) {
  const shown = h("span");
  const input = h("input", {
    type: "range",
    min: "0",
    max: String(most),
    step: "1",
    oninput: () => say(shown, input.value),
    onchange: () => change(Number(input.value)),
  });
  const set = (now) => {
    input.value = String(now);
    say(shown, String(now));
  };
  const element = h("div", { class: "wt-sliders wt-mix" }, h("label", {}, h("span", {}, label, ": ", shown), input));
  return { element, set };
}

/** The gauges and what to compare with. `update` shows a new state. */
function openDesk(ask, { mine, pick, assumptions, assume }) {
  const heading = h("h4", { tabindex: "-1" }, "The gauges are open");
  const verdict = h("p");
  const status = h("p", { role: "status", class: "wt-status" });
  const gauges = gaugeTable();
  const choices = scrollingTable("Choices that you have looked at");
  const settings = sliders(ask.settings, assumptions, assume);
  const preset = (label, rule, picks) =>
    h("button", { type: "button", class: "wt-quiet", title: rule, onclick: () => pick(picks) }, label);
  const others = oneSlider(ask.mix.label, ask.mix.picks.length - 1, (number) => pick(ask.mix.picks[number]));
  const side = h(
    "div",
    {},
    h(
      "div",
      { class: "wt-presets", role: "group", "aria-label": "Ready-made choices" },
      preset("Your first twelve", "what you committed to", mine),
      ...ask.presets.map(({ label, rule, picks }) => preset(label, rule, picks)),
    ),
    others.element,
    status,
    gauges.table,
  );
  const assumed = h(
    "details",
    {},
    h("summary", {}, "What this rests on, and what if it were otherwise?"),
    h("p", { class: "wt-note" }, ask.assumed),
    settings.element,
  );
  const update = (state) => {
    say(verdict, state.verdict);
    say(status, `${state.status} ${state.locked}`);
    others.set(state.others);
    gauges.fill(state.gauges);
    choices.fill(state.header, state.rows);
  };
  return { heading, verdict, side, below: [assumed, choices.frame], update, settings };
}

function whatASearchFinds() {
  const moral = h("p");
  const attention = h("p");
  const names = h("p", { class: "wt-note" });
  const table = scrollingTable("Ready-made choices and a search, under the assumptions set above");
  const look = h("button", { type: "button", class: "wt-quiet" }, "Put these twelve on the gauges");
  const element = h(
    "section",
    {},
    h("h4", {}, "What a search finds"),
    moral,
    table.frame,
    attention,
    names,
    look,
  );
  const update = (state) => {
    say(moral, state.moral);
    say(attention, state.attention);
    say(names, `The search found: ${state.names}.`);
    table.fill(state.header, state.rows);
  };
  return { element, update, look };
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = sender(model);
  const root = stage("wt-think-tank", ask.title, ask.question);
  let desk = null;
  let network = null;
  let reveal = null;
  const people = picker(ask.groups, ask.places, (picks) => (desk ? send({ picks }) : question.note()));
  const question = askFirst(ask, people.chosen, (prediction) => send({ prediction }));
  const goesAlong = focusGoesAlong(question.element);
  const floor = h("div", { class: "wt-floor" }, people.element, question.element);
  root.append(floor);
  el.append(root);

  const update = () => {
    const state = model.get("desk");
    if (!state) return;
    if (desk === null) {
      const withFocus = goesAlong();
      desk = openDesk(ask, {
        mine: model.get("prediction").picks,
        pick: (picks) => send({ picks }),
        assumptions: () => model.get("assumptions"),
        assume: (assumptions) => send({ assumptions }),
      });
      root.insertBefore(h("section", {}, desk.heading, desk.verdict), floor);
      network = sociogram(model.get("network"), { onPick: people.toggle });
      // The sixty come last: whoever goes on with the Tab key has none of them to pass.
      const picture = h("div", {}, h("h4", {}, model.get("network").title), network.element);
      floor.replaceChildren(desk.side, picture);
      root.append(h("section", { class: "wt-open" }, people.element), ...desk.below);
      if (withFocus) desk.heading.focus();
    }
    desk.update(state);
    follow();
    if (model.get("reveal")) {
      if (reveal === null) {
        reveal = whatASearchFinds();
        reveal.look.addEventListener("click", () => send({ picks: model.get("reveal").picks }));
        root.append(reveal.element);
      }
      reveal.update(model.get("reveal"));
    }
  };
  function follow() {
    if (!desk) return;
    people.set(model.get("picks"));
    network.mark(model.get("picks"));
    desk.settings.set(model.get("assumptions"));
  }
  const handlers = {
    "change:desk": update,
    "change:reveal": update,
    "change:picks": follow,
    "change:assumptions": follow,
  };
  for (const [event, handler] of Object.entries(handlers)) model.on(event, handler);
  update();
  return () => {
    for (const [event, handler] of Object.entries(handlers)) model.off(event, handler);
  };
}

export default { render };
