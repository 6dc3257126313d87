"""What a prediction asks for: a number within a range, or one of a few choices."""

from __future__ import annotations

import math
from dataclasses import dataclass

from weakties.counted import unit_of
from weakties.lesson.numbers import plain_number

SURE = {
    1: "guessing wildly",
    2: "rather unsure",
    3: "half sure",
    4: "rather sure",
    5: "certain",
}
"""How sure somebody can be, in words."""


@dataclass(frozen=True)
class Asked:
    """A question that is answered before anybody has seen data.

    Parameters
    ----------
    name
        What the prediction is called, with its unit in front: ``"photo-dress"``.
    question
        What is to be guessed.
    unit
        Of the number, in the plural, such as ``"points"``.
    between
        Lowest and highest number that makes sense, if there are such.
    choices
        What can be chosen, where a choice is asked for and not a number.

    Raises
    ------
    ValueError
        If it asks for a number and a choice at once, or for nothing that can be guessed.
    """

    name: str
    question: str
    unit: str = ""
    between: tuple[float, float] | None = None
    choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.choices and (self.unit or self.between):
            raise ValueError(f"{self.name}: a choice has neither a unit nor a range.")
        if len(self.choices) == 1 or len(set(self.choices)) < len(self.choices):
            raise ValueError(f"{self.name}: give at least two different choices.")
        if self.between is not None and not self.between[0] < self.between[1]:
            raise ValueError(f"{self.name}: the range goes from the lowest to the highest number.")

    @property
    def span(self) -> str:
        """Return what can be answered, in words.

        Examples
        --------
        >>> Asked("photo-dress", "How many?", unit="points", between=(-5, 5)).span
        'from −5 to 5 points'
        """
        if self.choices:
            return "one of: " + ", ".join(f"“{choice}”" for choice in self.choices)
        unit = f" {self.unit}" if self.unit else ""
        if self.between is None:
            return f"a number of{unit}" if unit else "a number"
        low, high = map(plain_number, self.between)
        return f"from {low} to {high}{unit}"

    @property
    def said(self) -> str:
        """Return the word for having answered."""
        return "chose" if self.choices else "said"

    def answer(self, value: object) -> float | str:
        """Return `value` as an answer to this.

        Raises
        ------
        ValueError
            If it is none; the message says what is asked for.
        """
        if self.choices:
            if value not in self.choices:
                raise ValueError(f"The guess is {value!r}: give {self.span}.")
            return str(value)
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
        ):
            raise ValueError(f"The guess is {value!r}: give one number, without quotes.")
        if self.between is not None and not self.between[0] <= value <= self.between[1]:
            raise ValueError(f"The guess is {plain_number(value)}: give a number {self.span}.")
        return value

    def with_unit(self, answer: float | str) -> str:
        """Return an answer as a reader sees it.

        Examples
        --------
        >>> Asked("photo-dress", "How many?", unit="points").with_unit(-0.5)
        '−0.5 points'
        """
        if isinstance(answer, str):
            return f"“{answer}”"
        return f"{plain_number(answer)} {unit_of(answer, self.unit)}".strip()


def how_sure(value: object) -> int:
    """Return how sure somebody is as a whole number from 1 to 5.

    Raises
    ------
    ValueError
        If it is none.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value not in SURE:
        raise ValueError(f"how_sure is {value!r}: give a whole number from 1 to 5.")
    return value
