"""The cards as a deck that Anki opens; genanki writes what Anki's files have to hold."""

from __future__ import annotations

import io
import zipfile
from contextlib import closing
from html import escape
from itertools import count
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from weakties.recall.cards import Card

# Anki knows deck and note type by these numbers, so they never change.
DECK_ID = 1_718_020_831
NOTE_TYPE_ID = 1_607_392_319
_NAME = "Weak ties"
_FIELDS = ("Question", "Answer", "Why", "Source")
_BACK = (
    "{{FrontSide}}<hr id=answer>{{Answer}}"
    "<div class=why>{{Why}}</div><div class=source>Source: {{Source}}</div>"
)
_CSS = """\
.card { font-family: system-ui, sans-serif; font-size: 20px; line-height: 1.45; text-align: left;
        max-width: 34em; margin: 0 auto; }
.why { margin-top: 1em; }
.source { margin-top: 1em; font-size: 15px; opacity: 0.8; }
"""
_MISSING = (
    "A deck (.apkg) needs the package genanki, which is not installed: "
    "pip install 'weakties[anki]' brings it. Or name the file cards.txt: Anki imports that too."
)


class NoDeck(CourseError):
    """The library that writes decks is missing; the message says what to do next."""


def anki_deck(cards: Iterable[Card], now: datetime) -> bytes:
    """Return a deck file (``.apkg``).

    Each card is a note with an id of its own, so that a later import updates it.

    Parameters
    ----------
    cards
        What stands in it.
    now
        When it is made; Anki takes a note anew only if it is newer than its own.

    Raises
    ------
    NoDeck
        If genanki is not installed.
    """
    try:
        import genanki
    except ModuleNotFoundError:
        raise NoDeck(_MISSING) from None

    deck = genanki.Deck(DECK_ID, _NAME)
    kind = genanki.Model(
        NOTE_TYPE_ID,
        _NAME,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Card 1", "qfmt": "{{Question}}", "afmt": _BACK}],
        css=_CSS,
    )
    for card in cards:
        deck.add_note(_note(genanki, kind, card))
    at = now.timestamp()
    # Python in a browser has no database, and gets cards all the same.
    import sqlite3

    # genanki's own file writer leaves a copy among the temporary files.
    with closing(sqlite3.connect(":memory:")) as collection:
        genanki.Package(deck).write_to_db(collection.cursor(), at, count(int(at * 1000)))
        collection.commit()
        return _zipped(collection.serialize())


def _note(genanki: Any, kind: Any, card: Card) -> Any:
    texts = [escape(text) for text in (card.question, card.answer, card.why, card.source)]
    unit = card.id.partition("-")[0]
    return genanki.Note(kind, texts, guid=f"weakties-{card.id}", tags=[f"weakties::{unit}"])


def _zipped(collection: bytes | None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        # A ZipInfo without a date has always the same one; Anki asks for the file, even if empty.
        file.writestr(zipfile.ZipInfo("media"), "{}")
        if collection is not None:
            file.writestr("collection.anki2", collection, zipfile.ZIP_DEFLATED)
    return held.getvalue()


BEGINNING = _zipped(None).partition(b"PK\x01\x02")[0]
"""How every deck of ours begins, before the cards."""
