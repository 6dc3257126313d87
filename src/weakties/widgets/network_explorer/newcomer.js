/**
 * Somebody beside a network picture who can be dragged into it, and then knows whoever is in reach.
 *
 * newcomer(spec, network, changed) adds the mark to the drawing of `network`; `changed` gets the ids
 * of the people whom the newcomer knows. Returns { know }, which shows whom the newcomer knows now.
 */
function newcomer({ name, x, y, reach }, { svg, people }, changed) {
  const draw = (tag, attributes, ...children) => {
    const element = document.createElementNS(svg.namespaceURI, tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const { width, height } = svg.viewBox.baseVal;
  const within = (value, most) => Math.min(Math.max(value, 12), most - 26);
  const at = { x, y };
  let known = [];

  const ties = draw("path", { class: "wt-brought", "aria-hidden": "true" });
  const circle = draw("circle", { class: "wt-reach", r: reach });
  const words = draw("text", { y: 24 }, name);
  const mark = draw(
    "g",
    {
      class: "wt-newcomer", role: "slider", tabindex: "0", "aria-valuemin": 0,
      "aria-valuemax": people.length, "aria-label": `${name}, a newcomer: how many they know`,
    },
    circle,
    // As large as what a finger can hit.
    draw("circle", { class: "wt-grip", r: 22 }),
    draw("path", { class: "wt-star", d: "M0,-12L3.5,-4L12,-3.5L5.5,2L7.5,10.5L0,6L-7.5,10.5L-5.5,2L-12,-3.5L-3.5,-4Z" }),
    words,
  );
  svg.querySelector(".sg-people").before(ties);
  svg.append(mark);

  const far = (person) => Math.hypot(person.x - at.x, person.y - at.y);
  const nearest = () => [...people].sort((one, other) => far(one) - far(other));
  /** Write the name so that it ends before the edge of the picture. */
  const write = () => {
    const [anchor, aside] = at.x < 80 ? ["start", -12] : at.x > width - 80 ? ["end", 12] : ["middle", 0];
    words.setAttribute("text-anchor", anchor);
    words.setAttribute("x", aside);
  };
  const show = () => {
    write();
    mark.setAttribute("transform", `translate(${at.x},${at.y})`);
    mark.setAttribute("aria-valuenow", known.length);
    mark.setAttribute("aria-valuetext", `knows ${known.length} of ${people.length}`);
    const ends = people.filter(({ id }) => known.includes(id));
    ties.setAttribute("d", ends.map((person) => `M${at.x},${at.y}L${person.x},${person.y}`).join(""));
  };
  const know = (ids) => {
    known = ids;
    show();
  };
  const meet = (ids) => {
    if (ids.length === known.length && ids.every((id) => known.includes(id))) return show();
    know(ids);
    changed(ids);
  };

  // One more is the nearest who is missing, one less the farthest who is known.
  const oneMore = () => {
    const next = nearest().find(({ id }) => !known.includes(id));
    return next ? [...known, next.id] : known;
  };
  const oneLess = () => {
    const last = nearest().reverse().find(({ id }) => known.includes(id));
    return known.filter((id) => id !== last?.id);
  };
  const everybody = () => people.map(({ id }) => id);
  const KEYS = {
    ArrowRight: oneMore, ArrowUp: oneMore, ArrowLeft: oneLess, ArrowDown: oneLess,
    Home: () => [], End: everybody,
  };
  mark.addEventListener("keydown", (event) => {
    if (!(event.key in KEYS) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    meet(KEYS[event.key]());
  });

  const drag = (event) => {
    const hand = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    [at.x, at.y] = [within(hand.x, width), within(hand.y, height)];
    meet(people.filter((person) => far(person) <= reach).map(({ id }) => id));
  };
  const held = (is) => mark.classList.toggle("wt-held", is);
  mark.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    mark.setPointerCapture(event.pointerId);
    mark.focus({ preventScroll: true });
    held(true);
  });
  mark.addEventListener("pointermove", (event) => {
    // The picture would light up whom the pointer passes.
    event.stopPropagation();
    if (event.buttons && mark.classList.contains("wt-held")) drag(event);
  });
  for (const end of ["pointerup", "pointercancel"]) mark.addEventListener(end, () => held(false));
  // Nor is it a press on a person who stands below.
  mark.addEventListener("click", (event) => event.stopPropagation());
  show();
  return { know };
}
