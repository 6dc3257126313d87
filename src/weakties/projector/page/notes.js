// The instructor's own screen: what to say, how long it takes, what comes next.
import { at, h } from "./elements.js";
import { go, html, listen, now, screens, turn } from "./shared.js";

let began = 0;

const span = ([least, most]) => (least === most ? `${most} min` : `${least} to ${most} min`);

function shown(screen) {
  if (!screen) return [h("p", {}, "The end.")];
  const parts = screen.opens ? [h("h3", {}, screen.section)] : [];
  if (screen.html) parts.push(html(screen.html));
  if (screen.cell) parts.push(h("pre", {}, screen.source));
  return parts;
}

function note(one) {
  const begins = one.begins ? ` · begins ${one.begins}` : "";
  const parts = [h("h3", {}, `${one.title} · ${span(one.minutes)}${begins}`)];
  if (one.you) parts.push(h("p", {}, h("strong", {}, "You: "), one.you));
  if (one.they) parts.push(h("p", {}, h("strong", {}, "They: "), one.they));
  for (const cut of one.late) parts.push(h("p", {}, h("strong", {}, "If you are late: "), cut));
  return h("article", {}, ...parts);
}

/** Which screens the section has: the one after them is where to go on when time is short. */
function extent() {
  const same = screens.flatMap((one, n) => (one.section === screens[now].section ? [n + 1] : []));
  return same.length > 1 ? `, of this section ${same[0]} to ${same.at(-1)}` : "";
}

const two = (number) => String(number).padStart(2, "0");

function hear(told) {
  if (told.kind !== "now") return;
  const screen = screens[now];
  began = told.began;
  at("section").textContent = screen.section;
  at("count").textContent = `screen ${now + 1} of ${screens.length}${extent()}`;
  at("back").disabled = now === 0;
  at("next").disabled = now === screens.length - 1;
  const notes = screen.notes.map(note);
  notes.unshift(...screen.beside.map((said) => h("p", { class: "beside" }, said)));
  at("notes").replaceChildren(...(notes.length ? notes : [h("p", {}, "Nothing special.")]));
  at("now").replaceChildren(...shown(screen));
  at("then").replaceChildren(...shown(screens[now + 1]));
}

at("back").addEventListener("click", () => turn(-1));
at("next").addEventListener("click", () => turn(1));
at("number").max = screens.length;
at("to").addEventListener("submit", (event) => {
  event.preventDefault();
  go(at("number").valueAsNumber - 1);
  at("number").value = "";
});
setInterval(() => {
  const here = new Date();
  const seconds = began ? Math.max(0, Math.floor(here / 1000 - began)) : 0;
  at("clock").textContent = `${here.getHours()}:${two(here.getMinutes())}`;
  at("time").textContent = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}, 500);
listen(hear);
