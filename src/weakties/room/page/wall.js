// The wall: the code, then how many have answered, then all answers on one scale.
import { at, h } from "./elements.js";
import { clock, listen } from "./shared.js";
import { drawChoices, drawScale, legend } from "./dots.js";

const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const setTime = clock(at("time"));
let before = "";

function lobby(told) {
  return [
    h("h1", {}, "Come in with your phone or your notebook"),
    h(
      "div",
      { class: "lobby" },
      h(
        "div",
        {},
        h("p", { class: "address" }, told.address),
        h("p", { class: "code" }, told.locked ? "closed" : told.code),
        h("p", {}, "No name, no account. Before anything is sent you are asked."),
      ),
      h("img", { class: "qr", src: "../../code.svg", alt: `QR code of ${told.address} with the code ${told.code}` }),
    ),
  ];
}

function waiting(told) {
  const again = told.stage === "again";
  const choices = told.question.choices;
  return [
    h("h1", {}, told.question.text),
    choices.length ? h("ul", { class: "options-shown" }, ...choices.map((one) => h("li", {}, one))) : h("p", {}, `Asked for: ${told.question.span}`),
    h("p", { class: "many", id: "votes" }, `${told.votes} of ${told.people}`),
    h("p", {}, again ? "have voted again, after talking with their neighbors" : "have made their guess"),
  ];
}

function answers(told) {
  const { rounds } = told.tally;
  const two = rounds.length > 1;
  const names = two ? ["At first", "After the discussion"] : [""];
  const [width, height] = two ? [590, 270] : [1200, 300];
  const parts = rounds.map((round, index) => {
    const label = `${names[index] || "All answers"}, ${count(round.n, "answer", "answers")}. ${round.words}`;
    const picture = told.question.choices.length
      ? drawChoices(round, told.question.choices, told.result, width)
      : drawScale(round, told.tally, told.result, width, height, label);
    const heading = two ? h("h2", {}, `${names[index]} (${round.n})`) : null;
    return h("section", {}, heading, picture, h("p", { class: "summary" }, round.words));
  });
  const result = told.result ? h("p", { class: "answer" }, `◆ ${told.result.words}, ${told.result.from}`) : null;
  const none = told.no_result ? h("p", {}, told.no_result) : null;
  return [h("h1", {}, told.question.text), result, none, h("div", { class: two ? "two" : "" }, ...parts), legend()];
}

function matrix([goodIn, goodOut, badIn, badOut]) {
  const share = (one, of) => `${one} (${of ? Math.round((100 * one) / of) : 0}%)`;
  const row = (kind, taken, left, right) => h(
    "tr",
    {},
    h("th", { scope: "row" }, kind),
    h("td", { class: right === 0 ? "came" : "" }, share(taken, taken + left)),
    h("td", { class: right === 1 ? "came" : "" }, share(left, taken + left)),
  );
  const heads = ["Turned out", "Accepted", "Declined"].map((head) => h("th", { scope: "col" }, head));
  return h("table", { class: "matrix" }, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, row("good", goodIn, goodOut, 0), row("bad", badIn, badOut, 1)));
}

function played({ title, n, matrix: counts, matrix_words: words, rounds, ...scale }) {
  const parts = rounds.map((round) => {
    const label = `${round.title}, ${count(round.n, "person", "people")}. ${round.words}`;
    return h("section", {}, h("h2", {}, round.title), drawScale(round, scale, null, 590, 270, label), h("p", { class: "summary" }, round.words));
  });
  if (counts.length) parts.unshift(h("section", {}, h("h2", {}, "All decisions together"), matrix(counts), h("p", { class: "summary" }, words)));
  const many = h("p", {}, `${count(n, "person has", "people have")} played it. Each dot is somebody, and nobody in particular.`);
  return [h("h1", {}, title), many, n ? h("div", { class: "two" }, ...parts) : null];
}

function show(told) {
  at("where").replaceChildren(told.address.replace(/^https?:\/\/|\/$/g, ""), "  ", h("span", { class: "code" }, told.locked ? "door closed" : told.code));
  at("people").textContent = `${told.people} in`;
  at("simulated").hidden = !told.simulated;
  at("simulated").textContent = `Rehearsal: ${told.simulated} are simulated`;
  setTime(told.left);
  const { left, people, simulated, ...rest } = told;
  const now = JSON.stringify(told.question && !told.tally ? { ...rest, people } : rest);
  if (now === before) return;
  before = now;
  const parts = told.together ? played(told.together) : !told.question ? lobby(told) : told.tally ? answers(told) : waiting(told);
  at("main").replaceChildren(...parts.filter((part) => part));
}

listen("live", show, {
  lost: () => { at("people").textContent = "The room can't be reached; trying again …"; },
  refused: (words) => at("main").replaceChildren(h("h1", {}, words)),
});
