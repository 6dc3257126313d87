const askFirst = (ask, commit) =>
  predictFirst({
    title: "Before you start",
    names: ["left"],
    questions: (keep) => [
      h("label", { class: "wt-number" }, ask.prediction, countChoice(ask.most, keep("left"))),
    ],
    action: "Commit and begin day 0",
    missing: "Answer both first: how many points, and how sure.",
    commit,
  });

/** A number of ten with the button that commits it; `clear` forgets what was chosen. */
function ofTen(label, commit) {
  let chosen;
  const { button, note, check } = commitButton(label, {
    complete: () => chosen !== undefined,
    missing: "Choose a number of ten first.",
    commit: () => commit(chosen),
  });
  const choose = (value) => {
    chosen = value;
    check();
  };
  const list = countChoice(10, choose);
  const clear = () => {
    list.value = "";
    choose(undefined);
  };
  return { list, button, note, clear };
}

/** The question before an ask. It opens and closes without Python; `send` gets a number of ten. */
function beforeAsking(send, close) {
  const question = h("span");
  const answer = ofTen("Ask now", send);
  const cancel = h("button", { type: "button", class: "wt-quiet", onclick: close }, "Not now");
  const element = h(
    "div",
    { class: "wt-before", hidden: true },
    h("label", { class: "wt-number" }, question, answer.list),
    h("div", { class: "wt-buttons" }, answer.button, cancel),
    answer.note,
  );
  const open = (words) => {
    answer.clear();
    say(question, words);
    element.hidden = false;
    answer.list.focus();
  };
  return { element, open, hide: () => { element.hidden = true; } };
}

/** The ninety days. Waiting needs no Python: `view.ahead` holds the days that can follow. */
function days(ask, { act, finish }) {
  let [view, day, pressed, settled] = [null, 0, null, true];
  // What was pressed while Python had yet to say what came of the press before: it is kept till then.
  const later = [];
  const inTurn = (what) => (settled ? what() : later.push(what));
  const today = h("strong");
  const warmth = h("span");
  const level = h("span");
  const bar = h("span", { class: "wt-meter", "aria-hidden": "true" }, level);
  const news = h("ul", { class: "wt-feed" });
  const chart = h("div");
  const status = h("p", { role: "status", class: "wt-status" });
  const waited = h("p", { role: "status", class: "wt-unseen" });
  const silence = h("p", { class: "wt-note" });
  const log = scrollingTable("What you did");
  const newsOn = (n) => ask.news.find((item) => item.day === n);
  const before = beforeAsking(
    (expected) => send(pressed, expected),
    () => leave(),
  );
  const leave = () => {
    before.hide();
    if (pressed) buttons[pressed.what].focus();
  };
  const send = (action, expected) => {
    settled = false;
    const returning = !before.element.hidden;
    before.hide();
    if (returning) buttons[action.what].focus();
    act({ day, what: action.what, expected });
  };
  const press = (action) => {
    if (view.over) return;
    pressed = action;
    if (action.question) before.open(`Day ${day}. ${action.question}`);
    else send(action, null);
  };
  const buttons = Object.fromEntries(
    ask.actions.map((action) => [
      action.what,
      h("button", { type: "button", class: "wt-quiet", onclick: () => inTurn(() => press(action)) }, action.label),
    ]),
  );
  const wait = (most) => {
    if (view.over) return;
    before.hide();
    for (let n = 0; n < most && day < ask.days; n += 1) {
      day += 1;
      if (newsOn(day)) break;
    }
    draw();
    const fresh = newsOn(day);
    say(waited, `Day ${day}, warmth ${view.ahead[day - view.day]}. ${fresh ? fresh.text : ""}`);
  };
  const waiting = [
    h("button", { type: "button", onclick: () => inTurn(() => wait(1)) }, "Wait a day"),
    h("button", { type: "button", onclick: () => inTurn(() => wait(7)) }, "Wait a week, or until there is news"),
  ];
  const end = h("button", { type: "button", class: "wt-quiet", onclick: () => inTurn(finish) });
  const draw = () => {
    const left = view.ahead.length ? view.ahead[day - view.day] : undefined;
    say(today, view.over ? `Day ${Math.min(day, ask.days)}` : `Day ${day} of ${ask.days}`);
    say(warmth, left === undefined ? "" : `warmth ${left} of 100`);
    level.style.width = `${left ?? 0}%`;
    const shift = (ask.across * Math.min(day, ask.days)) / ask.days;
    chart.querySelector(".wt-now").setAttribute("transform", `translate(${shift} 0)`);
    const known = ask.news.filter((item) => item.day <= day);
    news.replaceChildren(
      ...known.map((item) => h("li", {}, h("span", {}, `Day ${item.day}`), ` ${item.text}`)),
    );
    news.hidden = !known.length;
    const off = String(view.over);
    for (const button of [...Object.values(buttons), ...waiting]) button.setAttribute("aria-disabled", off);
    const last = String(view.over || day >= ask.days);
    for (const button of waiting) button.setAttribute("aria-disabled", last);
    say(end, view.over ? "See what became of it" : `Do nothing more until day ${ask.days}`);
  };
  const update = (next) => {
    view = next;
    day = next.day;
    settled = true;
    show(chart, next.chart);
    say(status, next.status);
    say(silence, next.silence);
    log.fill(ask.log_header, next.log);
    log.frame.hidden = !next.log.length;
    draw();
    while (settled && later.length) later.shift()();
  };
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "Ninety days"),
    h("p", { class: "wt-today" }, today, warmth, bar),
    news,
    h(
      "div",
      { class: "wt-buttons", role: "group", "aria-label": "What you can do today" },
      ...Object.values(buttons),
    ),
    h("p", { class: "wt-note" }, ask.asked),
    before.element,
    h("div", { class: "wt-buttons", role: "group", "aria-label": "Let time pass" }, ...waiting, end),
    waited,
    status,
    chart,
    silence,
    log.frame,
  );
  return { element, update };
}

/** What was done, with its curve; nothing in it can be changed. */
function whatWasDone(ask) {
  const chart = h("div");
  const log = scrollingTable("What you did");
  const update = (view) => {
    show(chart, view.chart);
    chart.querySelector(".wt-now").remove();
    log.fill(ask.log_header, view.log);
    log.frame.hidden = !view.log.length;
  };
  return { parts: [chart, log.frame], update };
}

function guessing(ask, commit) {
  const done = whatWasDone(ask);
  const answer = ofTen("Commit and see the year", commit);
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "The ninety days are over"),
    h("label", { class: "wt-number" }, ask.guess, answer.list),
    answer.button,
    answer.note,
    ...done.parts,
  );
  return { element, update: done.update };
}

function year(ask, { change, again }) {
  const result = h("p", { role: "status", class: "wt-status" });
  const [silence, moral] = [h("p"), h("p")];
  const chart = h("div");
  const years = scrollingTable("The year, if nothing follows");
  const biases = scrollingTable("What was expected, and what holds here");
  const done = whatWasDone(ask);
  const sliders = Object.fromEntries(
    ask.settings.map((setting) => [setting.field, slider(setting, (value) => change(setting.field, value))]),
  );
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "The year"),
    result,
    chart,
    years.frame,
    silence,
    biases.frame,
    moral,
    h(
      "details",
      {},
      h("summary", {}, "What this rests on, and what if it were otherwise?"),
      ...ask.assumed.map((text) => h("p", { class: "wt-note" }, text)),
      h("div", { class: "wt-sliders" }, ...Object.values(sliders).map((made) => made.element)),
    ),
    h("details", {}, h("summary", {}, "Your ninety days"), ...done.parts),
    startAgain(again, "Start again, with other luck", "Start again, without this year?"),
  );
  const update = (view) => {
    done.update(view);
    show(chart, view.year_chart);
    years.fill(ask.year_header, view.years);
    biases.fill(ask.bias_header, view.biases);
    say(silence, view.silence);
    say(moral, view.moral);
    say(result, view.result);
  };
  const set = (planted) => {
    for (const [field, made] of Object.entries(sliders)) made.set(planted[field]);
  };
  return { element, update, set };
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = sender(model);
  const parts = {
    ask: () => askFirst(ask, (prediction) => send({ prediction })),
    play: () =>
      days(ask, {
        act: (move) => send({ moves: [...model.get("moves"), move] }),
        finish: () => send({ finished: true }),
      }),
    guess: () => guessing(ask, (guess) => send({ guess })),
    year: () =>
      year(ask, {
        change: (field, value) => send({ planted: { ...model.get("planted"), [field]: value } }),
        again: () => send({ restart: model.get("restart") + 1 }),
      }),
  };
  const root = stage("wt-after-the-click", ask.title, ask.introduction);
  el.append(root);

  return inStages(model, root, parts, {
    traits: ["planted"],
    follow: (part) => part.set?.(model.get("planted")),
  });
}

export default { render };
