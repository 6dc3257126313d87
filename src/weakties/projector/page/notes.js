// The instructor's own screen: what to say, how long it takes, what comes next.
import { at, h } from "./elements.js";
import { go, html, listen, now, screens } from "./shared.js";

let began = null;

const span = ([least, most]) => (least === most ? `${most} min` : `${least} to ${most} min`);

function shown(screen) {
  if (!screen) return [h("p", {}, "The end.")];
  const parts = screen.opens ? [h("h3", {}, screen.section)] : [];
  if (screen.html) parts.push(html(screen.html));
  if (screen.cell) parts.push(h("pre", {}, screen.source));
  return parts;
}

function note(one) {
  const parts = [h("h3", {}, `${one.title} · ${span(one.minutes)}`)];
  if (one.you) parts.push(h("p", {}, h("strong", {}, "You: "), one.you));
  if (one.they) parts.push(h("p", {}, h("strong", {}, "They: "), one.they));
  return h("article", {}, ...parts);
}

function hear(told) {
  if (told.kind !== "now") return;
  const screen = screens[now];
  if (now > 0) began ??= performance.now();
  at("section").textContent = screen.section;
  at("count").textContent = `screen ${now + 1} of ${screens.length}`;
  at("back").disabled = now === 0;
  at("next").disabled = now === screens.length - 1;
  const notes = screen.notes.map(note);
  if (screen.asks) notes.unshift(h("p", {}, h("strong", {}, "A guess is asked. "), "With an open room: ask it there, and type the room's middle guess into the form on the projector before you go on."));
  at("notes").replaceChildren(...(notes.length ? notes : [h("p", {}, "Nothing special.")]));
  at("now").replaceChildren(...shown(screen));
  at("then").replaceChildren(...shown(screens[now + 1]));
}

at("back").addEventListener("click", () => go(now - 1));
at("next").addEventListener("click", () => go(now + 1));
setInterval(() => {
  const seconds = began === null ? 0 : Math.floor((performance.now() - began) / 1000);
  at("time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}, 500);
listen(hear);
