"""Time ``weakties grade`` beside ``nbgrader autograde``, on submissions of our own exercise.

Run it in an idle environment: ``python benchmarks/grading.py [--json] [--submissions 40]``. It
prints wall-clock times, ratios and memory, and whether both gradebooks are equal, and asserts only
the last. Both start cold, from the command line, with every module compiled beforehand.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[0] = str(ROOT / "tests")  # instead of this folder, whose file has the name of that room

from grading.courses import UNIT, catalogued, copy_ungraded, hand_in, photo_course  # noqa: E402
from grading.rows import all_rows  # noqa: E402
from weakties.grading.sandbox import Limits  # noqa: E402

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


class Peak(threading.Thread):
    """Watches the memory of a process and all that it starts, shared pages counted once.

    `private` is the most that any one of those it starts has for itself alone.
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.done = threading.Event()
        self.megabytes = self.private = 0.0
        self.start()

    def run(self) -> None:
        """Look ten times a second."""
        while not self.done.wait(0.1):
            parts = {process: _memory(process) for process in _family(self.process)}
            self.megabytes = max(self.megabytes, sum(share for share, _ in parts.values()))
            own = [private for process, (_, private) in parts.items() if process != self.process]
            self.private = max([self.private, *own])


def _family(process: int) -> list[int]:
    found = [process]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
        if parent == process:
            found += _family(int(folder.name))
    return found


def _memory(process: int) -> tuple[float, float]:
    """Return a process's part of all pages, and those that it alone has, in megabytes."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    kilobytes = {line.partition(":")[0]: int(line.split()[1]) for line in lines if "kB" in line}
    own = kilobytes.get("Private_Clean", 0) + kilobytes.get("Private_Dirty", 0)
    return kilobytes.get("Pss", 0) / 1024, own / 1024


def timed(command: list[str], course: Path) -> dict[str, float]:
    """Run a command in a course and return its seconds and peak memory."""
    scripts = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")]),
        "WEAKTIES_SOLUTIONS": "off",
        "WEAKTIES_EDITION": "open",
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=course, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = Peak(process.pid)
    code = process.wait()
    seconds = time.perf_counter() - started
    peak.done.set()
    assert code == 0, f"{command} ended with {code}"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "seconds": round(seconds, 2),
        "processor": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2),
        "peak_mb": round(peak.megabytes),
        "private_mb": round(peak.private),
    }


def course_of(root: Path, released: Path, submissions: list[Any], number: int) -> Path:
    """Return a copy of the released course with so many submissions."""
    course = copy_ungraded(released, root / f"course-{number}")
    for i in range(number):
        hand_in(course, f"learner-{i:04d}", submissions[i % len(submissions)])
    return course


def ours(course: Path) -> dict[str, float]:
    return timed([sys.executable, "-m", "weakties", "grade", UNIT], course)


def endless(root: Path, released: Path, submissions: list[Any], number: int) -> float:
    """Return the seconds that so many take when a cell of one of them never ends."""
    course = course_of(root / "endless", released, submissions, number)
    caught = json.loads(json.dumps(submissions[0]))
    cell = next(cell for cell in caught["cells"] if cell.get("id") == f"{UNIT}-q1-answer")
    cell["source"] = "while True:\n    pass"
    shutil.rmtree(course / "submitted" / "learner-0000")
    hand_in(course, "learner-0000", caught)
    return ours(course)["seconds"]


def floor(course: Path, workers: int) -> float:
    """Return the seconds that the cells themselves take, with nbgrader's cells and no grading."""
    from weakties.course import load_course

    code = FLOOR.format(datasets=load_course().unit(UNIT).datasets, workers=workers)
    notebooks = sorted(map(str, course.glob(f"autograded/*/{UNIT}/*.ipynb")))
    ran = subprocess.run(
        [sys.executable, "-c", code, *notebooks],
        env={**os.environ, "WEAKTIES_SOLUTIONS": "off", "WEAKTIES_EDITION": "open"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(ran.stdout.split()[-1])


def measured(number: int, growth: list[int]) -> dict[str, Any]:
    """Measure everything in one run."""
    workers = len(os.sched_getaffinity(0))
    compileall.compile_dir(ROOT / "src", quiet=2)
    compileall.compile_dir(Path(json.__file__).parents[1], quiet=2, maxlevels=0)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        root = Path(folder)
        released = photo_course(root / "released")
        submissions = list(catalogued(released).values())
        mine = course_of(root, released, submissions, number)
        theirs = Path(shutil.copytree(mine, root / "theirs"))
        fast = ours(mine)
        slow = timed([sys.executable, "-m", "nbgrader", "autograde", UNIT], theirs)
        least = floor(mine, workers)
        grown = {
            str(n): ours(course_of(root, released, submissions, n)) for n in growth if n != number
        }
        grown[str(number)] = fast
        held_up = endless(root, released, submissions, number)
        rows = [all_rows(f"sqlite:///{place / 'gradebook.db'}") for place in (mine, theirs)]
    few, many = min(growth), max(growth)
    marginal = (grown[str(many)]["seconds"] - grown[str(few)]["seconds"]) / (many - few)
    return {
        "submissions": number,
        "processors": workers,
        "weakties": fast,
        "nbgrader": slow,
        "times_faster": round(slow["seconds"] / fast["seconds"], 1),
        "floor_ms": round(1000 * least / number, 1),
        "marginal_ms": round(1000 * marginal, 1),
        "marginal_over_floor": round(marginal / (least / number), 2),
        "growth": {n: grown[n]["seconds"] for n in sorted(grown, key=int)},
        "memory": {n: grown[n]["peak_mb"] for n in sorted(grown, key=int)},
        "private_mb": max(run["private_mb"] for run in grown.values()),
        "added_by_an_endless_loop_s": round(held_up - fast["seconds"], 1),
        "limit_of_a_cell_s": Limits().cell_seconds,
        "rows": sum(map(len, rows[0].values())),
        "equal": rows[0] == rows[1],
    }


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--submissions", type=int, default=40)
    parser.add_argument("--growth", type=int, nargs="+", default=[10, 100, 400])
    options = parser.parse_args()
    found = measured(options.submissions, options.growth)
    if options.json:
        print(json.dumps(found, indent=1))
    else:
        width = max(map(len, found))
        print("\n".join(f"{name:{width}}  {value}" for name, value in found.items()))
    assert found["equal"], "the two gradebooks differ"


if __name__ == "__main__":
    main()
