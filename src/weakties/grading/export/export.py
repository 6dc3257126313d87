"""The points of one or more assignments, in the form that another program imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from weakties.grading.export.canvas import canvas
from weakties.grading.export.moodle import moodle
from weakties.grading.export.plain_csv import plain_csv
from weakties.grading.export.sheet import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.grading.export.sheet import Sheet
    from weakties.grading.report.report import Report


Form = Literal["csv", "canvas", "moodle"]
"""What is to read the sheet."""


def sheet_of(reports: Sequence[Report], form: Form) -> Sheet:
    """Return the points of assignments as a sheet."""
    if form == "csv":
        return plain_csv(reports)
    columns = [
        Column(
            report.entries.assignment,
            report.entries.points,
            {one.learner.id: one for one in report.standings},
        )
        for report in reports
    ]
    return canvas(columns) if form == "canvas" else moodle(columns)
