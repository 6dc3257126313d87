// What all pages of the room share: sending, listening, and the clock.
const CLOSED = 4000;
const UNKNOWN = 4001;
const PATIENCE = 5000;
const LOOK_EVERY = 2000;
const TIME_IS_UP = 60;

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
  if (!answer.ok) throw Object.assign(new Error(found.error), { unknown: answer.status === 404 });
  return found;
}

/**
 * Listen to the room, and again after a break. `first` is said at the beginning; where no
 * connection stays open, as behind some proxies, `look` asks for the news again and again.
 * Returns how to stop, and how to send over the open connection: a promise of the answer, or
 * nothing where there is none.
 */
export function listen(path, told, { first, lost, refused, look } = {}) {
  let wait = 500;
  let socket;
  let ended = false;
  let heard = false;
  let number = 0;
  const waiting = new Map();

  const again = (after) => setTimeout(heard || !look ? start : glance, after + Math.random() * after);

  function start() {
    if (ended) return;
    const url = new URL(path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    url.hash = "";
    socket = new WebSocket(url);
    // Some proxies neither open a connection nor refuse it.
    const late = setTimeout(() => socket.close(), PATIENCE);
    socket.onopen = () => {
      if (first) socket.send(first);
    };
    socket.onmessage = (event) => {
      clearTimeout(late);
      wait = 500;
      heard = true;
      const news = JSON.parse(event.data);
      if (!("number" in news)) told(news);
      else waiting.get(news.number)?.(news);
    };
    socket.onclose = (event) => {
      clearTimeout(late);
      for (const answer of [...waiting.values()]) answer();
      if (ended) return;
      if (event.code === CLOSED || event.code === UNKNOWN) {
        refused?.(event.code === CLOSED ? "The room is closed. What was sent is deleted." : "");
        return;
      }
      if (heard || !look) {
        lost?.();
        again(wait);
        wait = Math.min(wait * 2, 4000);
      } else glance();
    };
  }

  async function glance() {
    if (ended) return;
    try {
      const news = await look();
      if (!ended) told(news);
    } catch (error) {
      if (ended) return;
      if (error.unknown) return refused?.("");
      lost?.();
    }
    again(LOOK_EVERY);
  }

  /** Send over the open connection; the answer is undefined if the connection breaks first. */
  const send = (what) =>
    new Promise((done) => {
      if (socket?.readyState !== WebSocket.OPEN || !heard) return done();
      const mine = ++number;
      const answer = (found) => {
        waiting.delete(mine);
        clearTimeout(late);
        done(found);
      };
      const late = setTimeout(answer, PATIENCE);
      waiting.set(mine, answer);
      socket.send(JSON.stringify({ ...what, number: mine }));
    });

  start();
  return {
    send,
    stop: () => {
      ended = true;
      socket.close();
    },
  };
}

/** A clock that counts down what the room said was left; "Time is up" goes after a minute. */
export function clock(element) {
  let ends = null;
  const tick = () => {
    if (ends === null) return;
    const exact = (ends - performance.now()) / 1000;
    const left = Math.max(0, Math.round(exact));
    element.hidden = exact < -TIME_IS_UP;
    element.textContent = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} left` : "Time is up";
  };
  setInterval(tick, 250);
  return (left) => {
    ends = left === null ? null : performance.now() + 1000 * left;
    element.hidden = ends === null;
    tick();
  };
}
