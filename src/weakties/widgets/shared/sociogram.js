/**
 * A network picture that answers to mouse and keyboard; weakties.sociogram draws it.
 *
 * sociogram(spec, { onPick }) returns { element, update, mark }: `update` shows another spec,
 * `mark` puts a ring around the people with these ids. `onPick` is told the id of whom a click,
 * Enter or Space chose; without it the picture can only be explored.
 */
const sociogram = (() => {
  const TOWARD = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const REACH = 28; // CSS pixels from the pointer to a person
  const MOST_NAMES = 16;
  const LETTER = 6.4;

  /** The nearest person on one side, or the same person if nobody is there. */
  function beside(people, from, [right, down], among) {
    let [best, least] = [from, Infinity];
    for (const row of among) {
      const [x, y] = [people[row].x - people[from].x, people[row].y - people[from].y];
      const along = x * right + y * down;
      const across = Math.abs(x * down - y * right);
      const cost = along + 2 * across;
      if (along > 0 && along >= across && cost < least) [best, least] = [row, cost];
    }
    return best;
  }

  function under(svg, people, { clientX, clientY }) {
    const frame = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / frame.width;
    const [x, y] = [(clientX - frame.left) * scale, (clientY - frame.top) * scale];
    let [best, least] = [null, (REACH * scale) ** 2];
    people.forEach((person, row) => {
      const square = (person.x - x) ** 2 + (person.y - y) ** 2;
      if (square < least) [best, least] = [row, square];
    });
    return best;
  }

  function boxOf(text) {
    const width = LETTER * text.textContent.length;
    const before = { start: 0, middle: width / 2, end: width }[text.getAttribute("text-anchor")];
    const [left, bottom] = [text.getAttribute("x") - before, Number(text.getAttribute("y"))];
    return { left, right: left + width, top: bottom - 9, bottom: bottom + 3 };
  }

  const overlap = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

  /** The drawing with its listeners. `say` gets the words on whom it is about, or null. */
  function canvas(spec, { onPick, tell, marked, start }) {
    const { people } = spec;
    const holder = h("div", { class: "wt-picture" });
    show(holder, spec.svg);
    const svg = holder.firstElementChild;
    const [ties, list, names] = ["ties", "people", "names"].map((part) => svg.querySelector(`.sg-${part}`));
    const [marks, texts] = [[...list.children], [...names.children]];
    const placed = texts.map((text) => text.getAttribute("visibility") !== "hidden");
    const boxes = texts.map(boxOf);
    const litTies = document.createElementNS(svg.namespaceURI, "path");
    litTies.setAttribute("class", "sg-lit");
    ties.append(litTies);

    // What was one image becomes a list that can be walked through.
    svg.removeAttribute("role");
    for (const words of svg.querySelectorAll(":scope > title, :scope > desc")) words.remove();
    for (const part of [ties, names]) part.setAttribute("aria-hidden", "true");
    const attributes = { role: "listbox", "aria-label": spec.title, "aria-multiselectable": "true" };
    for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
    marks.forEach((mark, row) => {
      mark.setAttribute("role", "option");
      mark.setAttribute("aria-label", people[row].name);
      mark.setAttribute("tabindex", "-1");
    });

    let current = start;
    let hovered = null;
    let focused = false;
    let lit = null;

    const write = () => {
      const wanted =
        lit === null
          ? [...people.keys()].sort((a, b) => marked.has(people[b].id) - marked.has(people[a].id))
          : [lit, ...people[lit].near];
      const room = lit === null ? Infinity : MOST_NAMES;
      const taken = [];
      for (const text of texts) text.setAttribute("visibility", "hidden");
      for (const row of wanted) {
        const asked = lit !== null || placed[row] || marked.has(people[row].id);
        if (!asked || taken.length >= room || taken.some((box) => overlap(box, boxes[row]))) continue;
        taken.push(boxes[row]);
        texts[row].setAttribute("visibility", "visible");
      }
    };
    const light = () => {
      const row = hovered ?? (focused ? current : null);
      for (const mark of list.querySelectorAll(".sg-here, .sg-near")) mark.removeAttribute("class");
      svg.classList.toggle("sg-some-lit", row !== null);
      const from = people[row];
      litTies.setAttribute(
        "d",
        row === null ? "" : from.near.map((to) => `M${from.x},${from.y}L${people[to].x},${people[to].y}`).join(""),
      );
      if (row !== null) {
        for (const other of from.near) marks[other].setAttribute("class", "sg-near");
        marks[row].setAttribute("class", "sg-here");
      }
      lit = row;
      write();
      tell(row === null ? null : `${from.told}${marked.has(from.id) ? ` · ${spec.markedWord}` : ""}`);
    };
    const go = (row) => {
      marks[current].setAttribute("tabindex", "-1");
      current = row;
      marks[row].setAttribute("tabindex", "0");
    };
    const mark = () => {
      people.forEach(({ id }, row) => {
        const is = marked.has(id);
        marks[row].setAttribute("aria-selected", String(is));
        marks[row].querySelector(".sg-ring").setAttribute("visibility", is ? "visible" : "hidden");
        texts[row].setAttribute("font-weight", is ? "600" : "400");
      });
      light();
    };
    const onward = ({ key, shiftKey }) => {
      const everybody = [...people.keys()];
      if (key in TOWARD) return beside(people, current, TOWARD[key], shiftKey ? people[current].near : everybody);
      const [place, last] = [spec.order.indexOf(current), people.length - 1];
      const steps = { Home: 0, End: last, PageUp: Math.max(place - 1, 0), PageDown: Math.min(place + 1, last) };
      return key in steps ? spec.order[steps[key]] : null;
    };
    list.addEventListener("keydown", (event) => {
      const chosen = event.key === "Enter" || event.key === " ";
      const row = onward(event);
      if ((!chosen && row === null) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (chosen) onPick?.(people[current].id);
      else marks[row].focus();
    });
    // Not on the list itself: Chromium lets the focus rest on a part of a drawing that listens for it.
    holder.addEventListener("focusin", ({ target }) => {
      const option = target.closest("[role=option]");
      if (!option) return;
      focused = true;
      hovered = null;
      go(marks.indexOf(option));
      light();
    });
    holder.addEventListener("focusout", () => {
      focused = false;
      light();
    });
    const hover = (row) => {
      if (row === hovered) return;
      hovered = row;
      svg.classList.toggle("sg-can-pick", row !== null && Boolean(onPick));
      light();
    };
    svg.addEventListener("pointermove", (event) => hover(under(svg, people, event)));
    svg.addEventListener("pointerleave", () => hover(null));
    svg.addEventListener("click", (event) => {
      const row = under(svg, people, event);
      if (row === null) return;
      marks[row].focus({ preventScroll: true });
      onPick?.(people[row].id);
    });
    go(start);
    mark();
    return {
      element: holder,
      mark,
      hasFocus: () => list.contains(document.activeElement),
      current: () => people[current].id,
      focus: () => marks[current].focus({ preventScroll: true }),
    };
  }

  return function sociogram(spec, { onPick = null } = {}) {
    const summary = h("p", { class: "wt-note" });
    const status = h("p", { class: "wt-status", role: "status" });
    const table = scrollingTable(spec.title);
    const details = h("details", {}, h("summary", {}, "The same as a table"), table.frame);
    const hint = `Point at a person, or press Tab and walk with the arrow keys (with Shift along ties)${
      onPick ? "; a click or Enter picks" : ""
    }.`;
    const tell = (words) => say(status, words ?? hint);
    let shown = spec;
    let marked = new Set(spec.marked);
    let drawing = null;
    const markedWord = () => `${shown.markedWord[0].toUpperCase()}${shown.markedWord.slice(1)}`;
    const summarize = () =>
      say(summary, marked.size ? `${shown.alt} ${markedWord()}, with a ring: ${marked.size}.` : shown.alt);
    const fill = () => {
      if (!details.open) return;
      const word = markedWord();
      const isMarked = (row) => (marked.has(shown.people[row].id) ? "yes" : "no");
      const column = onPick || marked.size > 0;
      table.fill(
        column ? [...shown.header, word] : shown.header,
        shown.rows.map((cells, place) => (column ? [...cells, isMarked(shown.order[place])] : cells)),
      );
    };
    details.addEventListener("toggle", fill);
    const draw = (next, before) => {
      const row = next.people.findIndex(({ id }) => id === before);
      drawing = canvas(next, { onPick, tell, marked, start: row < 0 ? next.order[0] : row });
      summarize();
    };
    draw(spec, null);
    const element = h("div", { class: "wt-sociogram" }, status, drawing.element, summary, details);
    const mark = (ids) => {
      marked.clear();
      for (const id of ids) marked.add(id);
      drawing.mark();
      summarize();
      fill();
    };
    const update = (next) => {
      const [old, hadFocus] = [drawing, drawing.hasFocus()];
      shown = next;
      marked = new Set(next.marked);
      draw(next, old.current());
      old.element.replaceWith(drawing.element);
      if (hadFocus) drawing.focus();
      fill();
    };
    return { element, update, mark };
  };
})();
