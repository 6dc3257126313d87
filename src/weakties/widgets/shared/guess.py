"""Widgets in which a learner commits to a guess: what is committed stays."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, ClassVar

import traitlets

from weakties.lesson.prediction import Asked, Commitment, Kept, Reveal, commit
from weakties.lesson.prediction.commitment import commitment_to
from weakties.widgets.shared.base import RefusedError, Widget

if TYPE_CHECKING:
    from weakties.lesson.prediction.reveal import Shown


class Guess(Widget, has_view=False):
    """Ask for a guess and how sure one is; what is committed stays.

    Attributes
    ----------
    sent
        The answer and how sure, as the form sent them.
    ask, said
        What the form shows, and what was said of the commitment.
    """

    inputs: ClassVar[tuple[str, ...]] = ("sent",)

    sent = traitlets.Dict(read_only=True).tag(sync=True)
    ask = traitlets.Dict(read_only=True).tag(sync=True)
    said = traitlets.Unicode(read_only=True).tag(sync=True)

    _asked: Asked

    @property
    def commitment(self) -> Commitment | None:
        """What was committed, if anything was."""
        return commitment_to(self._asked)

    def then(self, words: str) -> Reveal:
        """Return what follows from the guess; without a guess it says that it waits.

        Parameters
        ----------
        words
            What follows, in Markdown. The source of such a cell is hidden in a lesson.
        """
        return Reveal(self._asked, words)

    def opens(self, *things: Shown | str) -> Kept:
        """Return tables, figures or lines of words; before the guess they are not shown.

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

    def _say(self) -> None:
        said = self.commitment
        self.put(said=f"{said} {said.note}".strip() if said else "")

    def _typed(self, *how: str) -> Typed:
        """Return the question with what was committed, or with how to answer it in the code."""
        made = self.commitment
        return Typed(self._asked.question, (str(made),) if made else how)


@dataclass(frozen=True)
class Typed:
    """A question where no form is shown, and what stands below it."""

    question: str
    below: tuple[str, ...]

    @property
    def html(self) -> str:
        """Return it as HTML that needs no script and no network."""
        told = "<br>".join(map(escape, self.below))
        return f"<p><strong>{escape(self.question)}</strong></p><p>{told}</p>"

    @property
    def text(self) -> str:
        """Return it as plain text."""
        return "\n".join((self.question, *self.below))
