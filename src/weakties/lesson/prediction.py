"""A learner's prediction: made before the evidence, shown beside it afterwards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Prediction:
    """A number that a learner commits to before seeing any data.

    Parameters
    ----------
    question
        What the number is about.
    guess
        The learner's number.
    how_sure
        From 1, a wild guess, to 5, certain.

    Examples
    --------
    >>> Prediction("How many?", guess=4, how_sure=5).against(5, "people", "as counted")
    You said 4 and were certain (5 of 5). Here it is 5 people, as counted: 1 away.
    """

    question: str
    guess: float
    how_sure: int

    def __post_init__(self) -> None:
        if self.how_sure not in _WORDS:
            raise ValueError(f"how_sure is {self.how_sure!r}: give a whole number from 1 to 5.")

    def __repr__(self) -> str:
        """Return the prediction in words."""
        return f"{self.question}\nYou say {self.guess:g} and are {_WORDS[self.how_sure]} ({self.how_sure} of 5)."

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
