"""The sheet that Brightspace's gradebook imports (Grades, Enter Grades, Import).

As D2L's page on importing grades describes the file: a person is found by OrgDefinedId or Username; a
numeric item is a column called by the item's name and "Points Grade"; no names, addresses or weights
go in. The last column, End-of-Line Indicator with a # in every row, comes from other programs: those
that read what Brightspace exports, and that write what it imports, have it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.export.cells import exact, harmless
from weakties.grading.export.sheet import Sheet, changed, everybody, ungraded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.grading.export.sheet import Column

END = "End-of-Line Indicator"
ASSUMED = (
    "Assumed: a learner's id here is the Org Defined ID in Brightspace, and a grade item has the "
    "name of the assignment. Brightspace cuts what is above an item's points, unless it may be "
    "exceeded, and offers to make an item that it does not find. What it does with a blank, its "
    "page does not say: look at the preview."
)


def brightspace(columns: Sequence[Column]) -> Sheet:
    """Return one row for each learner, with a blank for what is not graded."""
    learners = everybody(columns)
    ids = [harmless(learner.id) for learner in learners]
    items = (f"{harmless(column.assignment)} Points Grade" for column in columns)
    rows = [
        (shown, *(exact(column.points_of(learner)) for column in columns), "#")
        for learner, shown in zip(learners, ids, strict=True)
    ]
    notes = (ASSUMED, ungraded(columns, "blank"), changed(learners, ids))
    return Sheet([("OrgDefinedId", *items, END), *rows], tuple(filter(None, notes)))
