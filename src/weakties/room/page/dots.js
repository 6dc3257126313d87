// All answers of one round: dots on a scale, or dots under each choice; fuller dots were surer.
import { h, svg } from "./elements.js";

const LEVELS = [
  ["unsure", "unsure (1–2)"],
  ["between", "in between (3)"],
  ["sure-dot", "sure (4–5)"],
];
const LAST_PLACE = 39;

function dot(x, y, r, level) {
  return svg("circle", { cx: x, cy: y, r: Math.max(1, r - 1.5), "stroke-width": 3, class: LEVELS[level][0] });
}

function levelsOf(counts) {
  return counts.flatMap((count, level) => Array(count).fill(level)).reverse();
}

const total = (counts) => counts.reduce((sum, one) => sum + one, 0);

function picture(width, height, label) {
  return svg("svg", { class: "dots", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
}

/** What the dots mean; it stands once, under all of them. */
export function legend() {
  const one = ([, words], level) => {
    const sample = svg("svg", { class: "sample", viewBox: "0 0 24 24", "aria-hidden": "true" }, dot(12, 12, 12, level));
    return h("span", {}, sample, words);
  };
  return h("p", { class: "legend" }, ...LEVELS.map(one));
}

export function drawScale(round, tally, result, width, height, label) {
  const [low, high] = tally.scale;
  const left = 24;
  const right = width - 24;
  const line = height - 46;
  const place = (value) => left + ((right - left) * (Math.min(Math.max(value, low), high) - low)) / (high - low);
  const highest = Math.max(1, ...round.piles.map((pile) => total(pile.dots)));
  const r = Math.min((right - left) / LAST_PLACE / 2, (line - 12) / highest / 2);
  const drawn = picture(width, height, label);
  const ends = [["start", left, tally.ends[0]], ["end", right, tally.ends[1]]];
  if (result) {
    const x = place(result.value);
    if (result.interval.length) {
      const [from, to] = result.interval.map(place);
      drawn.append(svg("path", { class: "interval", d: `M${from} ${line + 6}H${to}` }));
    }
    drawn.append(svg("path", { class: "line", d: `M${x} 6V${line}` }));
    drawn.append(svg("path", { class: "result", d: `M${x} ${line + 1}l12 14l-12 14l-12 -14z` }));
  }
  drawn.append(svg("path", { class: "axis", d: `M${left} ${line}H${right}` }));
  for (const pile of round.piles) {
    const x = left + ((right - left) * pile.at) / LAST_PLACE;
    levelsOf(pile.dots).forEach((level, index) => drawn.append(dot(x, line - r - 2 - 2 * r * index, r, level)));
  }
  for (const [anchor, x, words] of ends) {
    drawn.append(svg("text", { class: "soft", x, y: height - 6, "text-anchor": anchor, "font-size": 26 }, words));
  }
  return drawn;
}

export function drawChoices(round, choices, result, width) {
  const most = Math.max(1, ...round.counts.map(total));
  const rows = most > width / 26 ? 2 : 1;
  const r = Math.min(14, width / Math.ceil(most / rows) / 2);
  const parts = choices.map((choice, index) => {
    const counts = round.counts[index];
    const came = result && result.value === choice;
    const drawn = picture(width, 2 * r * rows + 2, `${choice}: ${counts[0]} unsure, ${counts[1]} in between, ${counts[2]} sure`);
    levelsOf(counts).forEach((level, number) => {
      drawn.append(dot(r + 2 * r * Math.floor(number / rows), r + 1 + 2 * r * (number % rows), r, level));
    });
    return h("div", {}, h("p", { class: came ? "choice came" : "choice" }, `${came ? "◆ " : ""}${choice}: ${total(counts)}`), drawn);
  });
  return h("div", { class: "choices" }, ...parts);
}
