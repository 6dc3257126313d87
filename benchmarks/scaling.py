"""How the time of ``weakties grade`` grows, against the least that it could be."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from benchmarks.measuring import timed, weighed

from grading.courses import hand_in
from weakties.course import load_course
from weakties.grading.sandbox import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.sets import Released

FLOOR = """
import json, os, sys, time
import networkx, numpy, pandas
from weakties.data import load
import weakties.check
for name in {datasets!r}:
    load(name)
def cells(path):
    notebook = json.load(open(path))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
work = [cells(path) for path in sys.argv[1:]]
started = time.perf_counter()
running = 0
for sources in work:
    if running == {workers}:
        os.wait()
        running -= 1
    running += 1
    if os.fork() == 0:
        names = {{}}
        for source in sources:
            try:
                exec(compile(source, "cell", "exec"), names)
            except Exception:
                pass
        os._exit(0)
while running:
    os.wait()
    running -= 1
print(time.perf_counter() - started)
"""
"""The floor: the same cells, checks and all, in forks of a warm process, and nothing else."""


def scaled(
    released: Released, ours: list[str], theirs: list[str], number: int, growth: list[int]
) -> dict[str, Any]:
    """Measure a unit further: from few submissions to many, its floor, and an endless loop.

    Parameters
    ----------
    released
        The unit.
    ours, theirs
        The commands.
    number
        Of submissions, for the floor and the endless loop.
    growth
        Other numbers of submissions.
    """
    course = released.course_of(number)
    grown = {number: timed(ours, course)}
    least = _floor(released.assignment, course)
    grown |= {n: timed(ours, released.course_of(n)) for n in growth if n != number}
    few, many = min(growth), max(growth)
    marginal = (grown[many] - grown[few]) / (many - few)
    return {
        "processors": _workers(),
        "floor_ms": round(1000 * least / number, 1),
        "marginal_ms": round(1000 * marginal, 1),
        "marginal_over_floor": round(marginal / (least / number), 2),
        "growth_s": dict(sorted(grown.items())),
        "memory": {n: weighed(ours, released.course_of(n)) for n in (few, number)},
        "memory_of_nbgrader": {few: weighed(theirs, released.course_of(few))},
        "added_by_an_endless_loop_s": round(_endless(released, ours, number) - grown[number], 1),
        "limit_of_a_cell_s": Limits().cell_seconds,
    }


def _workers() -> int:
    return len(os.sched_getaffinity(0))


def _endless(released: Released, ours: list[str], number: int) -> float:
    """Return the seconds that so many take when a cell of one of them never ends."""
    unit = released.assignment
    course = released.course_of(number)
    caught = json.loads(json.dumps(released.submissions[0]))
    cell = next(cell for cell in caught["cells"] if cell.get("id") == f"{unit}-q1-answer")
    cell["source"] = "while True:\n    pass"
    shutil.rmtree(course / "submitted" / "learner-0000")
    hand_in(course, "learner-0000", caught, unit)
    return timed(ours, course)


def _floor(unit: str, course: Path) -> float:
    """Return the seconds that the cells themselves take, with nbgrader's cells and no grading."""
    code = FLOOR.format(datasets=load_course().unit(unit).datasets, workers=_workers())
    notebooks = sorted(map(str, course.glob(f"autograded/*/{unit}/*.ipynb")))
    ran = subprocess.run(
        [sys.executable, "-c", code, *notebooks],
        env={**os.environ, "WEAKTIES_SOLUTIONS": "off", "WEAKTIES_EDITION": "open"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(ran.stdout.split()[-1])
