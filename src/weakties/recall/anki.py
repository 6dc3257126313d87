"""The cards as a text file that Anki imports, each with an id, so that a second import updates."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.recall.cards import Card

HEADER = """\
#separator:tab
#html:true
#notetype:Basic
#deck:Weak ties
#guid column:1
#tags column:4
"""
"""What Anki is told of the file."""


def anki_text(cards: Iterable[Card]) -> str:
    """Return the file: a header, then a line for each card with its id, front, back and tags."""
    return HEADER + "".join(map(_line, cards))


def _line(card: Card) -> str:
    back = (
        f"{escape(card.answer)}<br><br>{escape(card.why)}<br><small>{escape(card.source)}</small>"
    )
    columns = (f"weakties-{card.id}", escape(card.question), back, "weakties")
    # A tab or a line break within a text would begin another column or card.
    return "\t".join(" ".join(column.split()) for column in columns) + "\n"
