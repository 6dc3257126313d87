"""How long a network picture takes: layout and drawing in Python, a step through it in a browser.

    python3 benchmarks/sociogram.py [--rounds 5] [--browser] [--json]

Python's figures are time of one core. The browser's are medians of script, style and layout, without
painting; they need Chromium, which ``python3 run.py test`` installs.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from weakties.sociogram import Person, Tie, picture_of, spec_of
from weakties.sociogram.layout import layout

SIZES = ((60, 180), (200, 800), (500, 3_000))
REDRAW = """spec => {
  const network = sociogram(spec, { onPick: () => {} });
  document.querySelector("main").replaceChildren(network.element);
  const options = [...document.querySelectorAll("[role=option]")];
  const settled = () => document.querySelector("main").getBoundingClientRect();
  const timed = (work) => { const begin = performance.now(); work(); settled(); return performance.now() - begin; };
  const most = spec.order.slice(0, 20);
  return {
    open: timed(() => network.update(spec)),
    step: most.map(row => timed(() => document.querySelectorAll("[role=option]")[row].focus())),
    mark: most.map(row => timed(() => network.mark([spec.people[row].id]))),
  };
}"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=5, help="How often each is measured.")
    options.add_argument("--browser", action="store_true", help="Measure the front end as well.")
    options.add_argument("--json", action="store_true", help="Print every value, for a script.")
    chosen = options.parse_args()
    networks = {size: network(*size) for size in SIZES}
    found = {size: in_python(*networks[size], chosen.rounds) for size in SIZES}
    if chosen.browser:
        for size, values in in_browser(networks, chosen.rounds).items():
            found[size] |= values
    if chosen.json:
        print(json.dumps({str(size): values for size, values in found.items()}, indent=1))
        return
    for (people, ties), values in found.items():
        said = ", ".join(f"{what} {1000 * median(times):.1f} ms" for what, times in values.items())
        print(f"{people:>4} people, {ties:>5,} ties: {said}")
    steps = [median(found[size]["layout"]) for size in SIZES]
    print(f"Layout of the largest takes {steps[-1] / steps[0]:.0f} times that of the smallest.")


def network(people: int, ties: int) -> tuple[list[Person], list[Tie]]:
    """Return circles of twenty, with nine of ten ties inside a circle."""
    chance = random.Random(people)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < ties:
        a = chance.randrange(people)
        b = (
            a // 20 * 20 + chance.randrange(20)
            if chance.random() < 0.9
            else chance.randrange(people)
        )
        if a != b and b < people:
            pairs.add((min(a, b), max(a, b)))
    names = [
        Person(f"P{row:03}", f"Person {row}", f"group {row // 20 % 7}") for row in range(people)
    ]
    return names, [Tie(names[a].id, names[b].id) for a, b in sorted(pairs)]


def in_python(people: list[Person], ties: list[Tie], rounds: int) -> dict[str, list[float]]:
    """Return seconds of one core for the layout, and for the whole picture with its drawing."""
    rows = {person.id: row for row, person in enumerate(people)}
    pairs = [(rows[tie.a], rows[tie.b]) for tie in ties]
    return {
        "layout": [timed(lambda: layout(len(people), pairs)) for _ in range(rounds)],
        "picture": [
            timed(lambda: spec_of(picture_of(people, ties, title="A"))) for _ in range(rounds)
        ],
    }


def timed(work: Any) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def in_browser(networks: dict[Any, Any], rounds: int) -> dict[Any, dict[str, list[float]]]:
    """Return seconds to open a picture, to step to the next person, and to mark somebody."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from playwright.sync_api import sync_playwright

    from browser.install import find_browser

    room = files("weakties.widgets")
    script, look = (
        "\n".join(room.joinpath(f"{name}.{kind}").read_text("utf-8") for name in names)
        for kind, names in (("js", ("shared", "sociogram")), ("css", ("style", "sociogram")))
    )
    found = {}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_browser(), args=["--disable-gpu"]
        )
        page = chromium.new_page()
        page.set_content(f"<style>{look}</style><main class='weakties'></main>")
        page.add_script_tag(content=script)
        for size, (people, ties) in networks.items():
            spec = spec_of(picture_of(people, ties, title="A"))
            took = [page.evaluate(REDRAW, spec) for _ in range(rounds)]
            found[size] = {
                "open": [one["open"] / 1000 for one in took],
                "step": [value / 1000 for one in took for value in one["step"]],
                "mark": [value / 1000 for one in took for value in one["mark"]],
            }
        chromium.close()
    return found


if __name__ == "__main__":
    main()
