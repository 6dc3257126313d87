// The instructor's screen: asks, shows, reveals; who is where, without names; hands and time.
import { at, h, svg } from "./elements.js";
import { clock, listen, post, say } from "./shared.js";

const STAGES = { waiting: "not asked yet", open: "first vote", again: "second vote", shown: "result shown" };
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const setTime = clock(at("time"));
let told = null;
let drawn = "";

async function act(what, more = {}) {
  try {
    await post("do", { what, ...more });
    say(at("said"), "");
  } catch (error) {
    say(at("said"), error.message);
  }
}

function item(one) {
  const now = one.name === told.now;
  const shown = told.wall.shown;
  const button = (label, what, quiet, more) => h("button", { type: "button", class: quiet ? "quiet" : "", "data-key": `${one.name} ${what}`, onclick: () => act(what, more) }, label);
  const steps = [];
  if (!now) steps.push(button(one.stage === "waiting" ? "Ask" : "Put on the wall", "ask", one.stage !== "waiting", { name: one.name }));
  else {
    if (one.result && one.stage !== "shown") steps.push(button("Reveal", "reveal"));
    if ((one.stage === "open" || one.stage === "again") && !shown) steps.push(button(one.result ? "Show votes, no result" : "Show votes", "show", Boolean(one.result)));
    if (one.stage === "open") steps.push(button("Vote again", "again", true));
  }
  const votes = count(one.first, "answer", "answers") + (one.second ? `, then ${one.second}` : "");
  const stage = STAGES[one.stage] + (one.ended ? ", votes shown" : "");
  const onWall = now && told.wall.tally ? told.wall.tally.rounds.at(-1).words : "";
  return h(
    "li",
    { "aria-current": now ? "true" : false },
    h("p", {}, one.text),
    h("p", { class: "note" }, `${stage} · ${votes} · result: ${one.result ? one.result.words : "none from the lesson"}`),
    onWall ? h("p", {}, `On the wall: ${onWall}`) : null,
    steps.length ? h("div", { class: "row" }, ...steps) : null,
  );
}

function playItem(one) {
  const now = one.name === told.play_now;
  const put = h("button", { type: "button", class: "quiet", "data-key": `play ${one.name}`, onclick: () => act("play", { name: one.name }) }, "Put on the wall");
  return h("li", { "aria-current": now ? "true" : false }, h("p", {}, one.title), h("p", { class: "note" }, `${one.n} played it`), now ? null : h("div", { class: "row" }, put));
}

function bars() {
  const n = told.progress.length;
  if (!n || !told.of) return h("p", { class: "note" }, "Nobody has sent a check yet.");
  const height = 60;
  const wide = 600 / n;
  const done = told.progress.reduce((sum, one) => sum + one, 0);
  const label = `Anonymous progress: on average ${(done / n).toFixed(1)} of ${told.of} checks done`;
  const picture = svg("svg", { class: "bars", viewBox: `0 0 600 ${height}`, role: "img", "aria-label": label });
  told.progress.forEach((one, index) => {
    const tall = (height * one) / told.of;
    picture.append(svg("rect", { class: "track", x: index * wide, y: 0, width: wide * 0.8, height }));
    picture.append(svg("rect", { class: "bar", x: index * wide, y: height - tall, width: wide * 0.8, height: tall }));
  });
  const rows = told.checks
    .filter((one) => one.done || Object.keys(one.stuck).length)
    .map((one) => {
      const stuck = Object.entries(one.stuck).map(([kind, many]) => `${many} ${kind}`).join(", ");
      return h("tr", {}, h("th", { scope: "row" }, one.question), h("td", {}, `${one.done} done`), h("td", {}, stuck || "nobody"), h("td", {}, one.choices[1] ? `${one.choices[0]} of ${one.choices[1]}` : "none"));
    });
  const heads = ["Question", "Done", "Held up, by kind of finding", "Choices right at the first try"].map((head) => h("th", { scope: "col" }, head));
  return h("div", {}, picture, h("p", { class: "note" }, label), h("table", {}, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...rows)));
}

function show(news) {
  told = news;
  const { wall } = told;
  at("summary").textContent = `Code ${wall.code} at ${told.address} · ${count(wall.people, "person", "people")} in`;
  at("simulated").hidden = !wall.simulated;
  at("simulated").textContent = `Rehearsal: ${wall.simulated} are simulated.`;
  if (told.said) say(at("said"), told.said);
  at("hands").textContent = told.hands ? `${count(told.hands, "person is", "people are")} stuck` : "Nobody is stuck";
  at("lower").disabled = !told.hands;
  at("lock").setAttribute("aria-pressed", wall.locked);
  at("lock").textContent = wall.locked ? "Open the door" : "Close the door";
  at("wall").href = `../../wall/${told.wall_secret}/`;
  setTime(wall.left);
  const key = JSON.stringify([told.questions, told.now, wall.tally, told.plays, told.play_now]);
  if (key !== drawn) {
    drawn = key;
    const held = document.activeElement?.dataset?.key;
    at("questions").replaceChildren(...told.questions.map(item));
    at("plays").replaceChildren(...told.plays.map(playItem));
    at("played").hidden = !told.plays.length;
    const again = held && [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held);
    if (again) again.focus();
    else if (held) (document.querySelector("li[aria-current] button") ?? at("questions-heading")).focus();
  }
  at("progress").replaceChildren(bars());
}

at("questions-heading").tabIndex = -1;
at("lower").addEventListener("click", () => act("hands"));
at("clear").addEventListener("click", () => act("clear"));
at("lock").addEventListener("click", () => act("lock", { on: at("lock").getAttribute("aria-pressed") !== "true" }));
at("stop").addEventListener("click", () => act("time", { minutes: 0 }));
at("timer").addEventListener("submit", (event) => {
  event.preventDefault();
  act("time", { minutes: Number(at("minutes").value.replace(",", ".")) || 0 });
});
at("close").addEventListener("click", () => act("close"));
listen("live", show, {
  lost: () => say(at("said"), "The room can't be reached; trying again …"),
  refused: (words) => say(at("said"), words),
});
