"""Time ``weakties grade`` beside ``nbgrader autograde``, on our own units and on other teachers' work.

Run it in an idle environment: ``python benchmarks/grading.py [--only NAME ...] [--submissions 40]
[--json]``. It prints wall-clock times, ratios, memory and how far both gradebooks agree, for each
assignment, and asserts only that no row differs without a person being asked. Both start cold, from
the command line, with every module compiled beforehand. All assignments take some ten minutes;
``--submissions 10`` gives a quick look. With ``--units photo quality strangers`` it times a teacher's
desk instead, without nbgrader: each unit's grading and report for ``--learners 120``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
# Instead of this folder, whose file has the name of that room of the tests.
sys.path[:1] = [str(ROOT / "tests"), str(ROOT)]

from benchmarks.agreement import agreement  # noqa: E402
from benchmarks.desk import waited  # noqa: E402
from benchmarks.measuring import compile_everything, timed, weighed  # noqa: E402
from benchmarks.scaling import scaled  # noqa: E402
from benchmarks.sets import Released, sets  # noqa: E402

from grading.courses import UNIT  # noqa: E402
from weakties.course import load_course  # noqa: E402

OURS = [sys.executable, "-m", "weakties", "grade"]
THEIRS = [sys.executable, "-m", "nbgrader", "autograde"]
_TIMES_MORE = 3
"""So many times the submissions show what one more of them costs."""


def compared(released: Released, number: int) -> dict[str, Any]:
    """Grade an assignment with both, and once more with more submissions for the cost of one."""
    ours, theirs = ([*command, released.assignment] for command in (OURS, THEIRS))
    mine = released.course_of(number)
    other = Path(shutil.copytree(mine, mine.with_name(f"{mine.name}-theirs")))
    fast, slow = timed(ours, mine), timed(theirs, other)
    more = timed(ours, released.course_of(_TIMES_MORE * number))
    return {
        "submissions": number,
        "weakties_s": fast,
        "nbgrader_s": slow,
        "times_faster": round(slow / fast, 1),
        "marginal_ms": round(1000 * (more - fast) / ((_TIMES_MORE - 1) * number), 1),
        **weighed(ours, released.course_of(min(10, number))),
        **agreement(mine, other),
    }


def measured(name: str, number: int, growth: list[int]) -> dict[str, Any]:
    """Measure one assignment; the unit on photos further than the others."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        released = sets()[name](Path(folder))
        found = compared(released, number)
        if name == UNIT:
            further = scaled(released, [*OURS, name], [*THEIRS, name], number, growth)
            found["scaling"] = further
        return found


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=sets(), metavar="NAME", default=[*sets()])
    parser.add_argument("--submissions", type=int, default=40)
    parser.add_argument("--growth", type=int, nargs="+", default=[10, 100, 400])
    units = [unit.slug for unit in load_course().ready]
    parser.add_argument("--units", nargs="+", choices=units, metavar="UNIT")
    parser.add_argument("--learners", type=int, default=120)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if len({*options.growth}) < 2:
        parser.error("--growth needs two different numbers: what one more takes lies between them.")
    compile_everything()
    if options.units:
        desk = waited(options.units, options.learners)
        print(json.dumps(desk, indent=1) if options.json else "\n".join(_lines(desk)))
        return
    found = {}
    for name in options.only:
        found[name] = measured(name, options.submissions, options.growth)
        if not options.json:
            print("\n".join([name, *_lines(found[name])]), flush=True)
    if options.json:
        print(json.dumps(found, indent=1))
    silent = [name for name, one in found.items() if one["differing"] > one["a_person_is_asked"]]
    assert not silent, f"rows differ and nobody is asked: {silent}"


def _lines(found: dict[str, Any], indent: str = "  ") -> list[str]:
    width = max(map(len, found))
    lines = []
    for name, value in found.items():
        if name == "scaling":
            lines += [f"{indent}{name}", *_lines(value, indent * 2)]
        else:
            lines.append(f"{indent}{name:{width}}  {value}")
    return lines


if __name__ == "__main__":
    main()
