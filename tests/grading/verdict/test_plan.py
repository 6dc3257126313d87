"""Which check is given what, worked out from the instructor's notebook alone."""

from __future__ import annotations

import pytest

from weakties.grading.job import Place
from weakties.grading.verdict.names import names_in
from weakties.grading.verdict.plan import Cell, Plan, Role, plan_of, steps


def cells(*parts):
    """Return cells from pairs of a role and a source; a check is called after its number."""
    return [
        Cell(n, role, source, f"check-{n}" if role is Role.CHECK else "")
        for n, (role, source) in enumerate(parts)
    ]


@pytest.mark.parametrize(
    ("source", "reads", "binds", "changes"),
    [
        ("x = y + 1", {"y"}, {"x"}, set()),
        ("def f(a):\n    return a + b", {"b"}, {"f"}, set()),
        ("def f():\n    global x\n    x = 1", set(), {"f", "x"}, set()),
        ("import numpy as np\nnp.mean(v)", {"np", "v"}, {"np"}, set()),
        ("df['a'] = df.b", {"df"}, set(), {"df"}),
        ("o.part.x = 1", {"o"}, set(), {"o"}),
        ("words.append(1)", {"words"}, set(), set()),
        ("sort(words)", {"sort", "words"}, set(), set()),
        ("[i for i in xs]", {"xs"}, set(), set()),
        ("del x", set(), {"x"}, set()),
        ("del x['a']", {"x"}, set(), {"x"}),
        ("with open(p) as f:\n    g = f.read()", {"p", "f"}, {"f", "g"}, set()),
        ("class A(B):\n    x = y", {"B", "y"}, {"A"}, set()),
        ("%matplotlib inline\nx = 1", {"get_ipython"}, {"x"}, set()),
        ("not python at all", set(), set(), set()),
        ("\0", set(), set(), set()),
        ("(" * 500, set(), set(), set()),
    ],
)
def test_names_are_found_without_running_anything(source, reads, binds, changes):
    found = names_in(source)
    assert (found.reads - {"get_ipython"}, found.binds) == (reads - {"get_ipython"}, binds)
    assert found.changes == changes


def test_a_check_wants_the_answers_that_it_reads_and_nothing_else():
    plan = plan_of(
        cells(
            (Role.OTHER, "import pandas as pd\ndata = pd.DataFrame()"),
            (Role.SOLUTION, "x = len(data)\nspare = 1"),
            (Role.CHECK, "assert x == len(data)"),
        ),
        {},
    )
    check = plan.checks["check-2"]
    assert check.wants == ("x",)
    assert [prelude.source for prelude in check.preludes] == [
        "import pandas as pd\ndata = pd.DataFrame()"
    ]


def test_what_a_solution_touches_is_an_answer_only_for_a_check_that_needs_it():
    source = cells(
        (Role.OTHER, "words = []"),
        (Role.SOLUTION, "words.append(1)"),
        (Role.CHECK, "assert words == [1]"),
    )
    assert plan_of(source, {}).checks["check-2"].wants == ()
    assert plan_of(source, {}, touched=True).checks["check-2"].wants == ("words",)


def test_what_an_instructor_imports_is_no_answer_though_a_solution_uses_it():
    plan = plan_of(
        cells(
            (Role.OTHER, "import numpy as np"),
            (Role.SOLUTION, "np.random.seed(1)\nx = np.random.rand()"),
            (Role.CHECK, "assert np.isclose(x, 0.4)"),
        ),
        {},
    )
    assert plan.checks["check-2"].wants == ("x",)


def test_preludes_follow_what_they_need_and_are_given_the_answers_they_read():
    plan = plan_of(
        cells(
            (Role.OTHER, "base = 10"),
            (Role.OTHER, "unused = 1 / 0"),
            (Role.SOLUTION, "table = {}"),
            (Role.OTHER, "total = base + len(table)"),
            (Role.CHECK, "assert total == 10"),
            (Role.OTHER, "total = 'later'"),
        ),
        {},
    )
    check = plan.checks["check-4"]
    assert [(p.source, p.wants) for p in check.preludes] == [
        ("base = 10", ()),
        ("total = base + len(table)", ("table",)),
    ]


def test_steps_follow_the_submission_and_run_each_prelude_once():
    source = cells(
        (Role.OTHER, "k = 2"),
        (Role.SOLUTION, "x = 1"),
        (Role.CHECK, "assert x < k"),
        (Role.CHECK, "assert x * k == 2"),
    )
    done = steps(source, plan_of(source, {}))
    assert [(step.place, step.cell) for step in done] == [
        (Place.LEARNER, 0),
        (Place.LEARNER, 1),
        (Place.PRELUDE, 2),
        (Place.APART, 2),
        (Place.APART, 3),
    ]


@pytest.mark.parametrize("later", ["tools + 1", "ｔｏｏｌｓ + 1", "print(f'{tools}')"])
def test_names_that_a_check_binds_are_there_for_the_cells_after_it(later):
    source = cells(
        (Role.SOLUTION, "x = 1"),
        (Role.CHECK, "tools = 1\nassert x\nsecret = 2"),
        (Role.OTHER, later),
    )
    plan = plan_of(source, {"check-1": "tools = 1\nassert x"})
    assert [(s.place, s.source) for s in steps(source, plan)][2:] == [
        (Place.SHADOW, "tools = 1\nassert x"),
        (Place.LEARNER, later),
    ]


@pytest.mark.parametrize("later", ["toolset + 1", "'tools'", "tools = 2"])
def test_names_that_no_later_cell_reads_are_not_bound_for_it(later):
    source = cells((Role.SOLUTION, "x = 1"), (Role.CHECK, "tools = 1"), (Role.OTHER, later))
    places = [step.place for step in steps(source, plan_of(source, {"check-1": "tools = 1"}))]
    assert Place.SHADOW not in places


def test_a_check_without_a_plan_or_with_one_that_says_so_runs_among_the_learners_cells():
    source = cells((Role.SOLUTION, "x = 1"), (Role.CHECK, "assert x"))
    assert {step.place for step in steps(source, Plan())} == {Place.LEARNER}
    inside = plan_of(source, {}).with_inside(["check-1"])
    assert {step.place for step in steps(source, inside)} == {Place.LEARNER}


@pytest.mark.parametrize(
    "source",
    ["from math import *", "%run helpers.py", "exec('isclose = abs')", "globals()['a'] = 1"],
)
def test_a_name_that_some_cell_may_bind_unseen_is_the_learners_only_without_that_cell(source):
    plan = plan_of(
        cells(
            (Role.OTHER, source),
            (Role.SOLUTION, "x = 3"),
            (Role.CHECK, "assert isclose(x, 3)"),
        ),
        {},
    )
    check = plan.checks["check-2"]
    assert (check.wants, check.unsure) == (("isclose", "x"), ("isclose",))
    assert [prelude.source for prelude in check.preludes] == [source]


def test_where_every_name_is_seen_to_be_bound_no_other_cell_is_run_for_it():
    given = cells(
        (Role.OTHER, "%matplotlib inline"),
        (Role.OTHER, "from math import isclose"),
        (Role.SOLUTION, "x = 3"),
        (Role.CHECK, "assert isclose(x, 3)"),
    )
    check = plan_of(given, {}).checks["check-3"]
    assert (check.wants, check.unsure) == (("x",), ())
    assert [prelude.source for prelude in check.preludes] == ["from math import isclose"]


def test_a_helper_that_a_solution_hands_on_stays_the_instructors():
    given = cells(
        (Role.OTHER, "def near(a, b):\n    return abs(a - b) < 1e-9\nrows = []"),
        (Role.SOLUTION, "x = fill(rows, near)"),
        (Role.CHECK, "assert near(x, 3) and rows"),
    )
    assert plan_of(given, {}, touched=True).checks["check-2"].wants == ("rows", "x")
