// The page of a participant: joins after asking, takes one answer for each question, and lets go.
import { at, h } from "./elements.js";
import { clock, listen, post, say } from "./shared.js";

const KEPT = "weakties-room-ticket";
const SURE = ["a wild guess", "unsure", "in between", "quite sure", "certain"];
const setTime = clock(at("time"));
let ticket = "";
let mine = { first: {}, second: {} };
let shown = "";
let helped = 0;
let told = null;
let room = { stop() {} };

const said = (words) => say(at("said"), words);

/** Send over the open connection, which costs a full room least, or else by a request of its own. */
async function give(what, told) {
  const answer = (await room.send({ what, ...told })) ?? (await post(what, { ticket, ...told }));
  if (answer.error) throw new Error(answer.error);
  return answer;
}

function tried(error) {
  said(error.message);
}

async function enter(event) {
  event.preventDefault();
  if (!at("agreed").checked) {
    said("First read what is sent, and tick the box if that is fine with you.");
    at("agreed").focus();
    return;
  }
  try {
    ({ ticket } = await post("join", { code: at("code").value, agreed: true }));
    await begin();
    at("title").focus();
  } catch (error) {
    tried(error);
    at("code").focus();
  }
}

async function begin() {
  mine = await post("mine", { ticket });
  sessionStorage.setItem(KEPT, ticket);
  history.replaceState(null, "", location.pathname);
  for (const [id, hidden] of [["outside", true], ["inside", false], ["always", false]]) at(id).hidden = hidden;
  press(mine.hand);
  said("You are in. Your answers carry no name.");
  room.stop();
  room = listen("live", show, {
    first: ticket,
    look: () => post("now", { ticket }),
    lost: () => said("The room can't be reached; trying again …"),
    refused: (words) => outside(words || "The room does not know you any more. Join with the code again."),
  });
}

function outside(words) {
  room.stop();
  sessionStorage.removeItem(KEPT);
  ticket = shown = "";
  for (const [id, hidden] of [["outside", false], ["inside", true], ["always", true]]) at(id).hidden = hidden;
  said(words);
  document.querySelector("#outside h1").focus();
}

const round = () => (told.stage === "again" ? "second" : "first");

function given(name, which) {
  const found = mine[which][name];
  return found && `${found[0]}${told.question.unit && ` ${told.question.unit}`}`;
}

function show(news) {
  told = news;
  if (at("said").textContent.startsWith("The room can't")) said("");
  setTime(told.left);
  if (told.helped !== helped) {
    helped = told.helped;
    if (raised()) lowered();
  }
  const key = JSON.stringify([told.question?.name, told.stage, told.shown, told.result, told.play]);
  if (key === shown) return;
  if (shown) said("");
  shown = key;
  draw();
}

function draw() {
  const { question, stage, result } = told;
  const answered = question && mine[round()][question.name];
  const open = question && !told.shown && stage !== "shown" && !answered;
  at("answer").hidden = !open;
  at("title").textContent = !question ? "You are in" : open ? (stage === "again" ? "Vote again" : "Your guess") : question.text;
  at("answer").replaceChildren(...(open ? fields(question) : []));
  let words = "";
  if (told.play) words = `Look at the wall: ${told.play}.`;
  else if (!question) words = "Wait for the first question. It will appear here by itself.";
  else if (stage === "shown") words = result ? `It is ${result.words}, ${result.from}.` : "Look at the wall.";
  else if (told.shown) words = "All answers are on the wall. Talk with your neighbor: what speaks for another answer?";
  else if (answered) words = "Look at the wall: the result comes once all have answered.";
  const before = question && (given(question.name, "second") ?? given(question.name, "first"));
  at("state").textContent = before ? `You said ${before}. ${words}` : words;
}

function fields(question) {
  const sure = h(
    "fieldset",
    { class: "sure" },
    h("legend", {}, "How sure are you?"),
    h("div", { class: "options" }, ...SURE.map((words, index) => h("label", {}, h("input", { type: "radio", name: "sure", value: index + 1 }), `${index + 1} · ${words}`))),
  );
  const first = question.choices.length
    ? h(
        "fieldset",
        {},
        h("legend", {}, question.text),
        h("div", { class: "options" }, ...question.choices.map((choice, index) => h("label", {}, h("input", { type: "radio", name: "choice", value: index }), choice))),
      )
    : h(
        "p",
        {},
        h("label", { class: "asked", for: "number" }, question.text),
        h("input", { type: "text", id: "number", inputmode: "decimal", autocomplete: "off", "aria-describedby": "span" }),
        h("span", { id: "span", class: "note" }, question.span),
      );
  return [first, sure, h("button", { type: "submit" }, "Send")];
}

function answerIn(form, question) {
  if (question.choices.length) return question.choices[form.elements.choice.value];
  const typed = at("number").value.trim().replace("−", "-").replace(",", ".");
  const number = typed === "" ? NaN : Number(typed);
  const [low, high] = question.between;
  return Number.isFinite(number) && (low === undefined || (low <= number && number <= high)) ? number : undefined;
}

async function send(event) {
  event.preventDefault();
  const { question } = told;
  const answer = answerIn(event.target, question);
  const sure = Number(event.target.elements.sure.value);
  if (answer === undefined) {
    said(question.choices.length ? "First choose an answer." : `First a number: ${question.span}.`);
    event.target.querySelector("input").focus();
  } else if (!sure) {
    said("And how sure are you?");
    event.target.querySelector("[name=sure]").focus();
  } else {
    const which = round();
    try {
      said((await give("vote", { name: question.name, answer, sure })).said);
      mine[which][question.name] = [answer, sure];
      draw();
      at("title").focus();
    } catch (error) {
      tried(error);
    }
  }
}

const raised = () => at("hand").getAttribute("aria-pressed") === "true";

function press(up) {
  at("hand").setAttribute("aria-pressed", up);
}

async function lowered() {
  try {
    press((await give("mine")).hand);
    if (!raised()) said("The instructor has lowered your hand.");
  } catch (error) {
    tried(error);
  }
}

async function hand() {
  const up = !raised();
  try {
    await give("hand", { up });
    press(up);
    said(up ? "The instructor sees one more hand." : "Your hand is down.");
  } catch (error) {
    tried(error);
  }
}

async function leave() {
  try {
    outside((await post("leave", { ticket })).said);
  } catch (error) {
    tried(error);
  }
}

at("enter").addEventListener("submit", enter);
at("answer").addEventListener("submit", send);
at("hand").addEventListener("click", hand);
at("leave").addEventListener("click", leave);
const fragment = location.hash.slice(1);
if (fragment.startsWith("me=")) ticket = fragment.slice(3);
else ticket = sessionStorage.getItem(KEPT) ?? "";
if (!fragment.startsWith("me=")) at("code").value = fragment;
if (ticket) begin().catch(() => outside(""));
