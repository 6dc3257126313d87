"""The sheet that Moodle's gradebook imports (Grades, Import, CSV file).

As its importer reads it (``grade/import/csv/classes/load_data.php`` of Moodle): whoever imports
says which column names the person, by ID number, e-mail address, username or id, and maps every
other column to a grade item. A person who is not found stops the whole import. A row with an empty
cell there goes to the person of the row before, so no such column is written. A hyphen is Moodle's
own sign for no grade; an empty cell in a new grade item would be stored as 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.export.cells import exact, harmless
from weakties.grading.export.sheet import Sheet, changed, everybody, ungraded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.grading.export.sheet import Column

NO_GRADE = "-"
ASSUMED = (
    "Assumed: a learner's id here is the ID number in Moodle. In the preview choose “ID number” "
    "under Map from and “ID number” under Map to, and map each assignment to its grade item. Points "
    "that are not graded are a hyphen, Moodle's own sign for no grade: an empty cell would become 0 "
    "in a new grade item. One id that Moodle does not know stops the import."
)


def moodle(columns: Sequence[Column]) -> Sheet:
    """Return one row for each learner, with a hyphen for what is not graded."""
    learners = everybody(columns)
    ids = [harmless(learner.id) for learner in learners]
    have_mail = all(learner.email for learner in learners)
    header = (
        "ID number",
        "First name",
        "Last name",
        *(("Email address",) if have_mail else ()),
        *(harmless(column.assignment) for column in columns),
    )
    rows = [
        (
            shown,
            harmless(learner.first_name),
            harmless(learner.last_name),
            *((harmless(learner.email),) if have_mail else ()),
            *(exact(column.points_of(learner)) or NO_GRADE for column in columns),
        )
        for learner, shown in zip(learners, ids, strict=True)
    ]
    notes = (ASSUMED, ungraded(columns, "a hyphen"), changed(learners, ids))
    return Sheet([header, *rows], tuple(filter(None, notes)))
