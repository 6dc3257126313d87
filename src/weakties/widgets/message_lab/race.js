const GRID = { columns: 25, cell: 12 };
const PLAY_MS = 4000;
const STEP_MS = 40;

const percent = (share) => `${Math.round(100 * share)}%`;
const points = (share) => `${share < -0.005 ? "−" : share > 0.005 ? "+" : ""}${Math.abs(Math.round(100 * share))}`;

/** A square for each send that was answered and a ring for each that was not. */
function sendsGrid(hits, total) {
  const { columns, cell } = GRID;
  const at = (k) => [cell * (k % columns), cell * Math.floor(k / columns)];
  const marks = { hit: "", miss: "" };
  hits.forEach((hit, k) => {
    const [x, y] = at(k);
    if (hit) marks.hit += `M${x + 1},${y + 1}h10v10h-10z`;
    else marks.miss += `M${x + 4},${y + 6}a2,2 0 1 0 4,0a2,2 0 1 0 -4,0`;
  });
  const height = cell * Math.ceil(total / columns);
  return `<svg class="wt-sends" viewBox="0 0 ${columns * cell} ${height}" aria-hidden="true"><path class="wt-hit" d="${marks.hit}"/><path class="wt-miss" d="${marks.miss}"/></svg>`;
}

/** Both shares with their intervals on one scale from 0 to 100%. */
function sharesChart(rows) {
  const [left, right] = [30, 530];
  const x = (share) => (left + (right - left) * share).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1]
    .map((share) => `<path class="wt-grid" d="M${x(share)},4V76"/><text class="wt-tick" x="${x(share)}" y="92">${percent(share)}</text>`)
    .join("");
  const lines = rows
    .map(({ key, share, low, high }, k) => {
      const y = 24 + 32 * k;
      return `<g class="wt-${key}"><text class="wt-name" x="6" y="${y + 5}">${NAMES[key]}</text><path class="wt-interval" d="M${x(low)},${y}H${x(high)}"/><circle class="wt-dot" r="6" cx="${x(share)}" cy="${y}"/></g>`;
    })
    .join("");
  const said = rows.map(({ key, share, low, high }) => `${NAMES[key]} ${percent(share)}, interval ${percent(low)} to ${percent(high)}`);
  return `<svg class="wt-chart" viewBox="0 0 560 98" role="img" aria-label="Shares answered: ${said.join("; ")}.">${ticks}${lines}</svg>`;
}

/** The race: every draw is here already, so that a click needs no answer from Python. */
function race(ask, view, declare) {
  const { frames } = view;
  let sent = 0;
  let playing = null;
  const grids = { a: h("div"), b: h("div") };
  const chart = h("div");
  const table = scrollingTable("The race so far");
  const status = h("p", { class: "wt-status", role: "status" });
  const answered = { a: [], b: [] };
  frames.forEach(([a, b], k) => {
    const [before, other] = k ? frames[k - 1] : [0, 0];
    answered.a.push(a > before);
    answered.b.push(b > other);
  });
  const draw = () => {
    const [a, b, aLow, aHigh, bLow, bHigh, low, high] = sent ? frames[sent - 1] : [0, 0, 0, 1, 0, 1, -1, 1];
    const share = (hits) => (sent ? hits / sent : 0);
    for (const key of ["a", "b"]) show(grids[key], sendsGrid(answered[key].slice(0, sent), frames.length));
    if (sent) {
      show(chart, sharesChart([
        { key: "a", share: share(a), low: aLow, high: aHigh },
        { key: "b", share: share(b), low: bLow, high: bHigh },
      ]));
    }
    const row = (name, hits, from, to) => [name, String(sent), String(hits), sent ? percent(share(hits)) : "–", `${percent(from)} to ${percent(to)}`];
    const difference = sent ? `${points(share(a) - share(b))} points` : "–";
    table.fill(
      ["Message", "Sent", "Answered", "Share", "95% interval"],
      [row("A", a, aLow, aHigh), row("B", b, bLow, bHigh), ["A minus B", "", "", difference, `${points(low)} to ${points(high)} points`]],
    );
  };
  const tell = () => {
    if (!sent) return say(status, "Nothing is sent yet. Send, look, and declare a winner when you dare.");
    const [a, b, , , , , low, high] = frames[sent - 1];
    const zero = low <= 0 && high >= 0 ? "0 is inside, so it may be luck" : "0 is outside";
    const left = frames.length - sent;
    say(status, `${sent} of each sent, ${left} left. A: ${a} answered, B: ${b}. The interval of the difference goes from ${points(low)} to ${points(high)} points: ${zero}.`);
  };
  const settle = () => {
    const done = sent === frames.length;
    for (const button of senders) button.setAttribute("aria-disabled", String(done));
    for (const button of declarers) button.setAttribute("aria-disabled", String(!sent));
    draw();
    tell();
  };
  const stop = () => {
    clearInterval(playing);
    playing = null;
    say(rest, "Send the rest");
    settle();
  };
  const send = (count) => {
    if (playing) return stop();
    sent = Math.min(frames.length, sent + count);
    settle();
  };
  const play = () => {
    if (playing) return stop();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still || sent === frames.length) return send(frames.length);
    const [begin, from] = [performance.now(), sent];
    say(rest, "Stop here");
    for (const button of declarers) button.setAttribute("aria-disabled", "false");
    playing = setInterval(() => {
      // By the clock, so that a slow machine shows fewer steps and is done as soon.
      const passed = (performance.now() - begin) / PLAY_MS;
      sent = Math.min(frames.length, from + Math.ceil(passed * (frames.length - from)));
      draw();
      if (sent === frames.length || !element.isConnected) stop();
    }, STEP_MS);
  };
  const crown = (winner) => () => {
    if (!sent) return say(status, "Send at least one of each first.");
    clearInterval(playing);
    declare({ winner, after: sent });
  };
  const quiet = (text, onclick) => h("button", { type: "button", class: "wt-quiet", onclick }, text);
  const rest = quiet("Send the rest", play);
  const senders = [quiet("Send one of each", () => send(1)), quiet("Send ten of each", () => send(10)), rest];
  const declarers = [["a", "A wins"], ["b", "B wins"], ["none", "I can't tell"]].map(([winner, text]) =>
    h("button", { type: "button", onclick: crown(winner) }, text),
  );
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "The race"),
    committed(view),
    h("div", { class: "wt-buttons" }, ...senders),
    status,
    h(
      "div",
      { class: "wt-pair" },
      h("div", { class: "wt-a" }, h("p", { class: "wt-note" }, "A: a square is an answer, a dot is none"), grids.a),
      h("div", { class: "wt-b" }, h("p", { class: "wt-note" }, "B: a square is an answer, a dot is none"), grids.b),
    ),
    chart,
    table.frame,
    h("p", { class: "wt-note" }, ask.intervals_note),
    h("h5", {}, "Declare a winner"),
    h("div", { class: "wt-buttons", role: "group", "aria-label": "Declare a winner" }, ...declarers),
  );
  settle();
  return { element };
}
