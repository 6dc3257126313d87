// Brings the cells of a page to life. Every rule is Python's, in the worker; here is only what hosts
// it: buttons, progress, and for each widget the model that its front end talks to. `h` is the widgets' own.

const here = new URL(".", document.currentScript.src);
const base = new URL("../play/", here).href;

/** Python in its worker; it is started by whoever first asks for something. */
class Python {
  #worker = null;
  #calls = new Map();
  #number = 0;
  models = new Map();
  onprogress = () => {};

  start() {
    if (!this.#worker) {
      this.#worker = new Worker(new URL("worker.js", here));
      this.#worker.onmessage = ({ data }) => this.#hear(data);
      this.#worker.onerror = (event) => this.#fail(event.message);
      this.started = this.#ask("start", { base });
    }
    return this.started;
  }

  run(source) {
    return this.#ask("run", { source });
  }

  take(widget, state) {
    return this.#ask("take", { widget, state });
  }

  #ask(kind, rest) {
    this.#number += 1;
    this.#worker.postMessage({ kind, number: this.#number, ...rest });
    return new Promise((resolve, reject) => this.#calls.set(this.#number, { resolve, reject }));
  }

  #hear({ kind, number, ...rest }) {
    if (kind === "progress") this.onprogress(rest.share);
    else if (kind === "state") this.models.get(rest.widget)?.hear(rest.state);
    else {
      const call = this.#calls.get(number);
      this.#calls.delete(number);
      if (kind === "done") call.resolve(rest.value);
      else call.reject(new Error(rest.message));
    }
  }

  #fail(message) {
    for (const { reject } of this.#calls.values()) reject(new Error(message));
    this.#calls.clear();
  }
}

/** Of all that Python says of an error, what is for the reader. */
const lastLine = (message) => message.trim().split("\n").at(-1);

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What a widget's front end calls `model`. */
class Model {
  #state;
  #send;
  #unsaved = {};
  #listeners = {};

  constructor(state, send) {
    this.#state = state;
    this.#send = send;
  }

  get(name) {
    return this.#state[name];
  }

  set(name, value) {
    this.#unsaved[name] = value;
    this.hear({ [name]: value });
  }

  save_changes() {
    this.#send(this.#unsaved);
    this.#unsaved = {};
  }

  on(event, listener) {
    (this.#listeners[event] ??= new Set()).add(listener);
  }

  off(event, listener) {
    this.#listeners[event]?.delete(listener);
  }

  /** Take a state; those who listen hear of what is new in it. */
  hear(state) {
    const changed = Object.keys(state).filter((name) => !same(state[name], this.#state[name]));
    Object.assign(this.#state, state);
    for (const name of changed)
      for (const listener of this.#listeners[`change:${name}`] ?? []) listener();
  }
}

const styles = new Set();
const modules = new Map();

function moduleOf(text) {
  if (!modules.has(text)) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    modules.set(text, import(address));
  }
  return modules.get(text);
}

/** Bring a widget to life; `stopped` hears of a move that Python did not take. */
async function widget(shown, stopped) {
  if (!styles.has(shown.style)) {
    styles.add(shown.style);
    document.head.append(h("style", {}, shown.style));
  }
  const front = await moduleOf(shown.module);
  const model = new Model(shown.state, (state) =>
    python.take(shown.widget, state).catch(stopped),
  );
  python.models.set(shown.widget, model);
  const el = h("div", { class: "wt-live", tabindex: "-1" });
  front.default.render({ model, el });
  return el;
}

function html(shown) {
  const el = h("div", {});
  el.innerHTML = shown.html;
  return el;
}

const python = new Python();

/** A cell of the page that Python can run. */
class Cell {
  constructor(element) {
    this.element = element;
    this.output = element.querySelector(":scope > .wt-output");
    this.editor = element.querySelector("textarea");
    this.kept = null;
    this.status = h("p", { class: "wt-starting", role: "status" });
    const { button, name } = element.dataset;
    if (!button) return;
    this.button = h("button", { type: "button", class: "wt-play" }, name);
    this.button.addEventListener("click", () => this.pressed());
    this.output.after(this.button, this.status);
    if (button === "Play")
      this.output.addEventListener("click", ({ target }) => target.tagName === "IMG" && this.pressed());
  }

  get isWidget() {
    return ["Play", "Predict", "Draw"].includes(this.element.dataset.button);
  }

  get source() {
    return this.editor ? this.editor.value : this.element.dataset.source;
  }

  /** Run it after all cells above it that were never run, and those that a reader may edit. */
  async pressed() {
    if (this.button.getAttribute("aria-disabled") === "true" || !this.button.isConnected) return;
    this.button.setAttribute("aria-disabled", "true");
    const bar = h("progress", { "aria-label": "Python is loading", max: "1", value: "0" });
    this.status.replaceChildren("Python comes into your browser …", bar);
    python.onprogress = (share) => {
      bar.value = share;
      if (share >= 1) this.status.firstChild.data = "Python is starting …";
    };
    try {
      await python.start();
      for (const cell of cells.slice(0, cells.indexOf(this)))
        if (!cell.kept || cell.editor) await cell.run();
      await this.run();
      this.show();
      this.status.replaceChildren();
      if (this.isWidget) {
        this.button.remove();
        this.output.querySelector(".wt-live")?.focus();
      }
    } catch (error) {
      this.status.replaceChildren(`That did not work here: ${lastLine(error.message)} Reload the page to try again.`);
    }
    this.button.setAttribute("aria-disabled", "false");
    if (this.isWidget) showTheOthers();
  }

  async run() {
    const shown = await python.run(this.source);
    const stopped = (error) => this.moveFailed(error);
    this.kept = await Promise.all(shown.map((one) => (one.widget ? widget(one, stopped) : html(one))));
  }

  /** What the widget shows and what Python knows are two things now, and only a new start mends that. */
  moveFailed(error) {
    if (!this.status.isConnected) this.output.after(this.status);
    this.status.replaceChildren(
      `Your last move did not work here (${lastLine(error.message)}). ` +
        "Reload the page to begin again; what was played on it is forgotten.",
    );
  }

  show() {
    if (this.shown === this.kept) return;
    this.shown = this.kept;
    this.output.replaceChildren(...this.kept);
  }
}

/** Once Python is here, every widget of the page is alive. */
async function showTheOthers() {
  for (const cell of cells) {
    if (!cell.isWidget || !cell.button.isConnected) continue;
    if (!cell.kept) await cell.run();
    cell.show();
    cell.button.remove();
  }
}

const canRun = typeof WebAssembly === "object" && typeof Worker === "function" && location.protocol !== "file:";
const cells = canRun ? [...document.querySelectorAll("[data-cell]")].map((element) => new Cell(element)) : [];
document.documentElement.classList.toggle("wt-can-run", canRun);
