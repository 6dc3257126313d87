"""Bringing the gradebook to what ``cohort.toml`` and the roster say: people, dates, and penalties."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.orm import joinedload, selectinload

from weakties.grading.cohort.changes import Changes, few, shown
from weakties.grading.cohort.cohort import cohort_at
from weakties.grading.hindrance import hindrances_told
from weakties.grading.nbg.book import OneGradebook
from weakties.grading.nbg.ready import make_sure_of_schema
from weakties.grading.nbg.steps import Steps
from weakties.grading.nbg.trial import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.grading.cohort.cohort import Cohort
    from weakties.grading.cohort.roster import Person
    from weakties.grading.nbg.course import Classroom
    from weakties.grading.nbg.desk import Desk

_ROUNDING = 1e-9


def kept_current(room: Classroom) -> tuple[str, ...]:
    """Bring a gradebook to ``cohort.toml`` as it is now, and return what changed, in sentences.

    Every assignment that the gradebook knows is looked at. Points that a person gave since the last
    run count too: coming late costs a share of them. Without a ``cohort.toml`` nothing is done.

    Parameters
    ----------
    room
        One of the course's assignments.

    Raises
    ------
    CohortError
        If ``cohort.toml`` or the roster can't be followed.
    NotACourse
        If the gradebook is none, or of an older nbgrader.
    Hindered
        If something changed, and the gradebook can't be written.
    """
    cohort = cohort_at(room.root)
    if cohort is None:
        return ()
    with hindrances_told():
        make_sure_of_schema(room)
        book = OneGradebook(room.directory.db_url, room.directory.course_id)
        try:
            steps = _quiet(Steps(room).after)
            changes = [apply(book, one.name, cohort, steps) for one in book.assignments]
        finally:
            book.end()
    return tuple(sentence for one in changes for sentence in one.sentences)


def _quiet(steps: Sequence[Any]) -> Sequence[Any]:
    for step in steps:
        step.log = logging.getLogger("weakties.grading.quiet")
        step.log.propagate = False
        step.log.addHandler(logging.NullHandler())
    return steps


def apply(
    book: OneGradebook, assignment: str, cohort: Cohort, steps: Sequence[Any] = ()
) -> Changes:
    """Write people and dates into the gradebook, and reckon again what coming late cost.

    Nothing of a learner's is run for that. What is different then is returned.

    Parameters
    ----------
    book
        The gradebook.
    assignment
        Which assignment of it.
    cohort
        What holds.
    steps
        nbgrader's steps, among them the one that takes points off.
    """
    known = {student.id: student for student in book.students}
    for person in cohort.people:
        _put(book, person, known.get(person.id))
    found = book.find_assignment(assignment)
    due = (found.duedate, cohort.due.get(assignment))
    found.duedate = due[1]
    longer = cohort.extensions(assignment)
    penalizes = next((step for step in steps if isinstance(step, AssignLatePenalties)), None)
    changed = {}
    for submission in _timed(book, found.id):
        submission.extension = longer.get(submission.student_id)
        if penalizes is not None:
            before, now = _reckon(submission, penalizes)
            if abs(before - now) > _ROUNDING:
                changed[submission.student_id] = (before, now)
    book.save()
    return Changes(assignment, cohort.zone, due, changed)


def followed(cohort: Cohort, desk: Desk) -> Remark:
    """Let a run follow what holds for the cohort, and return that in a sentence."""
    assignment = desk.room.assignment
    changes = apply(desk.book, assignment, cohort, desk.steps.after)
    desk.extensions.update(cohort.extensions(assignment))
    unlisted = sorted(set(desk.room.learners) - {one.id for one in cohort.people})
    said = [said_of(cohort, assignment), *changes.sentences]
    if cohort.people and unlisted:
        said.append(f"Handed in, and not on the roster: {few(unlisted)}.")
    return Remark("", (), "cohort", " ".join(said))


def said_of(cohort: Cohort, assignment: str) -> str:
    """Return what holds for an assignment, in a sentence."""
    due = cohort.due.get(assignment)
    parts = [
        f"edition {cohort.edition}",
        f"{assignment} is due {shown(due, cohort.zone)}"
        if due
        else f"{assignment} has no due date",
        *([f"{len(cohort.people):,} on the roster"] if cohort.people else []),
    ]
    return f"{cohort.title or 'This cohort'}: {', '.join(parts)}."


def _put(book: OneGradebook, person: Person, there: Any) -> None:
    named = {
        "first_name": person.first_name or None,
        "last_name": person.last_name or None,
        "email": person.email or None,
        "lms_user_id": person.lms_id or None,
    }
    filled = {name: value for name, value in named.items() if value}
    if there is None:
        book.add_student(person.id, **filled)
        return
    for name, value in filled.items():
        if getattr(there, name) != value:
            setattr(there, name, value)


def _timed(book: OneGradebook, assignment: Any) -> list[Any]:
    """Return the submissions of which it is known when they came, with all that penalties need."""
    asked = (
        book.db.query(SubmittedAssignment)
        .filter(
            SubmittedAssignment.assignment_id == assignment,
            SubmittedAssignment.timestamp.is_not(None),
        )
        .options(
            joinedload(SubmittedAssignment.assignment),
            selectinload(SubmittedAssignment.notebooks).undefer(SubmittedNotebook.score),
        )
    )
    return list(asked)


def _reckon(submission: Any, step: Any) -> tuple[float, float]:
    """Do what nbgrader's step did when the work was graded; return the sum before, and now."""
    step.init_plugin()
    late = submission.total_seconds_late
    before = now = 0.0
    for notebook in submission.notebooks:
        points = None
        if late > 0:
            points = step.plugin_inst.late_submission_penalty(
                submission.student_id, notebook.score, late
            )
        taken = None if points is None else step._check_late_penalty(notebook, points)
        before += notebook.late_submission_penalty or 0.0
        now += taken or 0.0
        notebook.late_submission_penalty = taken
    return before, now
