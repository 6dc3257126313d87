let views = 0;

/** A prefix for names and ids that no other view on the page has. */
function unique() {
  views += 1;
  return `weakties-${views}`;
}

/** The frame of a widget; a small one has no heading. */
function stage(kind, title, introduction) {
  const attributes = { class: `weakties ${kind}`, onkeydown: keepOwnKeys };
  const words = title ? [h("h3", {}, title), h("p", {}, introduction)] : [];
  return h("div", attributes, ...words);
}

/** An SVG that Python drew; a decoration if the text beside it says the same. */
function picture(svg, decoration = false) {
  const holder = h("span", { class: "wt-picture" });
  show(holder, svg);
  if (decoration) holder.setAttribute("aria-hidden", "true");
  return holder;
}

function show(holder, svg) {
  holder.innerHTML = svg;
}

function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A native radio group. Each option is { value, label }, and label a string or an element. */
function radios(legend, options, { name, chosen, change, kind = "wt-chips" }) {
  const inputs = options.map(({ value }) =>
    h("input", { type: "radio", name, value, checked: value === chosen, onchange: () => change(value) }),
  );
  const labels = options.map(({ label }, k) => h("label", {}, inputs[k], label));
  return h("fieldset", { class: kind }, h("legend", {}, legend), h("div", {}, ...labels));
}

/** A native list of the whole numbers from 0 to `most`; nothing is chosen at first. */
function countChoice(most, change) {
  const numbers = Array.from({ length: most + 1 }, (_, n) => h("option", { value: n }, String(n)));
  const chosen = () => change(list.value === "" ? undefined : Number(list.value));
  const list = h("select", { onchange: chosen }, h("option", { value: "" }, "Choose"), ...numbers);
  return list;
}

function sureness(name, change) {
  const words = ["1, a guess", "2", "3", "4", "5, certain"];
  const options = words.map((label, k) => ({ value: String(k + 1), label }));
  return radios("How sure are you?", options, { name, change: (value) => change(Number(value)) });
}

/** A table that scrolls inside its own frame; `fill` replaces what it holds. */
function scrollingTable(caption) {
  const table = h("table", {});
  const frame = h("div", { class: "wt-scroll", tabindex: "0", role: "region", "aria-label": caption }, table);
  const heading = (scope, text) => h("th", { scope }, text);
  const fill = (header, rows) =>
    table.replaceChildren(
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...header.map((text) => heading("col", text)))),
      h(
        "tbody",
        {},
        ...rows.map(([first, ...rest]) =>
          h("tr", {}, heading("row", first), ...rest.map((text) => h("td", {}, text))),
        ),
      ),
    );
  return { frame, fill };
}

/**
 * A button that commits once all is answered, and before that says what is missing.
 * `check` brings it up to date after an answer.
 */
function commitButton(label, { complete, missing, commit }) {
  const note = h("p", { class: "wt-note", role: "status" });
  const pressed = () => (complete() ? commit() : say(note, missing));
  const button = h("button", { type: "button", onclick: pressed }, label);
  const check = () => {
    button.setAttribute("aria-disabled", String(!complete()));
    say(note, "");
  };
  check();
  return { button, note, check };
}

/**
 * The first part of a widget that asks before it reveals: its questions, how sure, and a button.
 * `questions` gets `keep`, of which `keep(name)` takes the answer to that question; all `names` are
 * needed. `commit` gets the answers by their names.
 */
function predictFirst({ title, names, questions, action, missing, commit }) {
  const draft = {};
  const { button, note, check } = commitButton(action, {
    complete: () => [...names, "sure"].every((name) => draft[name] !== undefined),
    missing,
    commit: () => commit({ ...draft }),
  });
  const keep = (name) => (value) => {
    draft[name] = value;
    check();
  };
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, title),
    ...questions(keep),
    sureness(`${unique()}-sure`, keep("sure")),
    button,
    note,
  );
  return { element };
}

/** A function that sends values to Python, as { name: value }. */
function sender(model) {
  return (state) => {
    for (const [name, value] of Object.entries(state)) model.set(name, value);
    model.save_changes();
  };
}

/**
 * A function that says whether the focus goes along when `element` makes room for what comes next.
 * JupyterLab may take the focus from what was pressed to the notebook around it, before Python has
 * answered. Whoever pressed something here and went nowhere else since is taken along all the same.
 */
function focusGoesAlong(element) {
  let pressed = false;
  element.addEventListener("click", () => { pressed = true; });
  return () => {
    const focus = document.activeElement;
    return element.contains(focus) || (pressed && Boolean(focus?.contains(element)));
  };
}

/**
 * One part after the other below `root`, as the stage of the view names them; the focus goes along.
 * `follow` gets the part on show whenever one of `traits` has changed. Returns how to stop.
 */
function inStages(model, root, parts, { traits = [], follow = () => {} } = {}) {
  let shown = null;
  let part = null;
  let goesAlong = () => false;
  const update = () => {
    const view = model.get("view");
    let withFocus = false;
    if (view.stage !== shown) {
      withFocus = goesAlong();
      const next = parts[view.stage](view);
      if (part) part.element.replaceWith(next.element);
      else root.append(next.element);
      [shown, part, goesAlong] = [view.stage, next, focusGoesAlong(next.element)];
    }
    part.update?.(view);
    follow(part);
    if (withFocus) part.element.querySelector("h4").focus();
  };
  const followed = () => follow(part);
  const handlers = { "change:view": update };
  for (const name of traits) handlers[`change:${name}`] = followed;
  for (const [event, handler] of Object.entries(handlers)) model.on(event, handler);
  update();
  return () => {
    for (const [event, handler] of Object.entries(handlers)) model.off(event, handler);
  };
}

/** A button that asks before it takes away what was done: the second press does it. */
function startAgain(again, label, sure) {
  let asked = false;
  const ask = (yes) => {
    asked = yes;
    say(button, yes ? sure : label);
  };
  const button = h("button", {
    type: "button",
    class: "wt-quiet",
    "aria-live": "polite",
    onclick: () => (asked ? again() : ask(true)),
    onblur: () => ask(false),
  }, label);
  return button;
}
