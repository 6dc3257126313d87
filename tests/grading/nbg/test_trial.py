"""What an instructor is told of the checks before any submission is graded."""

from __future__ import annotations

from weakties.grading.job import CellRun
from weakties.grading.nbg.calibrate import unproven_in
from weakties.grading.nbg.facts import CellFacts, NotebookFacts
from weakties.grading.nbg.release import Original
from weakties.grading.nbg.trial import Proof, Tried, error_of, remarks_on
from weakties.grading.verdict.plan import Cell, CheckPlan, Plan, Role
from weakties.grading.witness import Standing

FULL, NOTHING = Standing(2.0, failed=False), Standing(0.0, failed=True)


def told(*, runs_apart=True, **proof):
    plan = Plan({"q1": CheckPlan(apart=runs_apart)})
    proof = {"points": 2.0, "apart": FULL if runs_apart else None, "inside": FULL, **proof}
    return [(r.kind, r.text) for r in remarks_on("ps1", Tried(plan, {"q1": Proof(**proof)}))]


def test_of_a_check_that_gives_the_solution_its_points_nothing_is_said():
    assert told() == []


def test_a_check_that_denies_the_solution_its_points_is_told_with_the_last_line_of_its_error():
    for lower in ({"apart": NOTHING}, {"inside": NOTHING}):
        ((kind, text),) = told(**lower, error="NameError: name 'near' is not defined")
        assert kind == "denied"
        assert text.startswith("Your solution gets 0 of 2, with an error on q1: NameError: name")


def test_a_check_that_can_only_run_inside_is_told_of():
    ((kind, text),) = told(runs_apart=False, error="AttributeError: no push")
    assert kind == "inside"
    assert "q1 (apart: AttributeError: no push)" in text


def test_a_check_without_a_solution_is_unproven_and_not_denied():
    ((kind, text),) = told(inside=NOTHING, unproven=True)
    assert kind == "unproven"
    assert "unproven: q1" in text


def test_the_last_line_of_an_error_is_without_color_and_short():
    error = {"output_type": "error", "ename": "E", "evalue": "a\n\x1b[31m" + "b" * 500}
    assert error_of(CellRun([{**error, "traceback": []}])) == "b" * 200
    stderr = {"output_type": "stream", "name": "stderr", "text": "one\ntwo\n"}
    assert error_of(CellRun([stderr])) == "stderr: two"
    assert error_of(CellRun([])) == ""


def unproven(*cells):
    """Return the unproven checks of a notebook of pairs of the source's and the released code."""
    made, facts = [], {}
    for n, (role, source, released) in enumerate(cells):
        name = f"c{n}"
        made.append(Cell(n, role, source, name))
        facts[name] = CellFacts(name, "code", released)
    return unproven_in(Original(cells=tuple(made)), NotebookFacts("ps1", facts))


def test_a_stub_proves_nothing_and_a_solution_does():
    check = (Role.CHECK, "assert x == 2", "assert x == 2")
    solved = (Role.SOLUTION, "x = 2", "# your turn")
    assert unproven(solved, check) == frozenset()
    for stub in ("x = ...", "x = None", "# your turn", "x = 1 / 0"):
        released = stub if "/" in stub else "# something else"
        assert unproven((Role.SOLUTION, stub, released), check) == {"c1"}


def test_a_check_that_reads_no_solution_of_its_own_is_unproven_only_beside_stubs():
    check = (Role.CHECK, "assert y == 2", "assert y == 2")
    stub = (Role.SOLUTION, "def f():\n    pass", "def f():\n    ...")
    solved = (Role.SOLUTION, "y = 2", "")
    assert unproven(check) == frozenset()
    assert unproven(stub, check) == {"c1"}
    assert unproven(stub, solved, check) == frozenset()
