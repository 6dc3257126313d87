"""The form in which a learner commits to a guess before any evidence is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.lesson.prediction import Asked, Comparison, commit
from weakties.lesson.prediction.outcome import keep_outcome
from weakties.widgets.shared.guess import Guess

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import EllipsisType

    from weakties.widgets.shared.guess import Typed

__all__ = ["Prediction"]

TYPE_IT = (
    "No guess yet. If you see a form, fill it in and press Commit. If you see none, write your "
    "guess into the call above, such as guess={example}, how_sure=3, and run the cell again."
)


class Prediction(Guess):
    """Ask for a number or a choice and how sure one is; what is committed stays.

    Parameters
    ----------
    name
        What it is called in the learner's record, with the unit in front: ``"photo-dress"``.
    question
        What is to be guessed.
    unit
        Of the number, in the plural.
    between
        Lowest and highest number that makes sense.
    choices
        What can be chosen, where no number is asked for.
    guess, how_sure
        The answer and a number from 1 (a wild guess) to 5 (certain), where no form is shown.

    Raises
    ------
    ValueError
        If the guess is no answer to the question.

    Examples
    --------
    >>> people = Prediction("demo-people", "How many?", unit="people", guess=4, how_sure=5)
    >>> people.against(5, "as counted")
    You said 4 people and were certain (5 of 5). Here it is 5 people, as counted: your guess is 1 too low.
    """

    def __init__(
        self,
        name: str,
        question: str,
        *,
        unit: str = "",
        between: tuple[float, float] | None = None,
        choices: Sequence[str] = (),
        guess: float | str | EllipsisType = ...,
        how_sure: int = 3,
    ) -> None:
        self._asked = Asked(name, question, unit, between, tuple(choices))
        if not isinstance(guess, type(...)):
            commit(self._asked, guess, how_sure)
        super().__init__()
        self.put(
            ask={
                "question": question,
                "unit": unit,
                "span": self._asked.span,
                "between": list(between or ()),
                "choices": list(choices),
            }
        )
        self._say()

    def against(
        self,
        result: float | str,
        where_from: str,
        *,
        interval: tuple[float, float] | None = None,
    ) -> Comparison:
        """Return the guess beside a result; without a guess it only asks for one.

        Parameters
        ----------
        result
            What came out: a number in the unit asked for, or the right choice.
        where_from
            Where it comes from and how far it can be trusted.
        interval
            Of the result, where it has one.
        """
        beside = Comparison(self._asked, result, where_from, interval)
        keep_outcome(beside)
        return beside

    def fallback(self) -> Typed:
        """Return the question, and how to answer it where no form is shown."""
        first = f'"{self._asked.choices[0]}"' if self._asked.choices else "4"
        return self._typed(f"Asked for: {self._asked.span}.", TYPE_IT.format(example=first))
