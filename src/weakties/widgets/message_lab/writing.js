const NAMES = { a: "A", b: "B" };

/** What can be counted in a text without understanding it. */
function counted(text) {
  const all = (pattern) => text.match(pattern) ?? [];
  return {
    characters: [...text].length,
    words: all(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu).length,
    questions: all(/\?/g).length,
    me: all(/\b(I|me|my|mine|we|us|our|ours)\b/gi).length,
    you: all(/\b(you|your|yours)\b/gi).length,
    marks: all(/\{[^{}]*\}|\[[^[\]]*\]|<<[^<>]*>>|\bdear (sir|madam|friend)\b|\bto whom it may concern\b|\bhope this (finds|message|e-?mail)\b/gi),
  };
}

function inWords(found) {
  const many = (count, one, more) => `${count} ${count === 1 ? one : more}`;
  const marks = found.marks.length ? `marks of a template: ${found.marks.join(", ")}` : "no mark of a template";
  return [
    many(found.characters, "character", "characters"),
    many(found.words, "word", "words"),
    many(found.questions, "question mark", "question marks"),
    `I, me, we, our: ${found.me}`,
    `you, your: ${found.you}`,
    marks,
  ].join(" · ");
}

/** One message: four menus, how it may read, and a place for a text of one's own. */
function composer(ask, key) {
  const chosen = { ...ask.first[key] };
  const preview = h("p", { class: "wt-preview" });
  const read = () => {
    const samples = ask.parts.map(({ name, choices }) => choices.find(({ value }) => value === chosen[name]).sample);
    say(preview, `“${samples.filter(Boolean).join(" ")}”`);
  };
  const menus = {};
  for (const { name, label, choices } of ask.parts) {
    const options = choices.map(({ value, label: text }) =>
      h("option", { value, selected: value === chosen[name] }, text),
    );
    const change = () => {
      chosen[name] = menus[name].value;
      read();
    };
    menus[name] = h("select", { onchange: change }, ...options);
  }
  const counts = h("p", { class: "wt-note" });
  const text = h("textarea", {
    rows: "4",
    oninput: () => {
      const found = counted(text.value);
      say(counts, text.value ? inWords(found) : "");
      if (!text.value) return;
      const place = ask.longest.findIndex((most) => found.characters <= most);
      menus.length.selectedIndex = place === -1 ? ask.longest.length : place;
      menus.length.dispatchEvent(new Event("change"));
    },
  });
  const element = h(
    "fieldset",
    { class: `wt-message wt-${key}` },
    h("legend", {}, `Message ${NAMES[key]}`),
    ...ask.parts.map(({ name, label }) => h("label", {}, label, menus[name])),
    h("p", { class: "wt-note" }, "It may read:"),
    preview,
    h(
      "details",
      {},
      h("summary", {}, `Count a text of your own as ${NAMES[key]}`),
      h("label", {}, `Your text for ${NAMES[key]}`, text),
      counts,
      h("p", { class: "wt-note" }, ask.own_note),
    ),
  );
  read();
  return { element, message: () => ({ ...chosen }) };
}

function askFirst(ask, commit) {
  const prefix = unique();
  const draft = {};
  const messages = { a: composer(ask, "a"), b: composer(ask, "b") };
  const missing = h("p", { class: "wt-note", role: "status" });
  const button = h("button", { type: "button", "aria-disabled": "true" }, "Commit to your prediction");
  const problem = () => {
    if (!draft.winner) return "Say first which will be answered more.";
    if (draft.winner !== "none" && !draft.points) return "By how many points? Choose at least 1.";
    return draft.sure ? "" : "And how sure are you?";
  };
  const keep = (name) => (value) => {
    draft[name] = value;
    by.hidden = draft.winner === "none";
    button.setAttribute("aria-disabled", String(problem() !== ""));
    say(missing, "");
  };
  const by = h("label", { class: "wt-number" }, ask.points, countChoice(ask.most, keep("points")));
  button.addEventListener("click", () => {
    if (problem()) return say(missing, problem());
    const points = draft.winner === "none" ? 0 : draft.points;
    commit({ a: messages.a.message(), b: messages.b.message(), winner: draft.winner, points, sure: draft.sure });
  });
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "Two messages"),
    h("div", { class: "wt-pair" }, messages.a.element, messages.b.element),
    radios(ask.winner, ask.winners, { name: `${prefix}-winner`, change: keep("winner") }),
    by,
    sureness(`${prefix}-sure`, keep("sure")),
    button,
    missing,
  );
  return { element };
}
