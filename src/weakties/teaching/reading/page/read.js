// A reader's desk: shows one text after the other, and saves every click.
import { saver } from "./save.js";

const at = (id) => document.getElementById(id);
const STATES = { open: "to read", begun: "begun", changed: "changed since it was read", read: "read" };
const WITH_KEYS = "weakties-reading-keys";

let overview = { questions: [] };
let question = 0;
let shown = null;

const saves = saver({ say, saved, conflict });

function say(words) {
  at("status").textContent = words;
}

function made(tag, words, attributes = {}) {
  const element = Object.assign(document.createElement(tag), attributes);
  if (words) element.textContent = words;
  return element;
}

const inPoints = (number) => `${number} ${number === 1 ? "point" : "points"}`;
const texts = () => overview.questions[question]?.texts ?? [];
const entry = (number) => texts().find((one) => one.number === number);

async function start() {
  overview = await saves.get("overview");
  document.title = `Reading: ${overview.assignment}`;
  at("title").textContent = document.title;
  at("question").replaceChildren(
    ...overview.questions.map((one, index) => made("option", one.label, { value: index })),
  );
  at("keys").checked = localStorage.getItem(WITH_KEYS) !== "off";
  const [asked, number] = location.hash.slice(1).split("/").map(Number);
  question = overview.questions[asked] ? asked : firstWithWork();
  say("Every click is saved.");
  if (entry(number)) await show(number, false);
  else await next();
}

function firstWithWork() {
  const found = overview.questions.findIndex((one) => one.texts.some((text) => text.state !== "read"));
  return Math.max(found, 0);
}

function progress() {
  const all = overview.questions.flatMap((one) => one.texts);
  const read = all.filter((one) => one.state === "read").length;
  const more = overview.waiting_checks
    ? ` ${overview.waiting_checks} more cells wait for a person: the Formgrader shows them.`
    : "";
  at("who").textContent = `${overview.reader}: ${read} of ${all.length} read.${more}`;
  at("question").value = question;
  at("numbers").replaceChildren(
    ...texts().map((one) => {
      const item = made("li");
      const button = made("button", `${one.number}: ${STATES[one.state]}`, { type: "button" });
      if (shown && one.number === shown.number) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => show(one.number));
      item.append(button);
      return item;
    }),
  );
}

async function show(number, focus = true) {
  await saves.done();
  shown = await saves.get(`text/${question}/${number}`);
  saves.seen(key(), shown.version);
  if (entry(number)) entry(number).state = shown.state;
  history.replaceState(null, "", `#${question}/${number}`);
  render();
  if (focus) at("heading").focus();
}

const key = () => `${question}/${shown.number}`;

function render() {
  at("main").hidden = false;
  at("conflict").hidden = true;
  at("heading").textContent = `Text ${shown.number}${shown.learner ? `: ${shown.learner}` : ""}`;
  at("task").innerHTML = shown.task; // the instructor's, and cleaned
  at("sample").innerHTML = shown.sample;
  at("asked").hidden = !shown.task;
  at("sample-part").hidden = !shown.sample;
  const notes = [`${shown.words} words.`];
  if (shown.second) notes.push("You read this as the second reader: the first reader's points count.");
  if (shown.older) notes.push("This text has changed since it was read.");
  if (shown.elsewhere !== null) {
    notes.push(`The gradebook has ${inPoints(shown.elsewhere)} that ${shown.elsewhere === 1 ? "was" : "were"} not given here.`);
  }
  at("notes").replaceChildren(...notes.map((words) => made("li", words)));
  for (const id of ["older-part", "now-heading", "hold-part"]) at(id).hidden = !shown.older;
  at("beside").classList.toggle("changed", Boolean(shown.older));
  fill(at("older"), shown.older ?? [], "del");
  fill(at("text"), shown.newer ?? [[false, shown.text]], "ins");
  for (const id of ["older", "text"]) at(id).classList.toggle("code", shown.is_code);
  at("comment").value = shown.comment;
  renderMarks();
  renderPhrases();
  renderPoints();
  progress();
}

function fill(place, pieces, tag) {
  place.replaceChildren(...pieces.map(([differs, words]) => made(differs ? tag : "span", words)));
}

function renderMarks() {
  if (!shown.criteria.length) {
    const label = made("label", `Points, from 0 to ${shown.most}`, { htmlFor: "number" });
    const input = made("input", "", { type: "number", id: "number", min: 0, max: shown.most, step: "any" });
    input.value = shown.points ?? "";
    input.addEventListener("input", () => {
      if (!input.validity.valid) return say(`Not saved: points are a number from 0 to ${shown.most}.`);
      shown.points = input.value === "" ? null : Number(input.value);
      changed();
    });
    return at("marks").replaceChildren(label, input);
  }
  at("marks").replaceChildren(
    ...shown.criteria.map((criterion, index) => {
      const field = made("fieldset");
      field.append(made("legend", `${index + 1}. ${criterion}`));
      for (const [value, words] of [[true, "1 point"], [false, "0 points"]]) {
        const label = made("label", "", { className: "choice" });
        const radio = made("input", "", { type: "radio", name: `criterion-${index}` });
        radio.checked = shown.given[index] === value;
        radio.addEventListener("change", () => give(index, value));
        label.append(radio, ` ${words}`);
        field.append(label);
      }
      return field;
    }),
  );
}

function give(index, value) {
  shown.given[index] = value;
  const radios = at("marks").querySelectorAll(`[name=criterion-${index}]`);
  radios[value ? 0 : 1].checked = true;
  changed();
  saves.now();
}

function renderPoints() {
  const open = shown.given.filter((one) => one === null).length;
  const sum = shown.given.filter(Boolean).length;
  at("points").hidden = !shown.criteria.length;
  at("points").textContent = open
    ? `${sum} of ${inPoints(shown.most)} so far. They count once every line is decided: ${open} to go.`
    : `${sum} of ${inPoints(shown.most)}.`;
}

function changed(more = {}) {
  renderPoints();
  const { given, points } = shown;
  saves.keep(key(), { given: [...given], points, comment: at("comment").value, ...more });
}

function saved(which, answer) {
  const [asked, number] = which.split("/").map(Number);
  const one = overview.questions[asked].texts.find((text) => text.number === number);
  if (one) one.state = answer.state;
  if (shown && which === key()) {
    const settled = shown.older && !answer.older;
    Object.assign(shown, { older: answer.older, newer: answer.newer, elsewhere: answer.elsewhere });
    if (settled) render();
  }
  progress();
}

function conflict(which, why) {
  if (shown && which === key()) {
    at("conflict-why").textContent = `${why} What you clicked is not saved yet.`;
    at("conflict").hidden = false;
    at("conflict-heading").focus();
  }
}

function renderPhrases() {
  at("no-phrases").hidden = shown.phrases.length > 0;
  at("phrases").replaceChildren(
    ...shown.phrases.map((phrase) => {
      const item = made("li");
      const use = made("button", phrase, { type: "button", className: "phrase" });
      use.addEventListener("click", () => {
        const before = at("comment").value.trim();
        at("comment").value = before ? `${before} ${phrase}` : phrase;
        changed();
      });
      const forget = made("button", "Forget", { type: "button" });
      forget.setAttribute("aria-label", `Forget: ${phrase}`);
      forget.addEventListener("click", () => phrases(phrase, false));
      item.append(use, forget);
      return item;
    }),
  );
}

async function phrases(phrase, kept) {
  const asked = question;
  const found = await saves.post(`phrases/${asked}`, { phrase, kept });
  if (!found || asked !== question) return;
  shown.phrases = found;
  renderPhrases();
  say(kept ? "Kept as a phrase." : "Forgotten.");
}

async function next() {
  const all = texts();
  const here = shown ? all.findIndex((one) => one.number === shown.number) : -1;
  const inOrder = [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0))];
  let found = inOrder.find((one) => one.state !== "read");
  if (!found) {
    const more = overview.questions.findIndex((one) => one.texts.some((text) => text.state !== "read"));
    if (more >= 0 && more !== question) {
      question = more;
      found = texts().find((one) => one.state !== "read");
    }
  }
  if (found) return show(found.number);
  await saves.done();
  progress();
  say(all.length || shown ? "All that is yours is read." : "There is nothing for you to read yet.");
  if (!shown && all.length) await show(all[0].number, false);
}

async function previous() {
  const all = texts();
  const here = all.findIndex((one) => one.number === shown?.number);
  if (all.length) await show(all[(here - 1 + all.length) % all.length].number);
}

const told = (work) => async (...arguments_) => {
  try {
    await work(...arguments_);
  } catch (error) {
    say(error.message);
  }
};

at("next").addEventListener("click", told(next));
at("previous").addEventListener("click", told(previous));
at("question").addEventListener("change", told(async () => {
  await saves.done();
  question = Number(at("question").value);
  shown = null;
  at("main").hidden = true;
  await next();
}));
at("comment").addEventListener("input", () => changed());
at("comment").addEventListener("change", () => saves.now());
at("hold").addEventListener("click", () => changed({ confirmed: true }));
at("keep").addEventListener("click", told(() => phrases(at("comment").value, true)));
at("theirs").addEventListener("click", told(() => {
  saves.drop(key());
  return show(shown.number);
}));
at("mine").addEventListener("click", told(async () => {
  const now = await saves.get(`text/${question}/${shown.number}`);
  saves.seen(key(), now.version);
  at("conflict").hidden = true;
  changed();
  saves.now();
}));
at("keys").addEventListener("change", () => {
  localStorage.setItem(WITH_KEYS, at("keys").checked ? "on" : "off");
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("textarea, select, input[type=number]");
  if (event.key === "Escape" && event.target === at("comment")) at("heading").focus();
  if (typing || event.ctrlKey || event.altKey || event.metaKey || !at("keys").checked || !shown) return;
  const pressed = event.key.toLowerCase();
  const line = Number(pressed) - 1;
  if (line in shown.given) give(line, shown.given[line] !== true);
  else if (pressed === "a") shown.given.forEach((_, index) => give(index, true));
  else if (pressed === "n") told(next)();
  else if (pressed === "p") told(previous)();
  else if (pressed === "c") at("comment").focus();
  else return;
  event.preventDefault();
});

told(start)();
