// The projector: one screen at a time, with the lesson's widgets alive in it.
import { at, h } from "./elements.js";
import { go, html, listen, now, screens, send } from "./shared.js";

const SMALLEST = 24;
const LARGEST = 40;
const READABLE = 1.72; // as in the style: a widget's 14 pixels become 24
const LEAST = 0.5;
const cells = new Map();
const models = new Map();
let drawn = null;
let whole = false;

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What a widget's front end calls `model`. */
class Model {
  #unsaved = {};
  #listeners = {};

  constructor(id, state) {
    this.id = id;
    this.state = state;
  }

  get(name) {
    return this.state[name];
  }

  set(name, value) {
    this.#unsaved[name] = value;
    this.hear({ [name]: value });
  }

  save_changes() {
    send({ do: "take", model: this.id, state: this.#unsaved });
    this.#unsaved = {};
  }

  on(event, listener) {
    (this.#listeners[event] ??= new Set()).add(listener);
  }

  off(event, listener) {
    this.#listeners[event]?.delete(listener);
  }

  hear(state) {
    const changed = Object.keys(state).filter((name) => !same(state[name], this.state[name]));
    Object.assign(this.state, state);
    for (const name of changed) for (const listener of this.#listeners[`change:${name}`] ?? []) listener();
  }
}

async function widget({ widget: id, front, style, state }) {
  if (!document.querySelector(`link[href="front/${style}"]`)) {
    document.head.append(h("link", { rel: "stylesheet", href: `front/${style}` }));
  }
  const module = await import(`./front/${front}`);
  const model = new Model(id, state);
  models.set(id, model);
  const el = h("div", { class: "wt-live" });
  module.default.render({ model, el });
  return el;
}

function code(screen) {
  const editor = h("textarea", { spellcheck: "false", rows: screen.source.split("\n").length, "aria-label": "The code of this cell" });
  editor.value = screen.source;
  const run = h("button", { type: "button", onclick: () => {
    screen.source = editor.value;
    send({ do: "run", cell: screen.cell, source: editor.value });
  } }, "Run it");
  return h("details", { class: "code" }, h("summary", {}, "Code"), editor, run);
}

function output(screen) {
  const outputs = cells.get(screen.cell);
  if (!outputs) return h("p", {}, "Python is at work …");
  const shown = outputs[screen.output];
  return shown ? shown.element : h("p", {}, "This cell shows nothing more.");
}

/** Type as large as the screen takes, and never below what a last row reads. */
function fit(screen) {
  const main = at("screen");
  for (let size = LARGEST; size >= SMALLEST; size -= 2) {
    main.style.fontSize = `${size}px`;
    if (screen.cell || main.scrollHeight <= main.clientHeight) break;
  }
}

/** A widget that is too tall at a readable size scrolls, or is shown as small as it has to be. */
function fitWidget() {
  const main = at("screen");
  const out = main.querySelector(".out");
  main.classList.toggle("whole", whole);
  if (!out) {
    at("whole").hidden = true;
    return;
  }
  out.style.zoom = READABLE;
  at("whole").hidden = main.scrollHeight <= main.clientHeight + 1;
  at("whole").textContent = whole ? "Large again (Z)" : "All of it (Z)";
  for (let zoom = READABLE; whole && zoom > LEAST && main.scrollHeight > main.clientHeight + 1; zoom -= 0.04) out.style.zoom = zoom;
}

function toggle() {
  whole = !whole;
  fitWidget();
  at("screen").focus();
}

function draw() {
  const screen = screens[now];
  const key = `${now} ${cells.has(screen.cell)}`;
  if (key === drawn) return;
  drawn = key;
  at("section").textContent = screen.section;
  at("section").hidden = screen.opens;
  at("count").textContent = `${now + 1} of ${screens.length}`;
  document.title = screen.section;
  const parts = [];
  if (screen.opens) parts.push(h("h1", {}, screen.section));
  if (screen.html) parts.push(html(screen.html));
  if (screen.cell) parts.push(h("div", { class: "out" }, output(screen)), code(screen));
  at("screen").replaceChildren(...parts);
  at("screen").scrollTop = 0;
  at("screen").focus();
  fit(screen);
  whole = false;
  fitWidget();
}

async function hear(told) {
  if (told.kind === "state") models.get(told.model)?.hear(told.state);
  else if (told.kind === "cell") {
    const outputs = told.outputs.map(async (one) => ({ element: one.widget ? await widget(one) : html(one.html) }));
    cells.set(told.cell, await Promise.all(outputs));
    if (screens[now].cell === told.cell) drawn = null;
  } else if (told.kind === "anew") {
    cells.clear();
    models.clear();
    drawn = null;
  }
  draw();
  if (told.kind === "state") requestAnimationFrame(fitWidget);
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const folded = document.querySelector("details.code");
  if (event.key === "c" && folded) folded.open = !folded.open;
  if (event.key === "z") toggle();
  if (event.key === "f") document.documentElement.requestFullscreen?.();
  if (event.key === "Home" && event.target === at("screen")) go(0);
});
at("whole").addEventListener("click", toggle);
addEventListener("resize", () => {
  fit(screens[now]);
  fitWidget();
});
const dark = matchMedia("(prefers-color-scheme: dark)");
const theme = () => document.body.setAttribute("data-jp-theme-light", String(!dark.matches));
dark.addEventListener("change", theme);
theme();
listen(hear);
