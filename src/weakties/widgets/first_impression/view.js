const CROSS_MS = 600;
// A screen draws a frame about every 17 ms; a flash ends with the frame nearest to its length.
const HALF_A_FRAME_MS = 8;

/** Show `element` for about `ms`; resolves to the time from its frame to the one without it. */
function flash(element, ms) {
  return new Promise((done) => {
    let start = null;
    const frame = (now) => {
      if (start === null) {
        start = now;
        element.classList.remove("wt-off");
      } else if (now - start >= ms - HALF_A_FRAME_MS) {
        element.classList.add("wt-off");
        done(now - start);
        return;
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

const askFirst = (ask, commit) =>
  predictFirst({
    title: "Before you look",
    names: ["changed", "spread"],
    questions: (keep) => [
      h("label", { class: "wt-number" }, ask.changed, countChoice(ask.most, keep("changed"))),
      radios(ask.spread, ask.spreads, { name: `${unique()}-spread`, kind: "wt-column", change: keep("spread") }),
    ],
    action: "Commit and begin",
    missing: "Answer all three first: how many, how much, how sure.",
    commit,
  });

/** The rating of a photo from lowest to highest; `rated` is called when one is chosen. */
function ratingScale(ask, rated) {
  const options = [];
  for (let n = ask.lowest; n <= ask.highest; n += 1) options.push({ value: n, label: String(n) });
  const legend = `${ask.rating} ${ask.lowest} is not at all, ${ask.highest} is very.`;
  const group = radios(legend, options, { name: `${unique()}-rating`, change: rated });
  const inputs = [...group.querySelectorAll("input")];
  return {
    group,
    focus: () => inputs[0].focus(),
    clear: () => inputs.forEach((input) => { input.checked = false; }),
  };
}

/** Both looks: a screen, a scale, a button. `save` sends a rating with the time of its flash. */
function look(ask, { title, hurried, save }) {
  let rating = null;
  let shownFor = null;
  let next = null;
  const photo = h("span", { class: "wt-picture wt-off" });
  const mask = picture(ask.mask, true);
  const cross = h("span", { class: "wt-cross wt-off", "aria-hidden": "true" }, "+");
  mask.classList.add("wt-off");
  if (hurried) photo.setAttribute("aria-hidden", "true");
  const status = h("p", { role: "status" });
  const button = h("button", { type: "button" });
  const set = (words, enabled) => {
    say(button, words);
    button.setAttribute("aria-disabled", String(!enabled));
  };
  const scale = ratingScale(ask, (value) => {
    rating = value;
    set(next.number === ask.most ? "Save this rating" : "Save and show the next photo", true);
  });
  const ready = (words, focus) => {
    scale.group.disabled = false;
    set(words, false);
    if (focus) scale.focus();
  };
  const reveal = async () => {
    scale.clear();
    rating = null;
    if (!hurried) {
      photo.classList.remove("wt-off");
      ready("Rate it first", element.contains(document.activeElement));
      return;
    }
    scale.group.disabled = true;
    set("Look at the cross", false);
    mask.classList.add("wt-off");
    cross.classList.remove("wt-off");
    await new Promise((done) => setTimeout(done, CROSS_MS));
    cross.classList.add("wt-off");
    shownFor = await flash(photo, ask.flash_ms);
    mask.classList.remove("wt-off");
    say(status, `${next.progress} It was shown for ${Math.round(shownFor)} ms.`);
    ready("Rate it first", true);
  };
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    if (rating === null) reveal();
    else {
      // Until the next photo comes, a second press must not rate it.
      set("Saving", false);
      save(rating, shownFor);
    }
  });
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, title),
    status,
    h(
      "div",
      { class: "wt-rate" },
      h("div", { class: "wt-screen" }, photo, cross, mask),
      h("div", {}, scale.group, button),
    ),
  );
  const update = (view) => {
    const begun = next !== null;
    next = view;
    show(photo, view.svg);
    say(status, view.progress);
    if (begun || !hurried) reveal();
    else {
      scale.group.disabled = true;
      set("Show the photo", true);
    }
  };
  return { element, update };
}

function result(ask, again) {
  const status = h("p", { role: "status", class: "wt-status" });
  const timing = h("p", { class: "wt-note" });
  const limits = h("p");
  const [dots, lines] = [h("div"), h("div")];
  const table = scrollingTable("Your ratings, from 1 to 9");
  const element = h(
    "section",
    {},
    h("h4", { tabindex: "-1" }, "What your ratings say"),
    status,
    h("div", { class: "wt-charts" }, dots, lines),
    limits,
    timing,
    table.frame,
    startAgain(again, "Start again", "Start again, without these ratings?"),
  );
  const update = (view) => {
    show(dots, view.scatter);
    show(lines, view.strips);
    table.fill(view.header, view.rows);
    say(timing, view.timing);
    say(limits, view.not_said);
    say(status, view.status);
  };
  return { element, update };
}

function render({ model, el }) {
  const ask = model.get("ask");
  const send = sender(model);
  const append = (name, value) => [...model.get(name), value];
  const parts = {
    ask: () => askFirst(ask, (prediction) => send({ prediction })),
    first: () =>
      look(ask, {
        title: `First look: ${ask.flash_ms} ms each`,
        hurried: true,
        save: (rating, ms) => send({ flashes: append("flashes", ms), first: append("first", rating) }),
      }),
    second: () =>
      look(ask, {
        title: "Second look: no hurry",
        hurried: false,
        save: (rating) => send({ second: append("second", rating) }),
      }),
    result: () => result(ask, () => send({ restart: model.get("restart") + 1 })),
  };
  const root = stage("wt-first-impression", ask.title, ask.introduction);
  el.append(root);

  return inStages(model, root, parts);
}

export default { render };
