"""What two gradebooks say of each learner's checks, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grading.catalogue.course import grade_id
from grading.catalogue.entry import LEARNERS, Theme
from grading.courses import nbgrader
from grading.rows import Row, grade_rows
from weakties.grading.run import grade

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Said = tuple[float | None, bool]
"""Automatic points, and whether a person has to look."""
PATIENTLY = ("--Execute.iopub_timeout=60",)
"""The end of an endless recursion takes a busy machine long to write down."""
NOTHING: Row = (None, None, None, True)
"""What a gradebook has of a submission that was not graded."""


@dataclass(frozen=True)
class Pair:
    """A learner's check with what nbgrader gave and what our engine gave."""

    theme: str
    learner: str
    check: str
    full: float
    expected_full: bool
    theirs: Said
    ours: Said

    def __str__(self) -> str:
        theirs, ours = (
            f"{'-' if points is None else f'{points:g}'}{' review' if review else ''}"
            for points, review in (self.theirs, self.ours)
        )
        return (
            f"{self.theme:12} {self.learner:9} {self.check:32} {theirs:>10} {ours:>10}"
            f"  {self.difference}"
        )

    @property
    def difference(self) -> str:
        """Return in a word how ours differs from nbgrader's, or nothing."""
        if self.ours == self.theirs:
            return ""
        ours, theirs = self.ours[0] or 0, self.theirs[0] or 0
        if ours > theirs:
            return "higher"
        if not self.ours[1]:
            return "lower"
        return "review, lower" if ours < theirs else "review"

    @property
    def honest(self) -> bool:
        """Return whether nobody should have to look: full points or an untouched stub, says nbgrader."""
        points, review = self.theirs
        settled = points == self.full or (self.learner == "blank" and points == 0)
        return self.learner != "wrong" and settled and not review


def gradebook(root: Path) -> str:
    """Return the address of a course's gradebook."""
    return f"sqlite:///{root / 'gradebook.db'}"


def graded_by_nbgrader(root: Path, theme: Theme) -> dict[Row, Row]:
    """Grade a theme with nbgrader's own command."""
    nbgrader(root, "autograde", theme.name, *PATIENTLY)
    return grade_rows(gradebook(root))


def graded_by_us(root: Path, theme: Theme) -> dict[Row, Row]:
    """Grade a theme with our own engine."""
    list(grade(root, theme.name))
    return grade_rows(gradebook(root))


def pairs(theme: Theme, theirs: Mapping[Row, Row], ours: Mapping[Row, Row]) -> list[Pair]:
    """Return every check of every learner."""

    def said(rows: Mapping[Row, Row], learner: str, cell: str) -> Said:
        points, _, _, review = rows.get((learner, theme.name, theme.name, cell), NOTHING)
        return points, review

    return [
        Pair(
            theme.name,
            learner,
            cell,
            one.points or 0,
            not one.points or entry.earns_all(learner, one.name),
            said(theirs, learner, cell),
            said(ours, learner, cell),
        )
        for learner in LEARNERS
        for entry in theme.entries
        for one in entry.checks
        for cell in [grade_id(entry, one)]
    ]
