"""The form in which a learner commits to a guess before any evidence is shown."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, ClassVar

import traitlets

from weakties.lesson.prediction import Asked, Commitment, Comparison, Kept, Reveal, commit
from weakties.lesson.prediction.commitment import commitment_to
from weakties.lesson.prediction.outcome import keep_outcome
from weakties.widgets.shared.base import RefusedError, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import EllipsisType

    from weakties.lesson.prediction.reveal import Shown

__all__ = ["Prediction"]

TYPE_IT = (
    "No guess yet. If you see a form, fill it in and press Commit. If you see none, write your "
    "guess into the call above, such as guess={example}, how_sure=3, and run the cell again."
)


class Prediction(Widget):
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

    inputs: ClassVar[tuple[str, ...]] = ("sent",)

    sent = traitlets.Dict(read_only=True).tag(sync=True)
    ask = traitlets.Dict(read_only=True).tag(sync=True)
    said = traitlets.Unicode(read_only=True).tag(sync=True)

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

    @property
    def commitment(self) -> Commitment | None:
        """What was committed, if anything was."""
        return commitment_to(self._asked)

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

    def then(self, words: str) -> Reveal:
        """Return what follows from the guess; without a guess it says that it waits.

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
        """Return what was sent if it answers the question and nothing was committed before."""
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
        """Return the question, and how to answer it where no form is shown."""
        return Typed(self._asked, self.commitment)

    def _say(self) -> None:
        said = self.commitment
        self.put(said=f"{said} {said.note}".strip() if said else "")


@dataclass(frozen=True)
class Typed:
    """A prediction where no form is shown: what is asked, and how to answer it in the code."""

    asked: Asked
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
        first = f'"{self.asked.choices[0]}"' if self.asked.choices else "4"
        return self.asked.question, f"Asked for: {self.asked.span}.", TYPE_IT.format(example=first)
