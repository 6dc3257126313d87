"""How long a lesson takes: its words at a reader's pace, its code, its predictions, its play."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.authoring.lint.markdown import Heading, elements, words_in

if TYPE_CHECKING:
    from weakties.authoring.lint.material import Cell, Notebook

WORDS_A_MINUTE = 200
LINES_A_MINUTE = 10
MINUTES_A_PREDICTION = 0.5

_MINUTES = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?\s*min\b")
_PREDICTION = re.compile(r"\b(?:Prediction|Sketch)\(")
_CARD = re.compile(r"<section aria-label='Evidence card.*?</section>", re.DOTALL)
_FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Reckoning:
    """What a lesson is made of, and the minutes that this takes.

    Parameters
    ----------
    words
        Of all its texts.
    reading
        Words outside the play, those of unfolded evidence cards among them.
    lines
        Of code outside the play, without the calls that ask for a prediction.
    predictions
        How many are asked for.
    play
        Minutes at the headings that begin with *Play*.
    """

    words: int
    reading: int
    lines: int
    predictions: int
    play: float

    @property
    def minutes(self) -> float:
        """Return how long the lesson takes."""
        return (
            self.reading / WORDS_A_MINUTE
            + self.lines / LINES_A_MINUTE
            + self.predictions * MINUTES_A_PREDICTION
            + self.play
        )

    def __str__(self) -> str:
        """Return it in words."""
        return (
            f"about {self.minutes:.0f} min ({self.words:,} words, {self.reading:,} to read with "
            f"the cards outside the play; {self.lines} lines of code, "
            f"{self.predictions} predictions, {self.play:g} min of play)"
        )


def reckoning_of(lesson: Notebook) -> Reckoning:
    """Return what a lesson is made of."""
    words = reading = lines = predictions = 0
    play = 0.0
    playing = False
    for cell in lesson.cells:
        for heading in _headings(cell):
            if heading.level <= 2:
                playing = heading.level == 2 and heading.text.startswith("Play")
            least, most = minutes_in(heading.text) or (0, 0)
            play += (least + most) / 2 if playing else 0
        text = words_in(cell.prose)
        words += text
        asked = len(_PREDICTION.findall(cell.source)) if cell.kind == "code" else 0
        predictions += asked
        if not playing:
            reading += text + _words_on_cards(cell)
            # Who is asked reads the form, not the call behind it; what is hidden nobody reads.
            read = cell.kind == "code" and not asked and not cell.source_hidden
            code = cell.source.splitlines() if read else ()
            lines += sum(bool(line.strip()) for line in code)
    return Reckoning(words, reading, lines, predictions, play)


def minutes_in(heading: str) -> tuple[int, int] | None:
    """Return the least and the most minutes that a heading promises, if it does.

    Examples
    --------
    >>> minutes_in("Play · 4–6 min"), minutes_in("Play · 5 min"), minutes_in("Play")
    ((4, 6), (5, 5), None)
    """
    found = _MINUTES.search(heading)
    return (int(found[1]), int(found[2] or found[1])) if found else None


def _headings(cell: Cell) -> list[Heading]:
    if cell.kind != "markdown":
        return []
    return [element for element in elements(cell.source) if isinstance(element, Heading)]


def _words_on_cards(cell: Cell) -> int:
    pages = [str(output.get("data", {}).get("text/html", "")) for output in cell.outputs]
    cards = [_FOLDED.sub(" ", card) for page in pages for card in _CARD.findall(page)]
    return sum(len(_TAG.sub(" ", card).split()) for card in cards)
