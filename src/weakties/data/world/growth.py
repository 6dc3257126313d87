"""How the network grows: half-year after half-year people invite others, and some accept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weakties.data.world.acceptance import NOTES, RELATIONS, acceptance
from weakties.data.world.calendar import HALF_YEARS, LAST_DAY
from weakties.data.world.draws import Draws
from weakties.data.world.graph import Graph, contains
from weakties.data.world.people import FUNCTIONS
from weakties.data.world.whom import Whom

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.world.parameters import Parameters
    from weakties.data.world.people import People

    Ints = NDArray[np.int64]

_KINDS_OF_NOTES = (0.0, 0.62, 0.28, 0.10)
_KINDS_OF_NOTES_BY_SALES = (0.0, 0.30, 0.35, 0.35)
_LENGTHS = np.array([(0, 1), (60, 240), (50, 200), (140, 160)])
"""For each kind of note its least number of characters, and how many more there may be."""


@dataclass(frozen=True)
class Invitations:
    """All invitations ever sent, in the order of sending, as arrays of one length.

    `wrote` says whether the two wrote within 30 days; `days` counts from sending to accepting.
    """

    sender: Ints
    receiver: Ints
    sent: Ints
    relation: Ints
    mutuals: Ints
    note: Ints
    note_length: Ints
    accepted: NDArray[np.bool_]
    days: Ints
    wrote: NDArray[np.bool_]


def grow(edition: str, people: People, parameters: Parameters) -> tuple[Invitations, Graph]:
    """Return every invitation and the network that they led to.

    Nobody invites anybody twice, nor somebody by whom they were invited. Mutual connections are
    counted at the beginning of each half-year.
    """
    whom = Whom(people, parameters)
    graph = Graph.empty(len(people))
    asked = np.zeros(0, dtype=np.int64)
    rounds = []
    for half_year, (begin, end) in enumerate(HALF_YEARS):
        draws = Draws(edition, f"invitations/{half_year}")
        sender, receiver, introduced = whom.candidates(draws, graph, begin, end)
        pair = np.minimum(sender, receiver) * len(people) + np.maximum(sender, receiver)
        _, first = np.unique(pair, return_index=True)
        first = first[~contains(asked, pair[first])]
        asked = np.sort(np.concatenate([asked, pair[first]]), kind="stable")
        sent = whom.days(draws, sender[first], begin, end)
        order = np.argsort(sent, kind="stable")
        kept, sent = first[order], sent[order]
        sender, receiver = sender[kept], receiver[kept]
        relation = _relation(people, sender, receiver, introduced[kept])
        mutuals = graph.mutuals(sender, receiver)
        batch = _answered(draws, people, parameters, sender, receiver, sent, relation, mutuals)
        graph = graph.with_ties(sender[batch.accepted], receiver[batch.accepted])
        rounds.append(batch)
    return _joined(rounds), graph


def _answered(
    draws: Draws,
    people: People,
    parameters: Parameters,
    sender: Ints,
    receiver: Ints,
    sent: Ints,
    relation: Ints,
    mutuals: Ints,
) -> Invitations:
    n = len(sender)
    stranger = relation >= RELATIONS.index("introduction")
    has_note = draws.chance(
        np.where(stranger, parameters.note_to_stranger, parameters.note_to_known), n
    )
    sells = people.function[sender] == FUNCTIONS.index("sales")
    kinds = np.where(sells[:, None], _KINDS_OF_NOTES_BY_SALES, _KINDS_OF_NOTES)
    note = np.where(has_note, draws.shared_out(kinds, n), NOTES.index("none"))
    least, more = _LENGTHS[note].T
    probability = acceptance(
        parameters,
        relation=relation,
        mutuals=mutuals,
        note=note,
        openness=people.openness[receiver],
        same_industry=people.industry[sender] == people.industry[receiver],
        open_networker=people.open_networker[receiver],
    )
    willing = draws.chance(probability, n)
    days = np.minimum(draws.waiting(2.0, n), 120).astype(np.int64)
    reply = np.where(has_note, parameters.reply_with_note, parameters.reply_without_note)
    wrote = draws.chance(reply, n)
    accepted = willing & (sent + days <= LAST_DAY)
    return Invitations(
        sender=sender,
        receiver=receiver,
        sent=sent,
        relation=relation,
        mutuals=mutuals,
        note=note,
        note_length=least + draws.below(more, n),
        accepted=accepted,
        days=days,
        wrote=wrote & accepted,
    )


def _relation(people: People, a: Ints, b: Ints, introduced: NDArray[np.bool_]) -> Ints:
    """Return the closest thing that each pair shares, as row numbers of `RELATIONS`."""
    same_school = people.school[a] == people.school[b]
    same_class = people.graduated[a] == people.graduated[b]
    return np.select(
        [
            people.employer[a] == people.employer[b],
            same_school & same_class,
            (people.city[a] == people.city[b]) & (people.industry[a] == people.industry[b]),
            introduced,
        ],
        [0, 1, 2, 3],
        default=RELATIONS.index("search"),
    )


def _joined(rounds: list[Invitations]) -> Invitations:
    names = Invitations.__dataclass_fields__
    return Invitations(
        **{name: np.concatenate([getattr(batch, name) for batch in rounds]) for name in names}
    )
