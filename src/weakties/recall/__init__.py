"""Cards to keep what was learned: six for each unit, asked again as they fade.

The cards stand in ``course/<unit>/recall.toml``; `due` says which to ask today, and
`weakties.progress.spacing` when each comes back.
"""

from weakties.recall.anki import anki_text
from weakties.recall.cards import Card, cards_in, cards_of
from weakties.recall.deck import anki_deck
from weakties.recall.due import MOST, begun, due, in_words

__all__ = [
    "MOST",
    "Card",
    "anki_deck",
    "anki_text",
    "begun",
    "cards_in",
    "cards_of",
    "due",
    "in_words",
]
