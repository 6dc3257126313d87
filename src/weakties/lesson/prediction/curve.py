"""A curve that is drawn before anybody has seen data: one number at each of a few places."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.lesson.numbers import plain_number
from weakties.lesson.prediction.asked import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = "; "


@dataclass(frozen=True, kw_only=True)
class Curve(Asked):
    """A question that is answered by drawing.

    Parameters
    ----------
    places
        Where a number is asked for, from left to right: ``("none", "1 to 4")``.
    across
        What the places are: ``"connections"``.

    Raises
    ------
    ValueError
        If it has no range to draw in, or less than two places.
    """

    places: tuple[str, ...]
    across: str

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.between is None or self.choices:
            raise ValueError(f"{self.name}: a curve needs a range, and offers no choices.")
        if len(set(self.places)) < max(2, len(self.places)):
            raise ValueError(f"{self.name}: give at least two different places.")

    @property
    def span(self) -> str:
        """Return what can be answered, in words."""
        return f"{len(self.places)} numbers, each {super().span}"

    def answer(self, value: object) -> str:
        """Return a drawn curve as the text that is kept of it.

        Parameters
        ----------
        value
            A number for each place, or the text of an earlier answer.

        Raises
        ------
        ValueError
            If it is no such curve; the message says what is asked for.
        """
        if isinstance(value, str):
            value = _numbers(value)
        if not isinstance(value, list | tuple) or len(value) != len(self.places):
            raise ValueError(f"Give {self.span}, in a list.")
        return _BETWEEN.join(f"{float(super(Curve, self).answer(one)):g}" for one in value)

    def heights(self, answer: float | str) -> tuple[float, ...]:
        """Return the numbers of an answer, one for each place."""
        return tuple(_numbers(str(answer)))

    def with_unit(self, answer: float | str) -> str:
        """Return an answer as a reader sees it."""
        numbers = ", ".join(plain_number(height) for height in self.heights(answer))
        return f"{numbers} {self.unit}".strip()

    def highest(self, heights: Sequence[float]) -> str:
        """Return the place where a curve is highest, the first of several."""
        return self.places[max(range(len(heights)), key=heights.__getitem__)]

    @property
    def said(self) -> str:
        """Return the word for having answered."""
        return "drew"


def _numbers(text: str) -> list[float]:
    try:
        # What is kept was written for a reader, with a minus as long as a plus.
        found = [float(part.replace("−", "-")) for part in text.split(_BETWEEN.strip())]
    except ValueError:
        return []
    return found if all(map(math.isfinite, found)) else []
