"""Finding out with the instructor's own solution which checks can run apart from a learner's code.

A check that gives the solution as much apart as inside is run apart too. One that gives it less there
reads something that can't be carried over, and only what it says inside counts. The plan that comes of
it is tried as a whole, until nothing more is lost in it. A learner has no say in which: the solution
decides, before any submission is looked at.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weakties.grading.job import Place
from weakties.grading.nbg.intake import jobs_for
from weakties.grading.nbg.release import grade_id_of
from weakties.grading.nbg.restore import restore
from weakties.grading.nbg.trial import Proof, Tried, error_of
from weakties.grading.verdict.ahead import asks_the_same_of_all
from weakties.grading.verdict.names import is_stub, names_in
from weakties.grading.verdict.plan import CheckPlan, Plan, Role, plan_of
from weakties.grading.witness import Standing, Witnesses, standing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from weakties.grading.job import CellRun, Job, Outcome
    from weakties.grading.nbg.desk import Desk
    from weakties.grading.nbg.facts import NotebookFacts
    from weakties.grading.nbg.release import Original

_MOST_ROUNDS = 6
Runs = dict[str, "CellRun"]


def tried(desk: Desk, facts: NotebookFacts, run: Callable[[Job], Outcome]) -> Tried:
    """Return how the checks of a notebook are run, and what each gives the instructor's solution.

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
        plan = plan_inside(desk, facts)
        return Tried(plan, {name: Proof(unproven=True) for name in plan.checks})
    trial = _Trial(desk, facts, run, _complete(deepcopy(kept.notebook), facts))
    unproven = unproven_in(kept, facts)
    first = plan_of(kept.cells, kept.visible).with_inside(_on_classes(kept, unproven))
    with ThreadPoolExecutor(1) as aside:
        replay = aside.submit(trial.inside, first)
        apart = trial.apart(first)
        inside = replay.result()
    wider = plan_of(kept.cells, kept.visible, touched=True)
    plan, apart, said = _settled(trial, first, wider, apart, inside)
    proofs = {
        name: trial.proof(name, apart if check.apart else {}, inside, before=said)
        for name, check in plan.checks.items()
    }
    keys = {n: run.reckoned for n, run in apart.items() if n in plan.checks and run.reckoned}
    return Tried(
        plan.with_reckoned(keys).with_ahead(dict(_asked_of_all(trial, plan, apart))),
        {n: replace(p, unproven=n in unproven) for n, p in proofs.items()},
    )


@dataclass(frozen=True)
class _Trial:
    """The solution of a notebook, and what runs it."""

    desk: Desk
    facts: NotebookFacts
    run: Callable[[Job], Outcome]
    solution: Any

    def apart(self, plan: Plan) -> Runs:
        """Return what the checks come to apart."""
        job = self._jobs(plan).apart
        taking_down = (replace(step, reckons=step.place is Place.APART) for step in job.steps)
        return self._checks(replace(job, steps=tuple(taking_down)))

    def inside(self, plan: Plan) -> Runs:
        """Return what the checks come to among the solution's cells."""
        job = self._jobs(plan).inside
        return self._checks(job) if job else {}

    def points(self, name: str) -> float:
        """Return what a check is worth."""
        return self.facts.cells[name].points or 0.0

    def loses(self, name: str, apart: Runs, inside: Runs) -> bool:
        """Say whether a check gives less apart than inside."""
        if name not in inside:
            return False
        found = standing_of(inside[name], self.points(name))
        return name not in apart or standing_of(apart[name], self.points(name)) < found

    def proof(self, name: str, apart: Runs, inside: Runs, *, before: Runs) -> Proof:
        """Return what a check gives the solution; its error may come from before it ran inside."""
        points = self.points(name)
        found = {
            place: standing_of(runs[name], points) if name in runs else None
            for place, runs in (("apart", apart), ("inside", inside))
        }
        said = [runs[name] for runs in (before, inside) if name in runs]
        least = min(said, key=lambda run: standing_of(run, points), default=None)
        lowest = Standing(0.0, failed=True)
        error = error_of(least) if least else ""
        return Proof(points, found["apart"], found["inside"] or lowest, error)

    def _jobs(self, plan: Plan) -> Witnesses:
        files = str(self.desk.check_files)
        return jobs_for(self.desk, self.solution, self.facts, plan, files=files)

    def _checks(self, job: Job) -> Runs:
        cells = self.run(job).cells
        return {grade_id_of(self.solution.cells[number]): run for number, run in cells.items()}


def _settled(
    trial: _Trial, plan: Plan, wider: Plan, apart: Runs, inside: Runs
) -> tuple[Plan, Runs, Runs]:
    """Return a plan in which no check gives less apart than inside.

    With it comes what the checks come to in it, and what they came to last, in it or before.
    """
    said = apart
    widened: set[str] = set()
    for _ in range(_MOST_ROUNDS):
        lost = [
            name
            for name, check in plan.checks.items()
            if check.apart and trial.loses(name, apart, inside)
        ]
        if not lost:
            return plan, apart, said
        more = [n for n in lost if n not in widened and wider.checks[n] != plan.checks[n]]
        widened.update(more)
        plan = plan.with_checks(wider, more).with_inside([n for n in lost if n not in more])
        apart = trial.apart(plan)
        said = {**said, **apart}
    return plan.with_inside(list(plan.checks)), apart, said


def _asked_of_all(trial: _Trial, plan: Plan, apart: Runs) -> Iterator[tuple[str, str]]:
    """Yield what checks asked of the solution's functions and will ask of everybody's."""
    for cell in trial.desk.originals[trial.facts.name].cells:
        check, run = plan.checks.get(cell.grade_id), apart.get(cell.grade_id)
        if check is None or run is None or not run.asked:
            continue
        full = Standing(trial.points(cell.grade_id), failed=False)
        others = {name for prelude in check.preludes for name in prelude.wants}
        given = {n for prelude in check.preludes for n in names_in(prelude.source).binds}
        if (
            not standing_of(run, full.points) < full
            and not others
            and not check.unsure
            and asks_the_same_of_all(cell.source, check.wants, given)
        ):
            yield cell.grade_id, run.asked


def plan_inside(desk: Desk, facts: NotebookFacts) -> Plan:
    """Return the plan that runs every check of a notebook among the learner's cells."""
    kept = desk.originals[facts.name]
    planned = plan_of(kept.cells, kept.visible).checks
    return Plan(
        {
            name: replace(planned.get(name, CheckPlan(visible=visible)), apart=False)
            for name, visible in kept.visible.items()
        }
    )


def unproven_in(kept: Original, facts: NotebookFacts) -> frozenset[str]:
    """Return the checks before which the instructor's notebook has no solution, only its stubs."""
    found: set[str] = set()
    solved: set[str] = set()
    has_stubs = False
    for cell in kept.cells:
        if cell.role is Role.SOLUTION:
            released = facts.cells[cell.grade_id].source
            if is_stub(cell.source) or cell.source.strip() == released.strip():
                has_stubs = True
            else:
                solved |= _named(cell.source)
        elif cell.role is Role.CHECK and has_stubs and not names_in(cell.source).reads & solved:
            found.add(cell.grade_id)
    return frozenset(found)


def _named(source: str) -> frozenset[str]:
    names = names_in(source)
    return names.binds | names.changes


def _on_classes(kept: Original, unproven: Collection[str]) -> list[str]:
    """Return which unproven checks look at a class of the learner's, by the stub that asks for it.

    So does a check that goes on with what such a check made.
    """
    solutions = [names_in(cell.source) for cell in kept.cells if cell.role is Role.SOLUTION]
    theirs = set[str]().union(*(names.classes for names in solutions))
    found = []
    for cell in kept.cells:
        names = names_in(cell.source)
        if cell.grade_id in unproven and names.reads & theirs:
            found.append(cell.grade_id)
            theirs |= names.binds
    return found


def _complete(notebook: Any, facts: NotebookFacts) -> Any:
    """Return the solution with its checks as the gradebook has them."""
    restore(notebook, facts, {})
    for cell in notebook.cells:
        known = facts.cells.get(grade_id_of(cell))
        if known is not None and known.is_check:
            cell.source = known.source
    return notebook
