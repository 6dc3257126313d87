"""A drawn curve beside the data, with their intervals; nothing of them before it was drawn."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from weakties.lesson.numbers import plain_number
from weakties.lesson.prediction.commitment import commitment_to
from weakties.lesson.prediction.comparison import COMMIT_FIRST
from weakties.lesson.prediction.curve_picture import curves_as_svg
from weakties.lesson.prediction.outcome import is_right

if TYPE_CHECKING:
    from weakties.lesson.prediction.commitment import Commitment
    from weakties.lesson.prediction.curve import Curve


@dataclass(frozen=True)
class CurveComparison:
    """What was drawn beside what came out.

    Parameters
    ----------
    asked
        What was to be drawn.
    heights
        What came out at each place.
    where_from
        Where the numbers come from and how far they can be trusted.
    intervals
        Of the numbers, where they have one.
    """

    asked: Curve
    heights: tuple[float, ...]
    where_from: str
    intervals: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        for numbers in (self.heights, self.intervals or self.heights):
            if len(numbers) != len(self.asked.places):
                raise ValueError(
                    f"{self.asked.name}: give a number and an interval for each place."
                )

    @property
    def result(self) -> str:
        """Return what came out as the text that is kept of it."""
        return "; ".join(map(plain_number, self.heights))

    def near(self, guess: Commitment) -> int:
        """Return how many points of a drawn curve count as right, each by the rule for a number."""
        nothing: tuple[tuple[float, float] | None, ...] = (None,) * len(self.heights)
        intervals = self.intervals or nothing
        drawn = self.asked.heights(guess.answer)
        return sum(
            is_right(self.asked, one, height, interval)
            for one, height, interval in zip(drawn, self.heights, intervals, strict=True)
        )

    @property
    def right(self) -> bool:
        """Return whether more than half of the drawn points count as right."""
        guess = commitment_to(self.asked)
        return guess is not None and 2 * self.near(guess) > len(self.heights)

    def __str__(self) -> str:
        """Return the comparison in words."""
        guess = commitment_to(self.asked)
        if guess is None:
            return f"{self.asked.question}\n{COMMIT_FIRST}"
        yours = self.asked.highest(self.asked.heights(guess.answer))
        here = self.asked.highest(self.heights)
        near = self.near(guess)
        where = f"highest at {here}, as you drew it"
        if yours != here:
            where = f"highest at {here}, and you drew it highest at {yours}"
        return (
            f"{guess} Here it is {self.asked.with_unit(self.result.replace(',', ''))}, "
            f"{self.where_from}: {where}. "
            f"{near} of your {len(self.heights)} points {'is' if near == 1 else 'are'} near."
        )

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        guess = commitment_to(self.asked)
        if guess is None:
            html = f"<p>{escape(self.asked.question)}<br><em>{COMMIT_FIRST}</em></p>"
        else:
            drawn = self.asked.heights(guess.answer)
            picture = curves_as_svg(
                self.asked, drawn, self.heights, self.intervals, alt=f"{self.asked.question} {self}"
            )
            html = (
                f"<figure style='margin:.5em 0;max-width:46em'>{picture}"
                f"<figcaption>{escape(str(self))}</figcaption>"
                "<details><summary>The same as a table</summary>"
                f"<table>{self._rows(drawn)}</table></details></figure>"
            )
        return {"text/html": html, "text/plain": str(self)}

    def _rows(self, drawn: tuple[float, ...]) -> str:
        heads = [
            self.asked.across,
            "you",
            "here",
            *(["95% low", "95% high"] * bool(self.intervals)),
        ]
        head = "".join(f"<th scope='col'>{escape(text)}</th>" for text in heads)
        body = ""
        for at, place in enumerate(self.asked.places):
            numbers = (drawn[at], self.heights[at], *(self.intervals[at] if self.intervals else ()))
            cells = "".join(f"<td>{plain_number(number)}</td>" for number in numbers)
            body += f"<tr><th scope='row'>{escape(place)}</th>{cells}</tr>"
        return f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
