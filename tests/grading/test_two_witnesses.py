"""What only a shared process shows, what is lost on the way, and limits that cost a check and no more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from grading.courses import cell, hand_in, ordinary_course
from weakties.grading.run import Options, grade

if TYPE_CHECKING:
    from weakties.grading.nbg.trial import Remark

pytestmark = pytest.mark.xdist_group("witnesses")


def solved(text):
    return f"### BEGIN SOLUTION\n{text}\n### END SOLUTION"


LONG = "'x' * 1_200_000"
CELLS = [
    cell("import math\ntable = [1, 2, 3]"),
    cell(solved("def doubled(xs):\n    return [2 * x for x in xs]"), "doubled", solution=True),
    cell("given = [3, 4]\ndoubled(given)\nassert given == [3, 4]", "unchanged", points=1),
    cell("mine = [0]\nassert doubled(mine) is not mine", "new", points=1),
    cell(solved("total = sum(table)"), "total", solution=True),
    cell("assert total == 6 and table == [1, 2, 3]", "table-check", points=1),
    cell(solved("def coin(n):\n    return n % 2"), "coin", solution=True),
    cell("assert sum(map(coin, range(1000))) == 500", "many", points=1),
    cell(f"assert coin(1) == 1, {LONG}", "long-error", points=1),
    cell(f"print({LONG})\nassert coin(1) == 1", "long-print", points=1),
    cell("import pathlib\npathlib.Path('mark').write_text(str(coin(1)))", "saves", points=1),
    cell("assert open('mark').read() == '1'", "reads", points=1),
    cell("assert coin(4) == 0", "worth-nothing", points=0),
    cell(
        solved("class Box:\n    def __init__(self, n):\n        self.n = n"), "box", solution=True
    ),
    cell("def near(a, b):\n    return abs(a - b) < 1\nassert near(Box(2).n, 2)", "box-2", points=1),
    cell(solved("two = 2"), "two", solution=True),
    cell("assert near(two, 2)", "two-check", points=1),
    cell(solved("power = 2"), "power", solution=True),
    cell("assert sum(range(power)) == 1", "stuck", points=1),
    cell("assert two == 2", "after-stuck", points=1),
    cell(solved("zeros = 0"), "zeros", solution=True),
    cell("assert len(str(zeros)) == 1", "large", points=1),
    cell("raise ValueError('always')", "broken", points=2),
]
FULL = {
    "unchanged", "new", "table-check", "many", "long-error", "long-print", "saves", "reads",
    "worth-nothing", "box-2", "two-check", "stuck", "after-stuck", "large",
}  # fmt: skip
EVERYTHING = "class Same:\n    def __eq__(self, other): return True\n"
ANSWERS = {
    "right": {},
    "in-place": {"doubled": "def doubled(xs):\n    xs[:] = [2 * x for x in xs]\n    return xs"},
    "alters": {"total": "total = 6\ntable.append(0)"},
    "wrong-coin": {"coin": "def coin(n):\n    return 2"},
    "floods": {
        "coin": "def coin(n):\n    for _ in range(12):\n        print('x' * 200_000)\n    return 2"
    },
    "equals": {"two": EVERYTHING + "two = Same()"},
    "forges": {
        "two": "two = 5\nrun = get_ipython().run_cell\n"
        "get_ipython().run_cell = lambda source, *a, **k: run('pass', *a, **k)"
    },
    "stuck": {"power": "power = 10 ** 12"},
    "leaves": {"total": "total = 6\nimport gc, os\nif any('al' 'ways' in str(c) for c in In): 1"},
    "huge": {"zeros": "zeros = 'x' * 40_000_000"},
    "generator": {"doubled": "def doubled(xs):\n    return (2 * x for x in xs)"},
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    config = 'c = get_config()\nc.CourseDirectory.course_id = "weakties"\nc.Execute.timeout = 4\n'
    root = ordinary_course(tmp_path_factory.mktemp("course"), {"ps1": CELLS}, "ps1", config)
    source = json.loads((root / "source" / "ps1" / "ps1.ipynb").read_text("utf-8"))
    solutions = {one["id"]: "".join(one["source"]) for one in source["cells"] if one["id"]}
    for learner, answers in ANSWERS.items():
        notebook = json.loads((root / "release" / "ps1" / "ps1.ipynb").read_text("utf-8"))
        for one in notebook["cells"]:
            if one["metadata"].get("nbgrader", {}).get("solution"):
                one["source"] = answers.get(one["id"], solutions[one["id"]])
        hand_in(root, learner, notebook, "ps1")
    remarks: list[Remark] = []
    others = tuple(learner for learner in ANSWERS if learner != "stuck")
    ran = [*grade(root, "ps1", Options(others, remark=remarks.append))]
    # It runs into its limit again and again, at full speed.
    brief = Options(("stuck",), settings=("Execute.timeout=1",))
    return {one.learner: one for one in [*ran, *grade(root, "ps1", brief)]}, remarks


def lost(graded, learner):
    """Return the checks that cost a learner points, and those that are left to a person."""
    questions = {q.grade_id: q for q in graded[0][learner].questions if q.apart is not None}
    less = {
        n
        for n, q in questions.items()
        if n in FULL and q.points is not None and q.points < q.max_points
    }
    asked = {name for name, q in questions.items() if name in FULL and q.waits}
    return less, asked


@pytest.mark.parametrize(
    ("learner", "less", "asked"),
    [
        ("right", set(), set()),
        ("generator", set(), set()),
        ("in-place", {"unchanged", "new"}, set()),
        ("alters", {"table-check"}, set()),
        ("wrong-coin", {"many", "long-error", "long-print", "reads"}, set()),
        ("floods", {"many", "long-error", "long-print", "reads"}, set()),
        ("equals", {"two-check"}, {"after-stuck"}),
        ("forges", set(), {"two-check", "stuck", "after-stuck", "large"}),
        ("stuck", {"stuck"}, {"after-stuck", "large"}),
        ("huge", {"large"}, set()),
    ],
)
def test_each_check_gives_what_it_gives_in_a_notebook_or_asks_a_person(
    graded, learner, less, asked
):
    assert lost(graded, learner) == (less, asked)


def test_a_wrong_answer_to_a_check_worth_nothing_shows_an_error(graded):
    results, _ = graded
    for learner, state in {"right": False, "wrong-coin": True}.items():
        (question,) = (q for q in results[learner].questions if q.grade_id == "worth-nothing")
        assert ("error" in question.witnesses["apart"]) is state


def test_only_the_check_that_looks_at_a_class_runs_inside_alone(graded):
    results, remarks = graded
    alone = {q.grade_id for q in results["right"].questions if q.apart is False}
    assert alone == {"box-2"}
    (told,) = (r for r in remarks if r.kind == "inside")
    assert told.grade_ids == ("box-2",)


def test_a_check_that_denies_the_solution_its_points_is_told_of_and_left_to_a_person(graded):
    results, remarks = graded
    (told,) = (r for r in remarks if r.kind == "denied")
    assert told.text.startswith(
        "Your solution gets 0 of 2, with an error on broken: ValueError: always."
    )
    for learner in ("right", "wrong-coin"):
        (question,) = (q for q in results[learner].questions if q.grade_id == "broken")
        assert (question.points, question.waits) == (None, True)
        assert "own solution" in results[learner].reason
