// What all pages of the room share: sending, listening, and the clock.
const CLOSED = 4000;
const UNKNOWN = 4001;

/** Say something where a reader's software reads it out, once. */
export function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** Send something, relative to this page; throws an error with a sentence for the reader. */
export async function post(path, told) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(told),
    });
  } catch {
    throw new Error("The room can't be reached. Is this device still in the same network?");
  }
  const found = await answer.json().catch(() => ({ error: "The room did not understand." }));
  if (!answer.ok) throw new Error(found.error);
  return found;
}

/** Listen to the room, and again after a break; `first` is said at the beginning. */
export function listen(path, told, { first, lost, refused } = {}) {
  let wait = 500;
  let socket;
  let ended = false;
  const start = () => {
    const url = new URL(path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    url.hash = "";
    socket = new WebSocket(url);
    socket.onopen = () => {
      if (first) socket.send(first);
    };
    socket.onmessage = (event) => {
      wait = 500;
      told(JSON.parse(event.data));
    };
    socket.onclose = (event) => {
      if (ended) return;
      if (event.code === CLOSED || event.code === UNKNOWN) {
        refused?.(event.code === CLOSED ? "The room is closed. What was sent is deleted." : "");
        return;
      }
      lost?.();
      setTimeout(start, wait + Math.random() * wait);
      wait = Math.min(wait * 2, 8000);
    };
  };
  start();
  return () => {
    ended = true;
    socket.close();
  };
}

/** A clock that counts down what the room said was left. */
export function clock(element) {
  let ends = null;
  const tick = () => {
    if (ends === null) return;
    const left = Math.max(0, Math.round((ends - performance.now()) / 1000));
    element.textContent = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left` : "Time is up";
  };
  setInterval(tick, 250);
  return (left) => {
    ends = left === null ? null : performance.now() + 1000 * left;
    element.hidden = ends === null;
    tick();
  };
}
