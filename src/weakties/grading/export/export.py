"""The points of one or more assignments, in the form that another program imports."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from weakties.grading.export.brightspace import brightspace
from weakties.grading.export.canvas import canvas
from weakties.grading.export.moodle import moodle
from weakties.grading.export.plain_csv import plain_csv
from weakties.grading.export.sheet import Column
from weakties.grading.report.keys import key_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.grading.export.sheet import Sheet
    from weakties.grading.report.report import Report


Form = Literal["csv", "canvas", "moodle", "brightspace"]
"""What is to read the sheet."""
_PLATFORMS = {"canvas": canvas, "moodle": moodle, "brightspace": brightspace}


def sheet_of(reports: Sequence[Report], form: Form) -> Sheet:
    """Return the points of assignments as a sheet."""
    sheet = plain_csv(reports) if form == "csv" else _PLATFORMS[form](_columns(reports))
    return replace(sheet, notes=(*sheet.notes, *_grounds(reports)))


def _columns(reports: Sequence[Report]) -> list[Column]:
    return [
        Column(
            report.entries.assignment,
            report.entries.points,
            {one.learner.id: one for one in report.standings},
        )
        for report in reports
    ]


def _grounds(reports: Sequence[Report]) -> Iterator[str]:
    """Say of each assignment which edition and which keys its points are of."""
    for report in reports:
        if said := " ".join(key_notes(report.entries, report.keys)):
            yield f"{report.entries.assignment}: {said}"
