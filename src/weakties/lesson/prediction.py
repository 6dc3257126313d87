"""A learner's prediction: made before the evidence, shown beside it afterwards."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import EllipsisType


@dataclass(frozen=True)
class Prediction:
    """A number that a learner commits to before seeing any data.

    Parameters
    ----------
    question
        What the number is about.
    guess
        The learner's number, or the three dots while there is none.
    how_sure
        From 1, a wild guess, to 5, certain.
    between
        Lowest and highest guess that makes sense, if there are such.

    Examples
    --------
    >>> Prediction("How many?", guess=4, how_sure=5).against(5, "people", "as counted")
    You said 4 and were certain (5 of 5). Here it is 5 people, as counted: 1 away.
    """

    question: str
    guess: float | EllipsisType
    how_sure: int
    between: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.how_sure not in tuple(_WORDS):
            raise ValueError(f"how_sure is {self.how_sure!r}: give a whole number from 1 to 5.")
        is_number = isinstance(self.guess, int | float) and not isinstance(self.guess, bool)
        if self.guess is not ... and not (is_number and math.isfinite(self.guess)):
            raise ValueError(f"guess is {self.guess!r}: give one number, without quotes.")
        if is_number and self.between is not None:
            low, high = self.between
            if not low <= self.guess <= high:  # type: ignore[operator]
                raise ValueError(
                    f"guess is {self.guess:g}: give a number from {low:g} to {high:g}."
                )

    def __repr__(self) -> str:
        """Return the prediction in words."""
        if isinstance(self.guess, EllipsisType):
            return f"{self.question}\nNo guess yet: put a number in place of the three dots."
        how = f"{_WORDS[self.how_sure]} ({self.how_sure} of 5)"
        return f"{self.question}\nYou say {self.guess:g} and are {how}."

    def against(self, result: float, unit: str, where_from: str) -> Comparison:
        """Return the prediction beside a result.

        Parameters
        ----------
        result
            The number it is compared with.
        unit
            Of both.
        where_from
            Where the result comes from and how far it can be trusted.
        """
        return Comparison(self, result, unit, where_from)


@dataclass(frozen=True)
class Comparison:
    """A prediction beside the result."""

    prediction: Prediction
    result: float
    unit: str
    where_from: str

    def __repr__(self) -> str:
        """Return the comparison in words."""
        guess, sure = self.prediction.guess, self.prediction.how_sure
        if isinstance(guess, EllipsisType):
            return f"You made no guess. Here it is {self.result:g} {self.unit}, {self.where_from}."
        return (
            f"You said {guess:g} and were {_WORDS[sure]} ({sure} of 5). "
            f"Here it is {self.result:g} {self.unit}, {self.where_from}: "
            f"{abs(self.result - guess):.3g} away."
        )


_WORDS = {
    1: "guessing wildly",
    2: "rather unsure",
    3: "half sure",
    4: "rather sure",
    5: "certain",
}
