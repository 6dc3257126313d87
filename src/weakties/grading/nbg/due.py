"""Who is to be graded: what is new, what differs from what its marks rest on, or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.nbg.results import saved_before
from weakties.grading.nbg.saving import save_gone
from weakties.grading.nbg.stamping import why_graded_again
from weakties.grading.result import Result, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from weakties.grading.nbg.desk import Desk


def due(desk: Desk, learners: Sequence[str], *, force: bool) -> tuple[list[str], list[Result]]:
    """Return who is to be graded, and the results of those who were graded before.

    Parameters
    ----------
    desk
        The run.
    learners
        Whose work; everybody's if empty.
    force
        Whether to grade everything again.
    """
    force = force or desk.steps.force
    todo, before = [], []
    at_hand = [] if force else desk.book.submissions_at_hand(desk.room.assignment)
    for learner in desk.room.learners:
        if learners and learner not in learners:
            continue
        if desk.is_partial and not any(
            file.exists() for file in _chosen(desk, "submitted", learner)
        ):
            reason = f"There is no {' or '.join(desk.chosen)} in what was handed in."
            before.append(Result(learner, desk.room.assignment, State.MISSING, reason))
        elif force or _is_new(desk, learner):
            todo.append(learner)
        elif why := why_graded_again(desk, learner):
            desk.ledger.again[learner] = why
            todo.append(learner)
        else:
            before.append(saved_before(desk, learner))
    del at_hand  # held until here, so that nothing of it was looked up one by one
    return todo, before


def missing(desk: Desk, learners: Sequence[str]) -> Iterator[Result]:
    """Yield a result for everybody whom the gradebook knows and who handed nothing in.

    Marks of what is no longer there are taken back, unless nothing at all is there: then it is the
    folder that is missing.
    """
    handed_in = set(desk.room.learners)
    marked = {learner for (learner, _), stamp in desk.ledger.stamps.items() if stamp.ground.hand_in}
    known = {student.id for student in desk.book.students} | set(learners)
    for learner in sorted(known - handed_in):
        if desk.room.concerns(learner) and (not learners or learner in learners):
            if handed_in and learner in marked and not desk.is_partial:
                yield save_gone(desk, learner)
                continue
            yield Result(learner, desk.room.assignment, State.MISSING, "Nothing was handed in.")
        elif learner in learners:
            reason = "CourseDirectory.student_id or student_id_exclude leaves this learner out."
            yield Result(learner, desk.room.assignment, State.MISSING, reason)


def _is_new(desk: Desk, learner: str) -> bool:
    from nbgrader.api import MissingEntry

    graded = desk.room.folder("autograded", learner)
    if not graded.is_dir() or (desk.is_partial and _lacks_a_notebook(desk, learner)):
        return True
    try:
        desk.book.find_submission(desk.room.assignment, learner)
    except MissingEntry:
        return True
    return False


def _lacks_a_notebook(desk: Desk, learner: str) -> bool:
    """Say whether a notebook that was asked for was handed in and is not among the graded ones."""
    pairs = zip(
        *(_chosen(desk, stage, learner) for stage in ("submitted", "autograded")), strict=True
    )
    return any(new.exists() and not old.exists() for new, old in pairs)


def _chosen(desk: Desk, stage: str, learner: str) -> list[Path]:
    return [desk.room.folder(stage, learner) / f"{name}.ipynb" for name in desk.chosen]
