"""A function as an answer: the check calls it where it is, and whatever it does there stays there."""

from __future__ import annotations

import json

import pytest

from grading.courses import cell, hand_in, ordinary_course
from weakties.grading.run import grade

pytestmark = pytest.mark.xdist_group("functions")

CELLS = [
    cell("def helper(x):\n    return x + 1", "helper", locked=True),
    cell("### BEGIN SOLUTION\ndef f(x):\n    return x * 2\n### END SOLUTION", "f", solution=True),
    cell("assert f(2) == 4\nassert f('a') == 'aa'\nassert f([1]) == [1, 1]", "f-check", points=1),
    cell(
        "try:\n    f(None)\nexcept TypeError as error:\n    assert 'None' in str(error)\n"
        "else:\n    raise AssertionError",
        "f-error",
        points=1,
    ),
    cell("assert [f(i) for i in range(200)] == [2 * i for i in range(200)]", "f-many", points=1),
    cell("assert f(helper(1)) == 4 and f.__name__ == 'f'", "f-helper", points=1),
    cell("assert f(3) == 6", "f-last", points=1),
]
SECONDS = 1
RIGHT = {
    "plain": "def f(x):\n    return x * 2",
    "a lambda by name": "f = lambda x: x + x\nf.__name__ = 'f'",
    "with help": "def twice(x):\n    return x * 2\ndef f(x):\n    return twice(x)",
    "that prints": "def f(x):\n    print('called with', x)\n    return x * 2",
    "in a closure": "def make(n):\n    def f(x):\n        return x * n\n    return f\nf = make(2)",
    "of NumPy's numbers": "import numpy as np\ndef f(x):\n    return np.int64(x) * 2 if type(x) is int else x * 2",
}
WRONG = {
    # At leisure: what keeps a processor busy until its limit comes next, in two checks only.
    "never returns": ("import time\ndef f(x):\n    while True:\n        time.sleep(0.01)", 0),
    "returns only in small numbers": (
        "def f(x):\n    while x == 3:\n        pass\n    return x * 2",
        3,
    ),
    "sleeps": ("import time\ndef f(x):\n    time.sleep(1000)", 0),
    "answers differently the second time": (
        "calls = []\ndef f(x):\n    calls.append(x)\n    return x * 2 if len(calls) < 4 else 7",
        1,
    ),
    "calls itself": ("def f(x):\n    return f(x)", 0),
    "returns itself": ("def f(x):\n    return f", 0),
    "raises what cannot be shown": (
        "class E(BaseException):\n    def __str__(self): raise self\ndef f(x):\n    raise E",
        0,
    ),
    "exits": ("def f(x):\n    raise SystemExit", 0),
    "is interrupted": ("def f(x):\n    raise KeyboardInterrupt", 0),
    "returns what agrees": (
        "class A:\n    def __eq__(self, other): return True\ndef f(x):\n    return A()",
        0,
    ),
    "returns a number that agrees": (
        "class A(int):\n    def __eq__(self, other): return True\ndef f(x):\n    return A(9)",
        0,
    ),
    "returns too much": ("def f(x):\n    return 'x' * 2**27", 0),
    "is no function": ("f = 7", 0),
    "is a class": (
        "class f:\n    def __init__(self, x): pass\n    def __eq__(self, o): return True",
        0,
    ),
    "listens to its caller": (
        (
            "import sys\ndef f(x):\n    frame = sys._getframe()\n    while frame:\n"
            "        for name in list(frame.f_locals):\n            if 'check' in name: frame.f_locals[name] = 1\n"
            "        frame = frame.f_back\n    return 5"
        ),
        0,
    ),
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    root = ordinary_course(
        tmp_path_factory.mktemp("course"),
        {"ps1": CELLS},
        "ps1",
        f'c = get_config()\nc.CourseDirectory.course_id = "weakties"\nc.Execute.timeout = {SECONDS}\n',
    )
    blank = json.loads((root / "release" / "ps1" / "ps1.ipynb").read_text("utf-8"))
    for learner, code in {**RIGHT, **{name: code for name, (code, _) in WRONG.items()}}.items():
        for one in blank["cells"]:
            if one["id"] == "f":
                one["source"] = code
        hand_in(root, learner, blank, "ps1")
    return {result.learner: result for result in grade(root, "ps1")}


@pytest.mark.parametrize("learner", RIGHT)
def test_a_right_function_earns_every_point_whatever_it_is_made_of(graded, learner):
    assert graded[learner].score == 5.0
    assert all(question.apart for question in graded[learner].questions)


@pytest.mark.parametrize("learner", WRONG)
def test_any_other_function_earns_what_it_answers_and_no_more(graded, learner):
    result = graded[learner]
    assert (result.score or 0) == WRONG[learner][1], (result.reason, result.questions)


def test_a_function_that_takes_too_long_costs_its_own_limit_and_the_rest_goes_on(graded):
    result = graded["returns only in small numbers"]
    points = {question.grade_id: question.points for question in result.questions}
    assert points == {"f-check": 1, "f-error": 1, "f-many": 0, "f-helper": 1, "f-last": 0}
    assert result.seconds < 8 * SECONDS
