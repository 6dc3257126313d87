"""Words that follow from a guess, kept back until it was committed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.lesson.prediction.commitment import commitment_to

if TYPE_CHECKING:
    from weakties.lesson.prediction.asked import Asked

WORDS_WAIT = (
    "What follows from it waits for your guess: commit it in the form above, run the cell that "
    "sets it beside the result, then this one."
)


@dataclass(frozen=True)
class Reveal:
    """What may be read once a guess was committed.

    Parameters
    ----------
    asked
        What was asked.
    words
        What follows, in Markdown.
    """

    asked: Asked
    words: str

    def __str__(self) -> str:
        """Return the words, or that they wait."""
        return WORDS_WAIT if commitment_to(self.asked) is None else self.words

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/markdown": str(self), "text/plain": str(self)}
