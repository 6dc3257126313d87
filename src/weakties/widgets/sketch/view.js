const FIELD = { width: 600, height: 300, left: 56, right: 580, top: 30, bottom: 240 };
const STEPS = 40;
const LEAP = 5;

const SVG = h("template");
SVG.innerHTML = "<svg></svg>";

/** An element of a drawing: s("circle", { r: 6 }). */
function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG.content.firstChild.namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Where places and numbers lie on the chart, and back. */
function scales({ places, between: [low, high] }) {
  const column = (FIELD.right - FIELD.left) / places.length;
  const tall = FIELD.bottom - FIELD.top;
  const within = (value, least, most) => Math.min(Math.max(value, least), most);
  const step = (high - low) / STEPS;
  return {
    step,
    column,
    x: (at) => FIELD.left + (at + 0.5) * column,
    y: (value) => FIELD.bottom - (tall * (value - low)) / (high - low),
    place: (x) => within(Math.floor((x - FIELD.left) / column), 0, places.length - 1),
    number: (y) => low + ((high - low) * (FIELD.bottom - y)) / tall,
    snapped: (value) =>
      Number((low + Math.round((within(value, low, high) - low) / step) * step).toPrecision(6)),
  };
}

/** The chart without a curve. */
function field(ask, { x, y }) {
  const [low, high] = ask.between;
  const label = (attributes, text) => s("text", attributes, text);
  const tick = (value) =>
    label({ class: "wt-tick wt-side", x: FIELD.left - 8, y: y(value) + 4 }, String(value));
  return [
    s("path", { class: "wt-zero", d: `M${FIELD.left},${FIELD.top}V${FIELD.bottom}H${FIELD.right}` }),
    label({ class: "wt-tick wt-first", x: FIELD.left, y: 14 }, ask.unit),
    ...[low, (low + high) / 2, high].map(tick),
    ...ask.places.map((place, at) => label({ class: "wt-tick", x: x(at), y: FIELD.bottom + 20 }, place)),
    label({ class: "wt-tick", x: (FIELD.left + FIELD.right) / 2, y: FIELD.bottom + 44 }, ask.across),
  ];
}

/** The line through the points that are drawn; a gap where one is missing. */
function path(heights, { x, y }) {
  let pen = "M";
  return heights.reduce((d, height, at) => {
    if (height === null) pen = "M";
    else {
      d += `${pen}${x(at)},${y(height)}`;
      pen = "L";
    }
    return d;
  }, "");
}

/** A chart to draw on. `changed` is called at each change; `heights` are null where nothing is drawn. */
function drawingField(ask, changed) {
  const scale = scales(ask);
  const [low, high] = ask.between;
  const heights = ask.places.map(() => null);
  const line = s("path", { class: "wt-drawn" });
  const points = ask.places.map((place, at) => point(place, at));
  const chart = s(
    "svg",
    { class: "wt-chart wt-field", viewBox: `0 0 ${FIELD.width} ${FIELD.height}`, role: "group", "aria-label": ask.question },
    ...field(ask, scale),
    line,
    ...points,
  );

  function point(place, at) {
    const mark = s("circle", { r: 8, cx: scale.x(at) });
    const handle = s(
      "g",
      {
        class: "wt-point", role: "slider", tabindex: at ? "-1" : "0", "aria-orientation": "vertical",
        "aria-label": `${place}, ${ask.across}`, "aria-valuemin": low, "aria-valuemax": high,
      },
      mark,
    );
    handle.addEventListener("keydown", (event) => pressed(event, at));
    handle.addEventListener("focus", () => points.forEach((one) => one.setAttribute("tabindex", one === handle ? "0" : "-1")));
    return handle;
  }

  function show(at) {
    const height = heights[at];
    const value = height ?? low;
    points[at].classList.toggle("wt-open", height === null);
    points[at].firstChild.setAttribute("cy", scale.y(value));
    points[at].setAttribute("aria-valuenow", value);
    points[at].setAttribute("aria-valuetext", height === null ? "not drawn yet" : `${height} ${ask.unit}`);
    line.setAttribute("d", path(heights, scale));
  }

  function put(at, value) {
    heights[at] = scale.snapped(value);
    show(at);
    changed();
  }

  function pressed(event, at) {
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: LEAP, PageDown: -LEAP }[event.key];
    const end = { Home: low, End: high }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (sideways) points[at + sideways]?.focus();
    else if (end !== undefined) put(at, end);
    // A first press begins where the curve stands to the left.
    else if (steps) put(at, (heights[at] ?? heights[at - 1] ?? low) + steps * scale.step);
    else return;
    event.preventDefault();
  }

  let last = null;
  function hand(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
    return { at: scale.place(at.x), value: scale.number(at.y) };
  }
  function drag(event) {
    const now = hand(event);
    const from = last ?? now;
    // A quick hand skips places: they lie on the line between.
    const many = Math.abs(now.at - from.at);
    for (let k = 1; k < many; k += 1) {
      put(from.at + Math.sign(now.at - from.at) * k, from.value + ((now.value - from.value) * k) / many);
    }
    put(now.at, now.value);
    last = now;
  }
  chart.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    chart.setPointerCapture(event.pointerId);
    last = null;
    drag(event);
    points[hand(event).at].focus();
  });
  chart.addEventListener("pointermove", (event) => { if (event.buttons && last) drag(event); });
  chart.addEventListener("pointerup", () => { last = null; });
  heights.forEach((_, at) => show(at));
  const missing = () => points[heights.indexOf(null)];
  return { chart, heights, missing };
}

function finished(ask, heights, said) {
  const scale = scales(ask);
  return s(
    "svg",
    { class: "wt-chart", viewBox: `0 0 ${FIELD.width} ${FIELD.height}`, role: "img", "aria-label": said },
    ...field(ask, scale),
    s("path", { class: "wt-drawn", d: path(heights, scale) }),
    ...heights.map((height, at) => s("circle", { class: "wt-done", r: 7, cx: scale.x(at), cy: scale.y(height) })),
  );
}

function form(ask, commit) {
  let sure;
  const note = h("p", { class: "wt-note", role: "status" });
  const sketch = drawingField(ask, () => say(note, ""));
  const howSure = sureness(`${unique()}-sure`, (value) => { sure = value; });
  const submitted = (event) => {
    event.preventDefault();
    const open = sketch.missing();
    if (open) {
      const left = sketch.heights.filter((height) => height === null).length;
      say(note, `First your curve: ${left} of ${ask.places.length} places are open.`);
      open.focus();
    } else if (sure === undefined) {
      say(note, "And how sure are you?");
      howSure.querySelector("input").focus();
    } else {
      say(note, "Committing …");
      commit({ answer: [...sketch.heights], sure });
    }
  };
  return h(
    "form",
    { novalidate: true, onsubmit: submitted },
    h("p", { class: "wt-note" }, "Draw across the chart with the mouse. By keyboard: up and down move a point, left and right go to its neighbor."),
    sketch.chart,
    howSure,
    h("button", { type: "submit" }, "Commit"),
    note,
  );
}

function render({ model, el }) {
  const ask = model.get("ask");
  const root = stage("wt-sketch");
  const asked = form(ask, (sent) => sender(model)({ sent }));
  const goesAlong = focusGoesAlong(asked);
  const status = h("p", { class: "wt-status", role: "status", tabindex: "-1" });
  const drawn = h("div", {});
  root.append(h("p", { class: "wt-note" }, "Your prediction"), h("p", { class: "wt-asked" }, ask.question), asked, drawn, status);
  el.append(root);

  const update = () => {
    const said = model.get("said");
    const withFocus = said !== "" && goesAlong();
    asked.hidden = said !== "";
    status.hidden = said === "";
    if (said) drawn.replaceChildren(finished(ask, model.get("drawn"), said));
    say(status, said && `${said} It is committed: the data come over it next.`);
    if (withFocus) status.focus();
  };
  model.on("change:said", update);
  update();
  return () => model.off("change:said", update);
}

export default { render };
