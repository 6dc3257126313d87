"""What everybody has over all assignments of a course."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.grading.report.learners import standings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.grading.report.entries import Entries


@dataclass(frozen=True)
class Total:
    """What one learner has.

    Parameters
    ----------
    learner
        Who.
    so_far
        The points by assignment, after the penalty; ``None`` where nothing is graded.
    is_complete
        Whether all of every assignment is graded.
    """

    learner: str
    so_far: Mapping[str, float | None]
    is_complete: bool

    @property
    def total(self) -> float | None:
        """Return the sum of what is graded; ``None`` where nothing is."""
        known = [points for points in self.so_far.values() if points is not None]
        return sum(known) if known else None


def totals(course: Sequence[Entries]) -> tuple[Total, ...]:
    """Return what everybody has over these assignments, in the order of their ids."""
    by_unit = {
        entries.assignment: {one.learner.id: one for one in standings(entries)}
        for entries in course
    }
    everybody = sorted({learner for found in by_unit.values() for learner in found})
    return tuple(
        Total(
            learner,
            {
                unit: one.so_far if (one := found.get(learner)) else None
                for unit, found in by_unit.items()
            },
            all(
                (one := found.get(learner)) is not None and one.points is not None
                for found in by_unit.values()
            ),
        )
        for learner in everybody
    )
