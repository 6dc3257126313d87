"""The chart on which a learner draws a curve before the data come over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets

from weakties.lesson.prediction import Curve, CurveComparison, commit
from weakties.lesson.prediction.outcome import keep_outcome
from weakties.widgets.shared.guess import Guess

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weakties.widgets.shared.guess import Typed

__all__ = ["Sketch"]

TYPE_IT = (
    "No guess yet. If you see a chart, draw your curve and press Commit. If you see none, write "
    "your numbers into the call above, such as drawn={example}, how_sure=3, and run the cell again."
)


class Sketch(Guess):
    """Ask for a curve and how sure one is; what is committed stays.

    Parameters
    ----------
    name
        What it is called in the learner's record, with the unit in front: ``"quality-worth"``.
    question
        What is to be drawn.
    places
        Where a number is asked for, from left to right.
    across
        What the places are.
    unit
        Of the numbers, in the plural.
    between
        Lowest and highest number that can be drawn.
    drawn, how_sure
        A number for each place, and one from 1 (a wild guess) to 5 (certain), where no chart is
        shown.

    Raises
    ------
    ValueError
        If what was drawn is no answer to the question.

    Examples
    --------
    >>> friends = Sketch(
    ...     "demo-friends", "How many?", places=["few", "many"], across="hours", unit="friends",
    ...     between=(0, 10), drawn=[1, 8], how_sure=4,
    ... )
    >>> friends.against([2, 4], "as counted")
    You drew 1, 8 friends and were rather sure (4 of 5). Here it is 2, 4 friends, as counted: highest at many, as you drew it. 1 of your 2 points is near.
    """

    drawn = traitlets.List(read_only=True).tag(sync=True)

    _asked: Curve

    def __init__(
        self,
        name: str,
        question: str,
        *,
        places: Sequence[str],
        across: str,
        unit: str,
        between: tuple[float, float],
        drawn: Sequence[float] | None = None,
        how_sure: int = 3,
    ) -> None:
        self._asked = Curve(name, question, unit, between, places=tuple(places), across=across)
        if drawn is not None:
            commit(self._asked, drawn, how_sure)
        super().__init__()
        self.put(
            ask={
                "question": question,
                "places": list(places),
                "across": across,
                "unit": unit,
                "between": list(between),
            }
        )
        self._say()

    def against(
        self,
        heights: Iterable[float],
        where_from: str,
        *,
        intervals: Iterable[tuple[float, float]] = (),
    ) -> CurveComparison:
        """Return the curve with the data over it; before it is committed, it only asks for it.

        Parameters
        ----------
        heights
            What came out at each place, in the unit asked for.
        where_from
            Where it comes from and how far it can be trusted.
        intervals
            Lowest and highest number at each place, where they have such.
        """
        both = tuple((float(low), float(high)) for low, high in intervals)
        beside = CurveComparison(self._asked, tuple(map(float, heights)), where_from, both)
        keep_outcome(beside)
        return beside

    def fallback(self) -> Typed:
        """Return the question, and how to answer it where no chart is shown."""
        asked = self._asked
        low = (asked.between or (0, 0))[0]
        places = ", ".join(f"“{place}”" for place in asked.places)
        return self._typed(
            f"Asked for: {asked.span}, for {asked.across} {places}.",
            TYPE_IT.format(example=[low] * len(asked.places)),
        )

    def _say(self) -> None:
        made = self.commitment
        if made:
            self.put(drawn=list(self._asked.heights(made.answer)))
        super()._say()
