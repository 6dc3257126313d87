"""Words and tables that follow from a guess, kept back until it was committed."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Protocol

from weakties.lesson.prediction.commitment import commitment_to

if TYPE_CHECKING:
    from weakties.lesson.prediction.asked import Asked

WORDS_WAIT = (
    "What follows from it waits for your guess: commit it in the form above, run the cell that "
    "sets it beside the result, then this one."
)
THINGS_WAIT = "What is shown here waits for your guess: commit it above, then run this cell again."


class Shown(Protocol):
    """What can show itself: a table, a figure, or what is kept itself."""

    def _repr_mimebundle_(self) -> dict[str, str]: ...


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


@dataclass(frozen=True)
class Kept:
    """What may be seen once a guess was committed: tables, figures, a line, or more that is kept.

    Parameters
    ----------
    asked
        What was asked.
    things
        What is shown, from top to bottom.
    """

    asked: Asked
    things: tuple[Shown | str, ...]

    def __str__(self) -> str:
        """Return the things in words, or that they wait."""
        return self._bundle["text/plain"]

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return self._bundle

    @property
    def _bundle(self) -> dict[str, str]:
        if commitment_to(self.asked) is None:
            return {
                "text/html": f"<p><em>{escape(THINGS_WAIT)}</em></p>",
                "text/plain": THINGS_WAIT,
            }
        bundles = [
            {"text/html": f"<p>{escape(thing)}</p>", "text/plain": thing}
            if isinstance(thing, str)
            else thing._repr_mimebundle_()
            for thing in self.things
        ]
        return {
            kind: "\n".join(one[kind] for one in bundles) for kind in ("text/html", "text/plain")
        }
