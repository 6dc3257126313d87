const DECISIONS = [
  ["accept", "Accept"],
  ["ask", "Ask first"],
  ["decline", "Decline"],
];

const askFirst = (ask, commit) =>
  predictFirst({
    title: "Before you start",
    names: ["good"],
    questions: (keep) => [
      h("label", { class: "wt-number" }, ask.prediction, countChoice(10, keep("good"))),
    ],
    action: "Commit and open the inbox",
    missing: "Answer both first: how many of ten, and how sure.",
    commit,
  });

/** One request after the other; the three buttons stay, so that the focus does. */
function requests(ask, { decide, question }) {
  let settled = false;
  const progress = h("p", { class: "wt-note" });
  const name = h("strong");
  const headline = h("span");
  const facts = h("dl");
  const reply = h("p", { class: "wt-reply" });
  const status = h("p", { role: "status", class: "wt-unseen" });
  const press = (decision) => {
    const button = buttons[decision];
    if (!settled || button.getAttribute("aria-disabled") === "true") return;
    settled = false;
    if (decision === "ask") question();
    else decide(decision);
  };
  const buttons = Object.fromEntries(
    DECISIONS.map(([value, label]) => [
      value,
      h("button", { type: "button", class: "wt-quiet", onclick: () => press(value) }, label),
    ]),
  );
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "The inbox"),
    progress,
    h("div", { class: "wt-request" }, h("p", { class: "wt-who" }, name, headline), facts, reply),
    h("div", { class: "wt-buttons" }, ...Object.values(buttons)),
    h("p", { class: "wt-note" }, ask.note),
    status,
  );
  const update = (view) => {
    settled = true;
    say(progress, view.progress);
    say(name, view.name);
    say(headline, view.headline);
    facts.replaceChildren(
      ...view.facts.map(([term, shown]) => h("div", {}, h("dt", {}, term), h("dd", {}, shown))),
    );
    say(reply, view.reply);
    reply.hidden = !view.reply;
    buttons.ask.setAttribute("aria-disabled", String(Boolean(view.reply)));
    const shown = view.facts.map(([term, value]) => `${term}: ${value}`).join(". ");
    say(status, view.reply || `${view.progress} ${view.name}, ${view.headline}. ${shown}.`);
  };
  return { element, update };
}

/** The confusion matrix and the list of all thirty. */
function byHand(ask) {
  const matrix = scrollingTable("Your decisions, in requests");
  const list = scrollingTable("All thirty requests");
  const summary = h("p");
  matrix.frame.classList.add("wt-matrix");
  const parts = [
    summary,
    matrix.frame,
    h("details", {}, h("summary", {}, "What each of the thirty was"), list.frame),
  ];
  const update = (view) => {
    say(summary, view.status);
    matrix.fill(ask.matrix_header, view.matrix);
    list.fill(ask.list_header, view.rows);
  };
  return { parts, summary, update };
}

function record(ask, open) {
  const { parts, summary, update } = byHand(ask);
  summary.setAttribute("role", "status");
  summary.classList.add("wt-status");
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "Your record, by hand"),
    ...parts,
    h("p", {}, "You had a feeling for each of them. Could you write it down as a rule?"),
    h("button", { type: "button", onclick: open }, "Make a rule"),
  );
  return { element, update };
}

function desk(ask, { change, guess, attack, again }) {
  const prefix = unique();
  const sliders = {};
  const group = (trait, descriptions) =>
    descriptions.map((description) => {
      const made = slider(description, (value) => change(trait, description.field, value));
      sliders[`${trait}.${description.field}`] = made;
      return made.element;
    });
  const rests = radios("All others", ask.rests, {
    name: `${prefix}-rest`,
    change: (value) => change("rule", "rest", value),
  });
  const result = h("p", { role: "status", class: "wt-status" });
  const chart = h("div");
  const best = h("p");
  const threshold = h("p", { class: "wt-note" });
  const policies = scrollingTable("Policies compared");
  const attackers = answering(ask, prefix, { guess, attack });
  const { parts, update: updateRecord } = byHand(ask);
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "Now make a rule"),
    h(
      "div",
      { class: "wt-desk" },
      h(
        "div",
        {},
        h("fieldset", {}, h("legend", {}, "Accept with"), ...group("rule", ask.rule)),
        rests,
        h("fieldset", {}, h("legend", {}, "What is at stake"), ...group("stakes", ask.stakes)),
        h(
          "fieldset",
          {},
          h("legend", {}, "What we assume; change it"),
          ...group("stakes", ask.assumptions),
        ),
      ),
      h("div", {}, result, chart, best, threshold),
    ),
    policies.frame,
    attackers.element,
    h("details", {}, h("summary", {}, "Your thirty decisions by hand"), ...parts),
    h("button", { type: "button", class: "wt-quiet", onclick: again }, "Start again"),
  );
  const set = (rule, stakes, side) => {
    for (const [name, made] of Object.entries(sliders)) {
      const [trait, field] = name.split(".");
      made.set((trait === "rule" ? rule : stakes)[field]);
    }
    for (const input of rests.querySelectorAll("input")) input.checked = input.value === rule.rest;
    attackers.set(side);
  };
  const update = (view) => {
    updateRecord(view);
    show(chart, view.chart);
    say(best, view.best);
    say(threshold, view.threshold);
    policies.fill(ask.policy_header, view.policies);
    attackers.update(view.attack);
    say(result, view.result);
  };
  return { element, update, set };
}

/** First a guess, then attackers that have adapted, and a switch between both kinds. */
function answering(ask, prefix, { guess, attack }) {
  let chosen = null;
  const locked = h("p", { class: "wt-note" });
  const missing = h("p", { class: "wt-note", role: "status" });
  const button = h("button", { type: "button", "aria-disabled": "true" }, "Commit and let them adapt");
  const guesses = radios(ask.guess, ask.guesses, {
    name: `${prefix}-guess`,
    kind: "wt-column",
    change: (value) => {
      chosen = value;
      button.setAttribute("aria-disabled", "false");
      say(missing, "");
    },
  });
  button.addEventListener("click", () => {
    if (chosen) guess(chosen);
    else say(missing, "Choose what you expect first.");
  });
  const question = h("div", {}, guesses, button, missing);
  const goesAlong = focusGoesAlong(question);
  const verdict = h("p", { class: "wt-status", tabindex: "-1" });
  const sides = radios(
    "Attackers",
    ["as they are", "adapted"].map((value) => ({ value, label: value })),
    { name: `${prefix}-attackers`, change: attack },
  );
  const answer = h("div", {}, verdict, sides, h("p", { class: "wt-note" }, ask.adapted_note));
  const element = h("section", {}, h("h4", {}, "Attackers adapt"), locked, question, answer);
  const update = (view) => {
    const withFocus = Boolean(view.verdict) && !question.hidden && goesAlong();
    say(locked, view.locked);
    locked.hidden = !view.locked;
    question.hidden = Boolean(view.locked || view.verdict);
    answer.hidden = !view.verdict;
    say(verdict, view.verdict);
    if (withFocus) verdict.focus();
  };
  const set = (side) => {
    for (const input of sides.querySelectorAll("input")) input.checked = input.value === side;
  };
  return { element, update, set };
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = sender(model);
  const parts = {
    ask: () => askFirst(ask, (prediction) => send({ prediction })),
    inbox: () =>
      requests(ask, {
        decide: (decision) => send({ decisions: [...model.get("decisions"), decision] }),
        question: () => send({ asked: [...model.get("asked"), model.get("decisions").length] }),
      }),
    record: () => record(ask, () => send({ opened: true })),
    desk: () =>
      desk(ask, {
        change: (trait, field, value) => send({ [trait]: { ...model.get(trait), [field]: value } }),
        guess: (value) => send({ guess: value }),
        attack: (value) => send({ attackers: value }),
        again: () => send({ restart: model.get("restart") + 1 }),
      }),
  };
  const root = stage("wt-inbox", ask.title, ask.introduction);
  el.append(root);

  return inStages(model, root, parts, {
    traits: ["rule", "stakes", "attackers"],
    follow: (part) => part.set?.(model.get("rule"), model.get("stakes"), model.get("attackers")),
  });
}

export default { render };
