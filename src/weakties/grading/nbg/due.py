"""Who is to be graded: what is new, what is newer than its grades, or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.nbg.saving import saved_before
from weakties.grading.result import Result, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    todo, before = [], []
    for learner in desk.room.learners:
        if learners and learner not in learners:
            continue
        if force or _is_new(desk, learner):
            todo.append(learner)
        else:
            before.append(saved_before(desk, learner))
    return todo, before


def missing(desk: Desk, learners: Sequence[str]) -> Iterator[Result]:
    """Yield a result for everybody whom the gradebook knows and who handed nothing in."""
    handed_in = set(desk.room.learners)
    known = {student.id for student in desk.book.students} | set(learners)
    for learner in sorted(known - handed_in):
        if not learners or learner in learners:
            yield Result(learner, desk.room.assignment, State.MISSING, "Nothing was handed in.")


def _is_new(desk: Desk, learner: str) -> bool:
    from nbgrader.api import MissingEntry

    graded = desk.room.folder("autograded", learner)
    if not graded.is_dir():
        return True
    try:
        desk.book.find_submission(desk.room.assignment, learner)
    except MissingEntry:
        return True
    new, old = (
        desk.room.timestamp(folder) for folder in (desk.room.folder("submitted", learner), graded)
    )
    return new is not None and old is not None and new > old
