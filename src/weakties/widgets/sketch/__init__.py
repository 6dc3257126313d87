"""The chart on which a learner draws a curve before the data come over it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, ClassVar

import traitlets

from weakties.lesson.prediction import Commitment, Curve, CurveComparison, Kept, Reveal, commit
from weakties.lesson.prediction.commitment import commitment_to
from weakties.lesson.prediction.outcome import keep_outcome
from weakties.widgets.shared.base import RefusedError, Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weakties.lesson.prediction.reveal import Shown

__all__ = ["Sketch"]

TYPE_IT = (
    "No guess yet. If you see a chart, draw your curve and press Commit. If you see none, write "
    "your numbers into the call above, such as drawn={example}, how_sure=3, and run the cell again."
)


class Sketch(Widget):
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
    You drew 1, 8 friends and were rather sure (4 of 5). Here it is 2, 4 friends, as counted: highest at many, as you drew it. 1 of your 2 points are near.
    """

    inputs: ClassVar[tuple[str, ...]] = ("sent",)

    sent = traitlets.Dict(read_only=True).tag(sync=True)
    ask = traitlets.Dict(read_only=True).tag(sync=True)
    drawn = traitlets.List(read_only=True).tag(sync=True)
    said = traitlets.Unicode(read_only=True).tag(sync=True)

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

    @property
    def commitment(self) -> Commitment | None:
        """What was committed, if anything was."""
        return commitment_to(self._asked)

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

    def then(self, words: str) -> Reveal:
        """Return what follows; before a curve is committed it says that it waits.

        Parameters
        ----------
        words
            What follows, in Markdown. The source of such a cell is hidden in a lesson.
        """
        return Reveal(self._asked, words)

    def opens(self, *things: Shown) -> Kept:
        """Return tables or figures; before the guess they are not shown.

        Parameters
        ----------
        things
            What is shown once the guess is committed, from top to bottom.
        """
        return Kept(self._asked, things)

    def accept(self, name: str, value: object) -> object:  # noqa: ARG002 - there is one input
        """Return what was sent if it is such a curve and nothing was committed before."""
        if self.commitment or not isinstance(value, dict):
            raise RefusedError("What was committed stays.")
        try:
            commit(self._asked, value.get("answer"), value.get("sure"))
        except ValueError as error:
            raise RefusedError(str(error)) from None
        return value

    def react(self, name: str) -> None:  # noqa: ARG002 - there is one input
        """Say what was committed."""
        self._say()

    def fallback(self) -> Typed:
        """Return the question, and how to answer it where no chart is shown."""
        return Typed(self._asked, self.commitment)

    def _say(self) -> None:
        said = self.commitment
        if said:
            self.put(drawn=list(self._asked.heights(said.answer)))
        self.put(said=f"{said} {said.note}".strip() if said else "")


@dataclass(frozen=True)
class Typed:
    """A sketch where no chart is shown: what is asked, and how to answer it in the code."""

    asked: Curve
    commitment: Commitment | None

    @property
    def html(self) -> str:
        """Return it as HTML that needs no script and no network."""
        question, *rest = self._lines
        told = "<br>".join(map(escape, rest))
        return f"<p><strong>{escape(question)}</strong></p><p>{told}</p>"

    @property
    def text(self) -> str:
        """Return it as plain text."""
        return "\n".join(self._lines)

    @property
    def _lines(self) -> tuple[str, ...]:
        if self.commitment:
            return self.asked.question, str(self.commitment)
        low = (self.asked.between or (0, 0))[0]
        places = ", ".join(f"“{place}”" for place in self.asked.places)
        return (
            self.asked.question,
            f"Asked for: {self.asked.span}, for {self.asked.across} {places}.",
            TYPE_IT.format(example=[low] * len(self.asked.places)),
        )
