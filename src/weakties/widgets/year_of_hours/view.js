function askFirst(ask, commit) {
  const draft = {};
  const { button, note, check } = commitButton("Commit and plan your own year", {
    complete: () => draft.more && draft.sure,
    missing: "Answer both first: which way, and how sure.",
    commit: () => commit(draft),
  });
  const keep = (name) => (value) => {
    draft[name] = value;
    check();
  };
  const ways = ask.ways.flatMap(([name, what]) => [h("dt", {}, name), h("dd", {}, what)]);
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "Before you start"),
    h("dl", {}, ...ways),
    radios(ask.prediction, ask.choices, { name: `${unique()}-more`, change: keep("more") }),
    sureness(`${unique()}-sure`, keep("sure")),
    button,
    note,
  );
  return { element };
}

/** A whole number that is typed; `change` gets undefined while it is none. */
function wholeNumber({ question, most }, change) {
  const input = h("input", {
    type: "number",
    inputmode: "numeric",
    min: 0,
    max: most,
    step: 1,
    oninput: () => {
      const value = input.value === "" ? NaN : Number(input.value);
      change(Number.isInteger(value) && value >= 0 && value <= most ? value : undefined);
    },
  });
  return h("label", { class: "wt-number" }, question, input);
}

/** The hours of four quarters. All of it answers without Python until the plan is committed. */
function planning(ask, commit) {
  const plan = Array.from({ length: ask.quarters }, () => ask.activities.map(() => 0));
  const expected = {};
  const reading = plan.map(() => h("td"));
  const left = (quarter) => ask.hours - plan[quarter].reduce((sum, hours) => sum + hours, 0);
  const told = h("p", { class: "wt-note", role: "status" });
  const fits = () => plan.every((_, quarter) => left(quarter) >= 0);
  const { button, note, check } = commitButton("Commit and see the year", {
    complete: () => fits() && ask.expected.every(({ field }) => expected[field] !== undefined),
    missing: "Five hours a week at most, and a whole number for each of the two questions.",
    commit: () => commit({ plan, ...expected }),
  });
  const draw = () => {
    reading.forEach((cell, quarter) => say(cell, left(quarter) >= 0 ? String(left(quarter)) : "none"));
    const over = plan.map((_, quarter) => quarter).filter((quarter) => left(quarter) < 0);
    const parts = over.map((quarter) => `quarter ${quarter + 1} has ${ask.hours - left(quarter)} hours`);
    say(told, over.length ? `Too many: ${parts.join(", ")}, and a week has ${ask.hours}.` : "");
    check();
  };
  const lists = plan.map((week, quarter) =>
    ask.activities.map((activity, k) => {
      const list = h(
        "select",
        {
          "aria-label": `${activity}, quarter ${quarter + 1}`,
          onchange: () => {
            week[k] = Number(list.value);
            draw();
          },
        },
        ...Array.from({ length: ask.hours + 1 }, (_, n) => h("option", { value: n }, String(n))),
      );
      return list;
    }),
  );
  const set = (weeks) => {
    weeks.forEach((week, quarter) =>
      week.forEach((hours, k) => {
        plan[quarter][k] = hours;
        lists[quarter][k].value = String(hours);
      }),
    );
    draw();
  };
  const copy = h(
    "button",
    { type: "button", class: "wt-quiet", onclick: () => set(plan.map(() => [...plan[0]])) },
    "Do in every quarter what quarter 1 does",
  );
  const quarters = plan.map((_, quarter) => h("th", { scope: "col" }, `Quarter ${quarter + 1}`));
  const row = (name, cells) => h("tr", {}, h("th", { scope: "row" }, name), ...cells);
  const table = h(
    "table",
    { class: "wt-hours" },
    h("caption", {}, "Hours a week"),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "What"), ...quarters)),
    h(
      "tbody",
      {},
      ...ask.activities.map((activity, k) => row(activity, lists.map((week) => h("td", {}, week[k])))),
      row("Reading", reading),
    ),
  );
  const numbers = ask.expected.map((question) =>
    wholeNumber(question, (value) => {
      expected[question.field] = value;
      check();
    }),
  );
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "Your plan"),
    h("p", {}, ask.plan),
    h("div", { class: "wt-scroll", tabindex: "0", role: "region", "aria-label": "Hours a week" }, table),
    told,
    h("p", {}, copy),
    ...numbers,
    button,
    note,
  );
  let first = true;
  const update = (view) => {
    if (first) set(view.before ?? plan.map((week) => [...week]));
    first = false;
  };
  return { element, update };
}

/** What a year came to: the same before and after the assumptions are opened. */
function whatCame(ask) {
  const result = h("p", { role: "status", class: "wt-status" });
  const [own, slopes] = [h("p"), h("p", { class: "wt-note" })];
  const chart = h("div");
  const table = scrollingTable("After 52 weeks");
  const update = (view) => {
    say(result, view.result);
    say(own, view.own);
    say(slopes, view.slopes);
    show(chart, view.chart);
    table.fill(ask.header, view.rows);
  };
  return { parts: [result, own, chart, table.frame, slopes], update };
}

function again(replan) {
  return h("button", { type: "button", class: "wt-quiet", onclick: replan }, "Plan another year");
}

function year(ask, { commit, replan }) {
  const came = whatCame(ask);
  let chosen;
  const { button, note, check } = commitButton("Commit and open the assumptions", {
    complete: () => chosen !== undefined,
    missing: "Choose one of the seven first.",
    commit: () => commit(chosen),
  });
  const options = ask.settings.map(({ field, label }) => ({ value: field, label }));
  const choose = (value) => {
    chosen = value;
    check();
  };
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "The year"),
    ...came.parts,
    h("p", {}, again(replan)),
    radios(ask.guess, options, { name: `${unique()}-guess`, change: choose, kind: "wt-column" }),
    button,
    note,
  );
  return { element, update: came.update };
}

function world(ask, { change, replan }) {
  const came = whatCame(ask);
  const verdict = h("p", { role: "status", class: "wt-status" });
  const turns = scrollingTable("One assumption moved, all else the same");
  const sliders = Object.fromEntries(
    ask.settings.map((setting) => [setting.field, slider(setting, (value) => change(setting.field, value))]),
  );
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "What carries it"),
    verdict,
    turns.frame,
    h("div", { class: "wt-sliders" }, ...Object.values(sliders).map((made) => made.element)),
    ...came.parts,
    h("p", {}, again(replan)),
    h(
      "details",
      {},
      h("summary", {}, "What this rests on"),
      ...ask.assumed.map((text) => h("p", { class: "wt-note" }, text)),
    ),
  );
  const update = (view) => {
    came.update(view);
    say(verdict, view.verdict);
    turns.fill(ask.turn_header, view.turns);
  };
  const set = (planted) => {
    for (const [field, made] of Object.entries(sliders)) made.set(planted[field]);
  };
  return { element, update, set };
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = (state) => {
    for (const [name, value] of Object.entries(state)) model.set(name, value);
    model.save_changes();
  };
  const replan = () => send({ replanned: model.get("replanned") + 1 });
  const parts = {
    ask: () => askFirst(ask, (draft) => send({ prediction: { ...draft } })),
    plan: () => planning(ask, (made) => send({ years: [...model.get("years"), made] })),
    year: () => year(ask, { replan, commit: (guess) => send({ guess }) }),
    world: () =>
      world(ask, {
        replan,
        change: (field, value) => send({ planted: { ...model.get("planted"), [field]: value } }),
      }),
  };
  const root = stage("wt-year-of-hours", ask.title, ask.introduction);
  el.append(root);

  return inStages(model, root, parts, {
    traits: ["planted"],
    follow: (part) => part.set?.(model.get("planted")),
  });
}

export default { render };
