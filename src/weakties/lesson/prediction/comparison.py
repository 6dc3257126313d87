"""A guess beside the result, on one scale; without a guess the result stays away."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from weakties.lesson.numbers import plain_number
from weakties.lesson.prediction.commitment import commitment_to
from weakties.lesson.prediction.outcome import is_right
from weakties.lesson.prediction.scale import choices_as_html, scale_as_svg

if TYPE_CHECKING:
    from weakties.lesson.prediction.asked import Asked
    from weakties.lesson.prediction.commitment import Commitment

COMMIT_FIRST = (
    "The result waits for your guess: commit it in the form above, then run this cell again."
)


@dataclass(frozen=True)
class Comparison:
    """What was guessed beside what came out.

    Parameters
    ----------
    asked
        What was asked.
    result
        What came out.
    where_from
        Where the result comes from and how far it can be trusted.
    interval
        Of the result, where it has one.
    """

    asked: Asked
    result: float | str
    where_from: str
    interval: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if isinstance(self.result, str) != bool(self.asked.choices):
            raise ValueError(f"{self.asked.name} asks for {self.asked.span}, not {self.result!r}.")
        if isinstance(self.result, str):
            self.asked.answer(self.result)

    @property
    def right(self) -> bool:
        """Return whether what was committed counts as right."""
        guess = commitment_to(self.asked)
        return guess is not None and is_right(self.asked, guess.answer, self.result, self.interval)

    def __str__(self) -> str:
        """Return the comparison in words."""
        guess = commitment_to(self.asked)
        if guess is None:
            return f"{self.asked.question}\n{COMMIT_FIRST}"
        return f"{guess} Here it is {self._result()}, {self.where_from}: {self._distance(guess)}."

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        guess = commitment_to(self.asked)
        if guess is None:
            html = f"<p>{escape(self.asked.question)}<br><em>{COMMIT_FIRST}</em></p>"
        else:
            html = (
                f"<figure style='margin:.5em 0;max-width:46em'>{self._picture(guess)}"
                f"<figcaption>{escape(str(self))}</figcaption></figure>"
            )
        return {"text/html": html, "text/plain": str(self)}

    def _picture(self, guess: Commitment) -> str:
        if isinstance(self.result, str) or isinstance(guess.answer, str):
            return choices_as_html(self.asked.choices, str(guess.answer), str(self.result))
        return scale_as_svg(
            guess.answer,
            self.result,
            between=self.asked.between,
            interval=self.interval,
            alt=f"{self.asked.question} {self}",
        )

    def _result(self) -> str:
        words = self.asked.with_unit(self.result)
        if self.interval is None:
            return words
        low, high = map(plain_number, self.interval)
        return f"{words} (95% interval {low} to {high})"

    def _distance(self, guess: Commitment) -> str:
        if isinstance(self.result, str) or isinstance(guess.answer, str):
            return "as you said" if guess.answer == self.result else "not what you said"
        off = guess.answer - self.result
        if plain_number(guess.answer) == plain_number(self.result):
            return "just what you said"
        far = f"your guess is {plain_number(abs(off))} too {'high' if off > 0 else 'low'}"
        if self.interval and self.interval[0] <= guess.answer <= self.interval[1]:
            return f"{far}, and inside the interval"
        return far
