// Saving, one text at a time: what is not saved yet is kept, tried again, and said.
const PAUSE = 400;
const AGAIN = 2000;

export function saver({ say, saved, conflict }) {
  const unsaved = new Map();
  const versions = new Map();
  let timer = null;
  let running = null;

  async function ask(path, options = {}) {
    let answer;
    try {
      answer = await fetch(path, options);
    } catch {
      throw Object.assign(new Error("The command that shows this page has ended: start it again."), { again: true });
    }
    const found = await answer.json().catch(() => ({}));
    if (answer.ok) return found;
    const why = found.error ?? `The page got no answer (${answer.status}).`;
    throw Object.assign(new Error(why), { status: answer.status, again: answer.status >= 500 });
  }

  const post = (path, value, more = {}) =>
    ask(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(value),
      ...more,
    });

  async function run() {
    for (const [which, state] of unsaved) {
      say("Saving …");
      try {
        const answer = await post(`text/${which}`, { ...state, version: versions.get(which) });
        versions.set(which, answer.version);
        if (unsaved.get(which) === state) unsaved.delete(which);
        saved(which, answer);
      } catch (error) {
        if (error.again) {
          say(`Not saved yet. ${error.message} Trying again.`);
          schedule(AGAIN);
        } else {
          say(`Not saved. ${error.message}`);
          if (error.status === 409) conflict(which, error.message);
          else unsaved.delete(which); // it would be refused for ever
        }
        return;
      }
    }
    if (unsaved.size) return run();
    say(`Saved at ${new Date().toLocaleTimeString()}.`);
  }

  function schedule(after) {
    clearTimeout(timer);
    timer = setTimeout(now, after);
  }

  function now() {
    clearTimeout(timer);
    if (!unsaved.size) return running ?? Promise.resolve();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  // Whoever closes the page in the middle of a word loses nothing of it.
  addEventListener("pagehide", () => {
    for (const [which, state] of unsaved) {
      post(`text/${which}`, { ...state, version: versions.get(which) }, { keepalive: true }).catch(() => {});
    }
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved.size) {
      now();
      event.preventDefault();
    }
  });

  return {
    get: ask,
    post,
    now,
    seen: (which, version) => versions.set(which, version),
    drop: (which) => unsaved.delete(which),
    keep(which, state) {
      unsaved.set(which, { ...state, confirmed: state.confirmed || unsaved.get(which)?.confirmed });
      schedule(PAUSE);
    },
    async done() {
      await now();
      await running;
      if (unsaved.size) throw new Error("Not saved yet: stay on this text until it is.");
    },
  };
}
