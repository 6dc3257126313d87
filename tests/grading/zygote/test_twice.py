"""One notebook run twice out of one process: the second run owes nothing to the first."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from weakties.grading.job import Job, Place, Step
from weakties.grading.sandbox.limits import Limits
from weakties.grading.zygote import Settings, Zygote

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="takes a sandbox")

LIMITS = Limits(cell_seconds=5, notebook_seconds=30)
CELL = "import builtins, os, random\nseen = getattr(builtins, 'seen', 0) + 1\nbuiltins.seen = seen"
SAID = "print(seen, sorted(os.listdir()), random.random())\nopen('left', 'w').close()"
LEFT_BEHIND = {
    "nothing": "x",
    "a clock": "import signal\nsignal.setitimer(signal.ITIMER_REAL, 0.3)",
    "a hole where the second run would pass": (
        "import weakties.grading.verdict.examiner as here\nhere._learners = None"
    ),
    "the end of the process": "import os\nos.kill(os.getpid(), 9)",
    "another folder": "import os\nos.chdir('/proc')",
}


@pytest.fixture(scope="module")
def zygote(tmp_path_factory):
    made = Zygote()
    folder = tmp_path_factory.mktemp("files")
    made.begin(Settings(files=str(folder)))
    yield made
    made.end()


def notebook(check, *, shows=True):
    return Job(
        (
            Step(Place.LEARNER, f"x = 1\n{CELL}\n{SAID}", 0),
            Step(Place.LEARNER, "print('later')\nimport time\ntime.sleep(0.5)", 1),
            *([Step(Place.APART, check, 2, ("x",), "check")] if check else []),
        ),
        LIMITS,
        seed=7,
        shows=shows,
    )


def forks_of(zygote):
    """Return the processes whose parent is the zygote's own, or one of these."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {zygote._process.pid}
    while more := {one for one, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {zygote._process.pid}


@pytest.mark.parametrize("left", LEFT_BEHIND)
def test_a_second_run_comes_to_what_it_comes_to_alone_whatever_checks_have_left(zygote, left):
    again = notebook("", shows=False)
    alone = zygote.run(again)
    with zygote.twice() as run:
        first = run(notebook(LEFT_BEHIND[left]))
        second = run(again)
    assert [one.outputs for one in second.cells.values()] == [
        one.outputs for one in alone.cells.values()
    ]
    assert not second.problem
    # In both the notebook finds itself in a fresh process and an empty folder.
    assert second.cells[0].outputs[0]["text"].startswith("1 [] ")
    assert first.cells[0].outputs == second.cells[0].outputs
    assert first.cells[2].failed == (left == "the end of the process")


def test_who_does_not_ask_a_second_time_leaves_no_process(zygote):
    with zygote.twice() as run:
        run(notebook("x"))
    latest = time.monotonic() + 10
    while forks_of(zygote) and time.monotonic() < latest:
        time.sleep(0.05)
    assert not forks_of(zygote)
