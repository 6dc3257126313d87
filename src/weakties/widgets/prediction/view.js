/** The number that was typed, with a point or a comma before its decimals; NaN if it is none. */
function typedNumber(text) {
  const trimmed = text.trim().replace("\u2212", "-").replace(",", ".");
  return trimmed === "" ? NaN : Number(trimmed);
}

function numberField(ask, id) {
  const field = h("input", {
    id,
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-describedby": `${id}-span`,
  });
  const element = h(
    "div",
    {},
    h("label", { class: "wt-asked", for: id }, ask.question),
    h("div", { class: "wt-figure" }, field, h("span", { id: `${id}-span` }, ask.span)),
  );
  const answer = () => {
    const value = typedNumber(field.value);
    const [low, high] = ask.between;
    const inside = low === undefined || (low <= value && value <= high);
    return Number.isFinite(value) && inside ? value : undefined;
  };
  const missing = () =>
    field.value.trim() === "" ? "First your guess." : `“${field.value.trim()}” does not fit: a number ${ask.span}.`;
  return { element, answer, missing, focus: () => field.focus() };
}

function choiceField(ask, id) {
  let chosen;
  const options = ask.choices.map((choice) => ({ value: choice, label: choice }));
  const change = (value) => { chosen = value; };
  const element = radios(ask.question, options, { name: id, kind: "wt-column", change });
  const focus = () => element.querySelector("input").focus();
  return { element, answer: () => chosen, missing: () => "First your choice.", focus };
}

function form(ask, commit) {
  const prefix = unique();
  let sure;
  const field = (ask.choices.length ? choiceField : numberField)(ask, `${prefix}-answer`);
  const howSure = sureness(`${prefix}-sure`, (value) => { sure = value; });
  const note = h("p", { class: "wt-note", role: "status" });
  const submitted = (event) => {
    event.preventDefault();
    const answer = field.answer();
    if (answer === undefined) {
      say(note, field.missing());
      field.focus();
    } else if (sure === undefined) {
      say(note, "And how sure are you?");
      howSure.querySelector("input").focus();
    } else {
      say(note, "Committing …");
      commit({ answer, sure });
    }
  };
  return h(
    "form",
    { novalidate: true, onsubmit: submitted },
    field.element,
    howSure,
    h("button", { type: "submit" }, "Commit"),
    note,
  );
}

function render({ model, el }) {
  const ask = model.get("ask");
  const root = stage("wt-prediction");
  root.append(h("p", { class: "wt-note" }, "Your prediction"));
  const asked = form(ask, (sent) => {
    model.set("sent", sent);
    model.save_changes();
  });
  const goesAlong = focusGoesAlong(asked);
  const question = h("p", { class: "wt-asked" }, ask.question);
  const status = h("p", { class: "wt-status", role: "status", tabindex: "-1" });
  root.append(asked, question, status);
  el.append(root);

  const update = () => {
    const said = model.get("said");
    const withFocus = said !== "" && goesAlong();
    asked.hidden = said !== "";
    question.hidden = status.hidden = said === "";
    say(status, said && `${said} It is committed, and stands.`);
    if (withFocus) status.focus();
  };
  model.on("change:said", update);
  update();
  return () => model.off("change:said", update);
}

export default { render };
