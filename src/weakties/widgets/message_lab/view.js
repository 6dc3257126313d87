/** What was committed, in three lines. */
function committed(view) {
  return h("div", {}, h("p", { class: "wt-made" }, view.a), h("p", { class: "wt-made" }, view.b), h("p", {}, view.predicted));
}

function plan(ask, view, start) {
  let sends = null;
  const missing = h("p", { class: "wt-note", role: "status" });
  const button = h("button", { type: "button", "aria-disabled": "true" }, "Start the race");
  const change = (value) => {
    sends = Number(value);
    button.setAttribute("aria-disabled", "false");
    say(missing, "");
  };
  button.addEventListener("click", () => {
    if (sends) start(sends);
    else say(missing, "Choose a number first.");
  });
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "How many?"),
    committed(view),
    radios(ask.sends, ask.numbers, { name: unique(), change }),
    h("p", { class: "wt-note" }, ask.sends_note),
    button,
    missing,
  );
  return { element };
}

function result(ask, { replay, again }) {
  const status = h("p", { class: "wt-status" });
  const predicted = h("p");
  const stopped = h("p", { class: "wt-note" });
  const replayed = h("p", { class: "wt-status", role: "status" });
  const chart = h("div");
  const needed = h("p");
  const chances = scrollingTable("How often each leads, computed exactly");
  const planted = scrollingTable("All that is planted");
  const arithmetic = [h("p", { class: "wt-made" }), h("p", { class: "wt-made" })];
  const worlds = radios(ask.world, ask.worlds, { name: unique(), kind: "wt-column", change: (world) => replay({ world }) });
  const numbers = h("div");
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "What you declared, and what is so"),
    status,
    stopped,
    h("h5", {}, "The same race, 1,000 times"),
    replayed,
    chart,
    numbers,
    worlds,
    needed,
    chances.frame,
    h(
      "details",
      {},
      h("summary", {}, "What is planted, and what it rests on"),
      ...arithmetic,
      planted.frame,
      h("p", { class: "wt-note" }, ask.not_said),
    ),
    h("button", { type: "button", class: "wt-quiet", onclick: again }, "Race two other messages"),
  );
  let sizes = null;
  const update = (view) => {
    say(status, view.status);
    say(stopped, view.stopped);
    stopped.hidden = !view.stopped;
    say(replayed, view.replayed);
    show(chart, view.chart);
    say(needed, view.needed);
    chances.fill(ask.chances_header, view.chances);
    planted.fill(ask.planted_header, view.planted);
    arithmetic.forEach((line, k) => say(line, view.arithmetic[k]));
    if (!sizes) {
      sizes = radios("Sends of each", view.numbers, { name: unique(), change: (value) => replay({ sends: Number(value) }) });
      numbers.append(sizes);
    }
  };
  const set = (now) => {
    for (const input of worlds.querySelectorAll("input")) input.checked = input.value === now.world;
    for (const input of sizes?.querySelectorAll("input") ?? []) input.checked = Number(input.value) === now.sends;
  };
  return { element, update, set };
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = sender(model);
  const parts = {
    ask: () => askFirst(ask, (prediction) => send({ prediction })),
    plan: (view) => plan(ask, view, (sends) => send({ sends })),
    race: (view) => race(ask, view, (declared) => send({ declared })),
    result: () =>
      result(ask, {
        replay: (change) => send({ replay: { ...model.get("replay"), ...change } }),
        again: () => send({ restart: model.get("restart") + 1 }),
      }),
  };
  const root = stage("wt-message-lab", ask.title, ask.introduction);
  el.append(root);

  return inStages(model, root, parts, {
    traits: ["replay"],
    follow: (part) => part.set?.(model.get("replay")),
  });
}

export default { render };
