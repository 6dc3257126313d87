// What the projector and the notes share: the line to the lesson's Python, the keys.
import { at, h } from "./elements.js";

/** Text of the lesson; it was made from the lesson's own Markdown and outputs. */
export function html(text) {
  const element = h("div");
  element.innerHTML = text;
  return element;
}

export const screens = (await (await fetch("screens.json")).json()).screens;
export let now = 0;
let socket;

export function send(told) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(told));
}

export const go = (to) => send({ do: "go", at: to });

/** The server counts from where it is, so that none of several quick steps is lost. */
export const turn = (by) => send({ do: "turn", by });

/** Say what keeps the lesson from going on, and how it goes on. */
function trouble(...parts) {
  at("trouble").replaceChildren(...parts);
}

const stopped = () =>
  trouble(
    "Python has stopped: no cell and no widget answers now. When it is started again the screen stays; guesses on the projector are to be committed again. ",
    h("button", { type: "button", onclick: () => {
      trouble("Python is being started again …");
      send({ do: "restart" });
    } }, "Start Python again"),
  );

/** Hear what happens, again after a break. */
export function listen(hear) {
  const url = new URL("live", location.href);
  url.protocol = "ws:";
  socket = new WebSocket(url);
  socket.onmessage = (event) => {
    const told = JSON.parse(event.data);
    if (told.kind === "now") now = told.at;
    if (told.kind === "stopped") stopped();
    if (told.kind === "anew") trouble();
    hear(told);
  };
  socket.onopen = () => trouble();
  socket.onclose = () => {
    trouble("The slides can't be reached; trying again … Was the terminal closed? The same command in the same folder goes on here.");
    setTimeout(() => listen(hear), 1000);
  };
}

const FIELDS = "input, textarea, select, button, summary, a, [role=slider], .wt-live [tabindex]";

/** A clicker sends PageDown and PageUp: they always turn. Arrows and the bar turn where nothing else takes them. */
document.addEventListener(
  "keydown",
  (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const busy = event.target.closest?.(FIELDS);
    const by = { PageDown: 1, PageUp: -1, ...(busy ? {} : { ArrowRight: 1, ArrowLeft: -1, " ": 1 }) }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    turn(by);
  },
  true,
);
