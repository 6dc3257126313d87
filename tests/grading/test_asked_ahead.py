"""Functions asked ahead come to what they come to when each call is asked by itself, in all they do."""

from __future__ import annotations

import json
import sys

import pytest

from grading.courses import cell, hand_in, ordinary_course
from weakties.grading.run import grade
from weakties.grading.verdict.plan import Plan

pytestmark = [
    pytest.mark.xdist_group("functions"),
    pytest.mark.skipif(sys.platform != "linux", reason="takes a sandbox"),
]

CELLS = [
    cell("### BEGIN SOLUTION\ndef f(x):\n    return x * 2\n### END SOLUTION", "f", solution=True),
    cell("for n in range(100):\n    assert f(n) == 2 * n, n", "f-check", points=1),
    cell("### BEGIN SOLUTION\nsaid = 1\n### END SOLUTION", "after", solution=True),
    cell("assert said == 1", "after-check", points=1),
    cell("assert [f(n) for n in range(50)] == [2 * n for n in range(50)]", "again-check", points=1),
]
COUNTS = "try:\n    print(calls, len(calls))\nexcept NameError:\n    pass\nsaid = 1"
HANDED_IN = {
    "right": "def f(x):\n    return x * 2",
    "blank": "",
    "counts": "calls = []\ndef f(x):\n    calls.append(x)\n    return x * 2",
    "counts-and-is-wrong": "calls = []\ndef f(x):\n    calls.append(x)\n    return 2 * x if x != 37 else 7",
    "counts-and-raises": "calls = []\ndef f(x):\n    calls.append(x)\n    return 2 * x if x != 37 else 1 / 0",
    "is-wrong-from-the-38th-call-on": (
        "calls = []\ndef f(x):\n    calls.append(x)\n    return 2 * x if len(calls) < 38 else 7"
    ),
    "prints": "def f(x):\n    print('f of', x)\n    return x * 2",
    "gives-generators": (
        "calls = []\ndef f(x):\n    def each():\n        calls.append(x)\n        yield x\n    return each()"
    ),
    "gives-functions": "def f(x):\n    return lambda: x",
    "draws": "import random\ncalls = []\ndef f(x):\n    calls.append(random.random() < 2)\n    return x * 2",
    "sleeps-at-37": (
        "import time\ncalls = []\ndef f(x):\n    calls.append(x)\n    if x == 37:\n        time.sleep(60)\n"
        "    return x * 2"
    ),
    "ends-at-37": "import os\ndef f(x):\n    if x == 37:\n        os._exit(0)\n    return x * 2",
    "writes-files": "def f(x):\n    open(f'{x}.txt', 'w').write('here')\n    return 2 * x if x != 37 else 7",
    "looks-for-the-next-call": (
        "import sys\ndef f(x):\n    frame = sys._getframe(1)\n    while frame:\n"
        "        if 'asked' in frame.f_locals and x == 3:\n            return 'ahead'\n"
        "        frame = frame.f_back\n    return x * 2"
    ),
}


def course_in(folder):
    root = ordinary_course(
        folder,
        {"ps1": CELLS},
        "ps1",
        'c = get_config()\nc.CourseDirectory.course_id = "weakties"\nc.Execute.timeout = 3\n',
    )
    blank = json.loads((root / "release" / "ps1" / "ps1.ipynb").read_text("utf-8"))
    for learner, code in HANDED_IN.items():
        for one in blank["cells"]:
            if one["id"] in ("f", "after"):
                one["source"] = code if one["id"] == "f" else COUNTS
        hand_in(root, learner, blank, "ps1")
    return root


def graded(root):
    """Return the results by learner, and what each graded notebook holds."""
    results = {result.learner: result for result in grade(root, "ps1")}
    notebooks = {}
    for path in (root / "autograded").glob("*/ps1/ps1.ipynb"):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        beside = sorted(one.name for one in path.parent.iterdir())
        notebooks[path.parts[-3]] = [beside, *(one.get("outputs") for one in cells)]
    return results, notebooks


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Return what the same course comes to with calls asked ahead, and each by itself."""
    ahead, noted = [], Plan.with_ahead
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            Plan, "with_ahead", lambda plan, calls: ahead.append(calls) or noted(plan, calls)
        )
        with_it = graded(course_in(tmp_path_factory.mktemp("ahead")))
        patch.setattr(Plan, "with_ahead", lambda plan, _calls: plan)
        without = graded(course_in(tmp_path_factory.mktemp("by-itself")))
    assert [sorted(calls) for calls in ahead] == [["again-check", "f-check"]]
    return with_it, without


@pytest.mark.parametrize("learner", HANDED_IN)
def test_every_mark_and_output_is_the_one_that_each_call_by_itself_leads_to(both, learner):
    (results, notebooks), (results_without, notebooks_without) = both
    marks, marks_without = (
        (
            one.state,
            one.reason,
            [(q.grade_id, q.points, q.witnesses, q.doubt) for q in one.questions],
        )
        for one in (results[learner], results_without[learner])
    )
    assert marks == marks_without
    assert notebooks.get(learner) == notebooks_without.get(learner)


def test_a_function_is_called_neither_more_nor_less_than_the_checks_ask_it(both):
    (results, notebooks), _ = both
    counted = json.dumps(notebooks["counts-and-is-wrong"])
    assert str(list(range(38))) in counted
    assert "38\\n" in counted
    assert str([*range(100)]) in json.dumps(notebooks["counts"])
    # The first check stops at 37, after more was asked ahead; the last one asks up to 49.
    assert "49.txt" in notebooks["writes-files"][0]
    assert "50.txt" not in notebooks["writes-files"][0]
    assert results["counts"].score == 3
    assert results["counts-and-is-wrong"].score == 1
