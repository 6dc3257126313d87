"""The sheet that Canvas' gradebook imports.

As its importer reads it (``lib/gradebook_importer.rb`` of canvas-lms): the first column is called
Student, the second ID, then SIS User ID and SIS Login ID, and Section ends the columns on the
person; every further column is an assignment, matched by its title. A row whose first cell says
"Points Possible" holds what each is worth. A person is found by ID, else by SIS User ID, else by
SIS Login ID, else by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.export.cells import exact, harmless
from weakties.grading.export.sheet import Sheet, changed, everybody, ungraded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.grading.export.sheet import Column
    from weakties.grading.report.entries import Learner

PERSON = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
ASSUMED = (
    "Assumed: a learner's id here is the SIS Login ID in Canvas (the lms_user_id of the gradebook, "
    "where there is one, is Canvas' own ID), and an assignment has the same name in both. Canvas "
    "shows every change before it makes it; a blank clears a score that is there already."
)


def canvas(columns: Sequence[Column]) -> Sheet:
    """Return one row for each learner, with a blank for what is not graded."""
    learners = everybody(columns)
    ids = [harmless(learner.id) for learner in learners]
    header = (*PERSON, *(harmless(column.assignment) for column in columns))
    worth = ("    Points Possible", "", "", "", "", *(exact(column.points) for column in columns))
    rows = [
        (
            harmless(_name(learner)),
            learner.lms_id if learner.lms_id.isdecimal() else "",
            "",
            shown,
            "",
            *(exact(column.points_of(learner)) for column in columns),
        )
        for learner, shown in zip(learners, ids, strict=True)
    ]
    notes = (ASSUMED, ungraded(columns, "blank"), changed(learners, ids))
    return Sheet([header, worth, *rows], tuple(filter(None, notes)))


def _name(learner: Learner) -> str:
    """Return the name as Canvas sorts it, or the id where the gradebook has none."""
    return ", ".join(part for part in (learner.last_name, learner.first_name) if part) or learner.id
