"""The datasets that show the world: one function for each, named like it.

In the world itself an id is a row number; here it is a word, such as P0017, that nobody averages.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from weakties.data.editions import checked
from weakties.data.world.calendar import LAST_YEAR
from weakties.data.world.parameters import Parameters
from weakties.data.world.people import make_people
from weakties.data.world.world import SIZE, make_world

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card
    from weakties.data.world.world import World

_FIRST_SENT = np.datetime64(f"{LAST_YEAR - 1}-01-01", "us")
_OF_PEOPLE = (
    *("person_id", "via_id", "a", "b", "sender_id", "receiver_id"),
    *("opener_id", "other_id", "asker_id", "asked_id"),
)
_PREFIXES = {
    **dict.fromkeys(_OF_PEOPLE, ("P", 4)),
    "tie_id": ("T", 5),
    "invitation_id": ("I", 6),
    "conversation_id": ("C", 5),
    "ask_id": ("A", 5),
    "opportunity_id": ("O", 4),
}
"""For each column of ids, the letter that they begin with and how many digits follow."""


def people(edition: str, card: Card) -> pd.DataFrame:
    """Return the 5,000 people of the world; for them alone nothing has to grow."""
    return _shown(make_people(checked(edition), SIZE, Parameters()).table(), card)


def ties(edition: str, card: Card) -> pd.DataFrame:
    """Return all ties of the world."""
    return _shown(world_of(edition).ties, card)


def invitations(edition: str, card: Card) -> pd.DataFrame:
    """Return the invitations of the world's last two years; all twelve would be 10 MB."""
    sent = world_of(edition).invitations
    return _shown(sent[sent["sent"] >= _FIRST_SENT], card)


def conversations(edition: str, card: Card) -> pd.DataFrame:
    """Return the conversations of the world's last six months."""
    return _shown(world_of(edition).conversations, card)


def asks(edition: str, card: Card) -> pd.DataFrame:
    """Return the favors asked in the world's last year."""
    return _shown(world_of(edition).asks, card)


def opportunities(edition: str, card: Card) -> pd.DataFrame:
    """Return the opportunities of the world's last two years."""
    return _shown(world_of(edition).opportunities, card)


@lru_cache(maxsize=2)
def world_of(edition: str) -> World:
    """Return the world that the datasets of an edition are views of."""
    return make_world(edition)


def _shown(table: pd.DataFrame, card: Card) -> pd.DataFrame:
    """Return the columns that the card names, words as plain text and ids as words."""
    shown = {column.name: _plain(table[column.name]) for column in card.columns}
    return pd.DataFrame(shown).reset_index(drop=True)


def _plain(column: pd.Series[Any]) -> pd.Series[Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.astype("str")
    if column.name not in _PREFIXES:
        return column
    chosen = id_words(str(column.name), int(column.max()) + 1)[column.to_numpy()]
    return pd.Series(chosen, index=column.index, dtype="str")


def id_words(column: str, count: int) -> NDArray[np.object_]:
    """Return the words for a column's first ids, and after them none: nobody is −1, which picks it."""
    prefix, digits = _PREFIXES[column]
    return np.array([*map(f"{prefix}%0{digits}d".__mod__, range(count)), None], dtype=object)
