"""A sheet to export: its rows, and what whoever imports it must know."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.pages.file import write_over_own

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weakties.grading.report.entries import Learner
    from weakties.grading.report.learners import Standing


@dataclass(frozen=True)
class Column:
    """One assignment: its name, what it is worth, and where everybody stands, by id."""

    assignment: str
    points: float
    standings: dict[str, Standing]

    def points_of(self, learner: Learner) -> float | None:
        """Return what a learner got; ``None`` where that is not graded as a whole."""
        standing = self.standings.get(learner.id)
        return standing.points if standing else None


@dataclass(frozen=True)
class Sheet:
    """Rows of texts, the first of them the header, and notes for whoever imports them."""

    rows: Sequence[Sequence[str]]
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sheet as CSV in the form of RFC 4180."""
        text = io.StringIO(newline="")
        csv.writer(text).writerows(self.rows)
        return text.getvalue()


def everybody(columns: Sequence[Column]) -> list[Learner]:
    """Return whoever stands in one of the columns, in the order of their ids."""
    known = {key: one.learner for column in columns for key, one in column.standings.items()}
    return [known[key] for key in sorted(known)]


def ungraded(columns: Sequence[Column], sign: str) -> str:
    """Say how many cells hold the sign of what is not graded, or nothing if none does."""
    count = sum(one.points is None for column in columns for one in column.standings.values())
    if not count:
        return ""
    cells = "1 cell is" if count == 1 else f"{count:,} cells are"
    return f"{cells} {sign}: that work is not graded, or not as a whole yet."


def changed(learners: Sequence[Learner], shown: Sequence[str]) -> str:
    """Say whose ids had to be changed so that no spreadsheet runs them, or nothing."""
    pairs = [
        (learner.id, text)
        for learner, text in zip(learners, shown, strict=True)
        if learner.id != text
    ]
    if not pairs:
        return ""
    few = ", ".join(repr(text) for _, text in pairs[:3])
    return (
        f"{len(pairs):,} ids would run as formulas in a spreadsheet and carry an apostrophe "
        f"({few}): the import will not find them, so enter their points by hand."
    )


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write a sheet; an older one of the same form may be replaced, any other file not.

    Raises
    ------
    NotWritten
        If another file is there, or the place can't be written to.
    """
    header = Sheet(sheet.rows[:1]).text.encode()
    write_over_own(
        path, sheet.text.encode(), header, what="export of this form", example="points.csv"
    )
