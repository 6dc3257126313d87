"""Finding out with the instructor's own solution which checks can run apart from a learner's code.

A check that gives the solution its points apart is run apart. One that does so only beside the
solution's code reads something that can't be carried over, and is run inside the sandbox. A learner
has no say in which: the solution decides, before any submission is looked at.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nbformat import from_dict
from nbgrader.utils import determine_grade

from weakties.grading.nbg.intake import job_for
from weakties.grading.nbg.release import code_cells
from weakties.grading.nbg.restore import restore
from weakties.grading.verdict.plan import Plan, plan_of, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.grading.job import Job, Outcome
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.facts import NotebookFacts


def plan_for(desk: Desk, facts: NotebookFacts, run: Callable[[Job], Outcome]) -> Plan:
    """Return how the checks of a notebook are run.

    Parameters
    ----------
    desk
        The run.
    facts
        What the gradebook knows of the notebook.
    run
        Runs a notebook.
    """
    kept = desk.originals[facts.name]
    if kept.notebook is None:
        return Plan()
    solution = _complete(deepcopy(kept.notebook), facts)

    def points(plan: Plan) -> dict[str, float | None]:
        return _points(solution, run(_job(desk, solution, facts, plan)), facts)

    plan = plan_of(kept.cells, kept.visible)
    apart = points(plan)
    lost = [name for name in plan.checks if apart.get(name) != facts.cells[name].points]
    if not lost:
        return plan
    wider = plan_of(kept.cells, kept.visible, touched=True)
    found = points(wider)
    plan = plan.with_checks(wider, [n for n in lost if found.get(n) == facts.cells[n].points])
    lost = [name for name in lost if found.get(name) != facts.cells[name].points]
    if not lost:
        return plan
    inside = points(plan.with_inside(list(plan.checks)))
    return plan.with_inside([name for name in lost if inside.get(name) != apart.get(name)])


def plan_inside(desk: Desk, facts: NotebookFacts) -> Plan:
    """Return the plan that runs every check of a notebook among the learner's cells."""
    kept = desk.originals[facts.name]
    plan = plan_of(kept.cells, kept.visible)
    return plan.with_inside(list(plan.checks))


def _job(desk: Desk, notebook: Any, facts: NotebookFacts, plan: Plan) -> Job:
    job = job_for(desk, notebook, facts)
    return replace(job, steps=steps(code_cells(notebook, facts), plan), files=job.check_files)


def _complete(notebook: Any, facts: NotebookFacts) -> Any:
    """Return the solution with its checks as the gradebook has them."""
    restore(notebook, facts, {})
    for cell in notebook.cells:
        known = facts.cells.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if known is not None and known.is_check:
            cell.source = known.source
    return notebook


def _points(notebook: Any, outcome: Outcome, facts: NotebookFacts) -> dict[str, float | None]:
    points: dict[str, float | None] = {}
    for number, run in outcome.cells.items():
        cell = deepcopy(notebook.cells[number])
        known = facts.cells.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if known is not None and known.is_check:
            cell.outputs = [from_dict(output) for output in run.outputs]
            points[known.name] = _grade(cell)
    return points


def _grade(cell: Any) -> float | None:
    try:
        score: float | None = determine_grade(cell)[0]
    except ValueError:  # more points than there are: the check itself is wrong
        return None
    return score
