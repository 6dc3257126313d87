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
  const signs = scrollingTable("How many of those with a sign are good");
  const summary = h("p");
  matrix.frame.classList.add("wt-matrix");
  const parts = [
    summary,
    matrix.frame,
    h("details", {}, h("summary", {}, "What each of the thirty was"), list.frame),
    signs.frame,
  ];
  const update = (view) => {
    say(summary, view.status);
    matrix.fill(ask.matrix_header, view.matrix);
    list.fill(ask.list_header, view.rows);
    signs.fill(ask.signs_header, view.signs);
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

/** A number to commit before the policies are compared, and then what it was. */
function crossing(ask, { commit, low, high }) {
  let said = null;
  const { button, note, check } = commitButton("Commit and compare the policies", {
    complete: () => said !== null,
    missing: `Type a whole number of hours first, from ${low} to ${high}.`,
    commit: () => commit(said),
  });
  const input = h("input", { type: "number", min: low, max: high, step: 1 });
  input.addEventListener("input", () => {
    said = input.value !== "" && input.checkValidity() ? Number(input.value) : null;
    check();
  });
  const question = h("div", {}, h("label", { class: "wt-number" }, ask.crossing, input), button, note);
  const goesAlong = focusGoesAlong(question);
  const verdict = h("p", { class: "wt-status", tabindex: "-1" });
  const update = ({ crossed }) => {
    const withFocus = Boolean(crossed) && !question.hidden && goesAlong();
    question.hidden = Boolean(crossed);
    verdict.hidden = !crossed;
    say(verdict, crossed);
    if (withFocus) verdict.focus();
  };
  return { element: h("section", {}, question, verdict), update };
}

function desk(ask, { change, cross, guess, attack, again }) {
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
  const required = radios("The note", ask.required, {
    name: `${prefix}-sign`,
    kind: "wt-column",
    change: (value) => change("rule", "sign", value),
  });
  const [low, high] = ask.stakes.find(({ field }) => field === "cost").limits;
  const crossed = crossing(ask, { commit: cross, low, high });
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
        required,
        rests,
        h("fieldset", {}, h("legend", {}, "What is at stake"), ...group("stakes", ask.stakes)),
        h(
          "fieldset",
          {},
          h("legend", {}, "What we assume; change it"),
          ...group("stakes", ask.assumptions),
        ),
      ),
      h("div", {}, result, crossed.element, chart, best, threshold),
    ),
    policies.frame,
    attackers.element,
    h("details", {}, h("summary", {}, "Your thirty decisions by hand"), ...parts),
    startAgain(again, "Start again", "Start again, without these decisions?"),
  );
  const set = (rule, stakes, side) => {
    for (const [name, made] of Object.entries(sliders)) {
      const [trait, field] = name.split(".");
      made.set((trait === "rule" ? rule : stakes)[field]);
    }
    for (const input of rests.querySelectorAll("input")) input.checked = input.value === rule.rest;
    for (const input of required.querySelectorAll("input")) input.checked = input.value === rule.sign;
    attackers.set(side);
  };
  const update = (view) => {
    updateRecord(view);
    crossed.update(view);
    const compared = [chart, best, threshold, policies.frame];
    for (const part of compared) part.hidden = !view.crossed;
    if (view.crossed) {
      show(chart, view.chart);
      say(best, view.best);
      say(threshold, view.threshold);
      policies.fill(ask.policy_header, view.policies);
    }
    attackers.update(view.attack);
    say(result, view.result);
  };
  return { element, update, set };
}

/** One round of the attackers: a guess about it, then what became of the rule. */
function round(ask, prefix, k, guess) {
  let chosen = null;
  const { button, note, check } = commitButton("Commit and let them act", {
    complete: () => chosen !== null,
    missing: "Choose what you expect first.",
    commit: () => guess(chosen),
  });
  const guesses = radios(ask.rounds[k], ask.guesses, {
    name: `${prefix}-guess-${k}`,
    kind: "wt-column",
    change: (value) => {
      chosen = value;
      check();
    },
  });
  const question = h("div", {}, guesses, button, note);
  const goesAlong = focusGoesAlong(question);
  const verdict = h("p", { class: "wt-status", tabindex: "-1" });
  const update = ({ locked, verdicts }) => {
    const said = verdicts[k];
    const withFocus = Boolean(said) && !question.hidden && goesAlong();
    question.hidden = Boolean(locked) || k !== verdicts.length;
    verdict.hidden = !said;
    say(verdict, said ?? "");
    if (withFocus) verdict.focus();
  };
  return { element: h("div", {}, verdict, question), update };
}

/** The rounds, one after the other, and a switch between the attackers met so far. */
function answering(ask, prefix, { guess, attack }) {
  const locked = h("p", { class: "wt-note" });
  const rounds = ask.rounds.map((_, k) => round(ask, prefix, k, guess));
  const sides = radios(
    "Attackers",
    ask.sides.map((value) => ({ value, label: value })),
    { name: `${prefix}-attackers`, change: attack },
  );
  const after = h("div", {}, sides, h("p", { class: "wt-note" }, ask.adapted_note));
  const element = h(
    "section",
    {},
    h("h4", {}, "Attackers answer"),
    locked,
    ...rounds.map((each) => each.element),
    after,
  );
  const update = (attacked) => {
    say(locked, attacked.locked);
    locked.hidden = !attacked.locked;
    for (const each of rounds) each.update(attacked);
    const met = attacked.verdicts.length;
    after.hidden = !met;
    sides.querySelectorAll("input").forEach((input, k) => { input.disabled = k > met; });
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
        cross: (value) => send({ crossing: value }),
        guess: (value) => send({ guesses: [...model.get("guesses"), value] }),
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
