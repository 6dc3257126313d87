"""The whole world: people, their ties, and what passes along them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import DataError
from weakties.data.editions import checked
from weakties.data.world.acceptance import NOTES, RELATIONS
from weakties.data.world.asks import asks
from weakties.data.world.calendar import dates, dates_or_none
from weakties.data.world.conversations import YES_NO, conversations
from weakties.data.world.growth import grow
from weakties.data.world.opportunities import opportunities
from weakties.data.world.parameters import Parameters
from weakties.data.world.people import make_people, worded
from weakties.data.world.ties import make_ties

if TYPE_CHECKING:
    from weakties.data.world.growth import Invitations
    from weakties.data.world.ties import Ties

SIZE = 5000
"""How many people the datasets' world has."""

_LEAST, _MOST = 200, 200_000
_STRENGTHS = ("weak", "strong")


@dataclass(frozen=True)
class World:
    """A professional network as six tables.

    A person's, a tie's or another thing's id is the number of its row, from 0; −1 stands for
    nobody. Person 0 is the protagonist.

    Parameters
    ----------
    edition, size, parameters
        What it was made from.
    people, ties, invitations, conversations, asks, opportunities
        The tables; the cards of the datasets of the same names describe their columns.
    """

    edition: str
    size: int
    parameters: Parameters
    people: pd.DataFrame = field(repr=False)
    ties: pd.DataFrame = field(repr=False)
    invitations: pd.DataFrame = field(repr=False)
    conversations: pd.DataFrame = field(repr=False)
    asks: pd.DataFrame = field(repr=False)
    opportunities: pd.DataFrame = field(repr=False)


def make_world(edition: str, size: int = SIZE, parameters: Parameters | None = None) -> World:
    """Return the world of an edition, the same on every platform.

    Parameters
    ----------
    edition
        A name, such as ``"open"`` or ``"spring-2027"``.
    size
        How many people, from 200 to 200,000.
    parameters
        The mechanisms' sizes; by default those that the cards state.

    Raises
    ------
    DataError
        If the edition can't be a name, or the size is out of bounds.

    Examples
    --------
    >>> world = make_world("open", size=300)
    >>> world.people.loc[0, ["first_name", "last_name", "employer"]].tolist()
    ['Nadia', 'Ferro', 'Tarn Valley']
    """
    if not _LEAST <= size <= _MOST:
        raise DataError(f"A world has {_LEAST} to {_MOST:,} people, not {size:,}.")
    chosen = parameters or Parameters()
    people = make_people(checked(edition), size, chosen)
    sent, graph = grow(edition, people, chosen)
    ties = make_ties(edition, people, sent, graph, chosen)
    gained = opportunities(edition, size, ties, chosen)
    return World(
        edition=edition,
        size=size,
        parameters=chosen,
        people=people.table(),
        ties=_tie_table(ties, gained),
        invitations=_invitation_table(sent),
        conversations=conversations(edition, ties, chosen),
        asks=asks(edition, size, ties, chosen),
        opportunities=gained,
    )


def _tie_table(ties: Ties, gained: pd.DataFrame) -> pd.DataFrame:
    used = np.zeros(len(ties), dtype=np.int64)
    through = gained["tie_id"].to_numpy()
    used[through[through >= 0]] = 1
    return pd.DataFrame(
        {
            "tie_id": np.arange(len(ties)),
            "a": ties.a,
            "b": ties.b,
            "met": worded(ties.relation, RELATIONS),
            "since": dates(ties.since),
            "ended": dates_or_none(ties.until, ties.out_of_touch),
            "mutuals": ties.mutuals,
            "strength": worded(ties.strong.astype(np.int64), _STRENGTHS),
            "talks_per_year": np.round(12.0 * ties.talk, 1),
            "helped": worded(used, YES_NO),
        }
    )


def _invitation_table(sent: Invitations) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "invitation_id": np.arange(len(sent.sender)),
            "sender_id": sent.sender,
            "receiver_id": sent.receiver,
            "sent": dates(sent.sent),
            "relation": worded(sent.relation, RELATIONS),
            "mutuals": sent.mutuals,
            "note": worded(sent.note, NOTES),
            "note_length": sent.note_length,
            "accepted": worded(sent.accepted.astype(np.int64), YES_NO),
            "days": np.where(sent.accepted, sent.days, np.nan),
            "wrote": worded(sent.wrote.astype(np.int64), YES_NO),
        }
    )
