"""One odd kind of hand-in: what makes it, and beside that what it must come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grading.handed_in.course import Notebook

    Make = Callable[[Path, Notebook], None]

GRADED, REVIEW, FAILED = "graded", "needs review", "failed"
FULL = {"x-check": 2.0, "y-check": 1.0, "why": 0.0}
"""What right answers earn; the essay is blank unless something else is said."""


@dataclass(frozen=True)
class Kind:
    """What a hand-in must come to.

    Parameters
    ----------
    make
        Writes it into a learner's folder.
    state
        How it ends.
    said
        What the notes and the reason say, together.
    points
        What each cell gets; ``None`` where a person has the next word.
    shown
        What the essay's cell holds where a person reads it.
    """

    make: Make
    state: str
    said: tuple[str, ...] = ()
    points: dict[str, float | None] = field(default_factory=dict)
    shown: str = ""


class Kinds(dict[str, Kind]):
    """Kinds by their names."""

    def kind(
        self,
        state: str,
        *said: str,
        waits: tuple[str, ...] = (),
        shown: str = "",
        **points: float,
    ) -> Callable[[Make], Make]:
        """Add the kind that a function makes."""
        earned: dict[str, float | None] = {**FULL, **{f"{k}-check": p for k, p in points.items()}}
        earned.update(dict.fromkeys(waits))

        def add(make: Make) -> Make:
            self[make.__name__.replace("_", "-")] = Kind(make, state, said, earned, shown)
            return make

        return add
