"""What two gradebooks hold of one cell of one learner, and how they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from weakties.grading.report.entries import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weakties.grading.report.entries import Key

_CLOSE = 1e-6


class Kind(StrEnum):
    """How the rows of a cell differ, in the order in which they are shown."""

    LOWER = "lower"
    """It gets less here than by nbgrader."""
    HIGHER = "higher"
    """It gets more here than by nbgrader."""
    DECIDED = "decided"
    """nbgrader leaves it to a person, and here it has points."""
    ASKED = "asked"
    """Here it is left to a person."""
    EQUAL = "equal"


@dataclass(frozen=True)
class Said:
    """What our grading says of a check beside its points.

    Parameters
    ----------
    witnesses
        What it came to apart and inside, in a few words each.
    reason
        Why a person has to look at it, in a sentence.
    """

    witnesses: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True)
class Row:
    """One graded cell of one learner in both gradebooks.

    Parameters
    ----------
    learner, notebook, cell
        Which cell.
    points
        What it is worth.
    theirs, ours
        What nbgrader gives, and what we give.
    said
        What ours says beside.
    """

    learner: str
    notebook: str
    cell: str
    points: float
    theirs: Mark
    ours: Mark
    said: Said = field(default_factory=Said)

    @property
    def kind(self) -> Kind:
        """Return how the two differ."""
        return kind_of(self.theirs, self.ours)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "learner": self.learner,
            "notebook": self.notebook,
            "cell": self.cell,
            "points": self.points,
            "kind": str(self.kind),
            "nbgrader": asdict(self.theirs),
            "weakties": asdict(self.ours),
            "witnesses": dict(self.said.witnesses),
            "reason": self.said.reason,
        }


@dataclass(frozen=True)
class LeftOut:
    """A learner whose work one of the two did not grade.

    Parameters
    ----------
    learner
        Who.
    by
        ``nbgrader`` or ``weakties``.
    reason
        Why, in a sentence.
    """

    learner: str
    by: str
    reason: str


@dataclass(frozen=True)
class Comparison:
    """An assignment that was graded by both.

    Parameters
    ----------
    assignment
        Its name.
    rows
        Every cell of everybody whom both graded.
    left_out
        Whom one of them did not grade.
    seconds
        How long each took, from its command line.
    remarks
        What ours said before it graded, and what was not copied, in sentences.
    """

    assignment: str
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter[Kind]:
        """Return how many rows there are of each kind."""
        return Counter(row.kind for row in self.rows)

    @property
    def differing(self) -> int:
        """Return in how many rows the marks differ without a person being asked here."""
        return len(self.rows) - self.counts[Kind.EQUAL] - self.counts[Kind.ASKED]

    def of(self, kind: Kind) -> tuple[Row, ...]:
        """Return the rows of one kind."""
        return tuple(row for row in self.rows if row.kind is kind)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values; of the rows, those that differ."""
        return {
            "assignment": self.assignment,
            "compared": len(self.rows),
            "equal": self.counts[Kind.EQUAL],
            "differ": self.differing,
            "asked": self.counts[Kind.ASKED],
            "seconds": dict(self.seconds),
            "differences": [
                row.as_json() for kind in Kind if kind is not Kind.EQUAL for row in self.of(kind)
            ],
            "left_out": [asdict(one) for one in self.left_out],
            "remarks": list(self.remarks),
        }


def kind_of(theirs: Mark, ours: Mark) -> Kind:
    """Return how two marks of one cell differ.

    Examples
    --------
    >>> kind_of(Mark(auto=2.0), Mark(auto=0.0)).value, kind_of(Mark(auto=2.0), Mark(waits=True)).value
    ('lower', 'asked')
    >>> kind_of(Mark(waits=True), Mark(auto=1.0)).value, kind_of(Mark(auto=1), Mark(auto=1.0)).value
    ('decided', 'equal')
    """
    gap = (ours.auto or 0.0) - (theirs.auto or 0.0)
    if ours.waits == theirs.waits and abs(gap) < _CLOSE:
        return Kind.EQUAL
    if ours.waits:
        return Kind.ASKED
    if theirs.waits:
        return Kind.DECIDED
    return Kind.LOWER if gap < 0 else Kind.HIGHER


def paired(
    worth: Mapping[Key, float],
    theirs: Mapping[str, Mapping[Key, Mark]],
    ours: Mapping[str, Mapping[Key, Mark]],
    said: Mapping[tuple[str, Key], Said],
) -> Iterator[Row]:
    """Yield each cell of every learner who stands in both gradebooks.

    Parameters
    ----------
    worth
        The points of each cell, in the order of the cells.
    theirs, ours
        The marks, by learner.
    said
        What ours says beside, by learner and cell.
    """
    for learner in sorted(theirs.keys() & ours.keys()):
        for key, points in worth.items():
            their, our = (books[learner].get(key, Mark()) for books in (theirs, ours))
            yield Row(learner, *key, points, their, our, said.get((learner, key), Said()))
