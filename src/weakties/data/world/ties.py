"""What becomes of ties: how strong they are, and how long people stay in touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weakties.data.world.acceptance import RELATIONS
from weakties.data.world.calendar import DAYS_PER_MONTH, LAST_DAY
from weakties.data.world.draws import Draws

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.world.graph import Graph
    from weakties.data.world.growth import Invitations
    from weakties.data.world.parameters import Parameters
    from weakties.data.world.people import People

    Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Ties:
    """All ties as arrays of one length, in the order of their making.

    Parameters
    ----------
    a, b
        The two people, the smaller row number first.
    since, until
        First and last day in touch, in days since 1970; `until` may lie in the future.
    relation
        Row number of ``acceptance.RELATIONS``.
    mutuals
        Mutual connections on the world's last day.
    strong
        Whether the tie is strong.
    same_industry
        Whether both work in one industry.
    talk
        Probability that the two talk in a month, while they are in touch.
    attention
        For each end the share of its attention that is left for one tie, 0 to 1; two columns.
    """

    a: Ints
    b: Ints
    since: Ints
    until: Ints
    relation: Ints
    mutuals: Ints
    strong: NDArray[np.bool_]
    same_industry: NDArray[np.bool_]
    talk: NDArray[np.float64]
    attention: NDArray[np.float64]

    def __len__(self) -> int:
        """Return how many ties there are."""
        return len(self.a)

    @property
    def out_of_touch(self) -> NDArray[np.bool_]:
        """Return whether contact had ended by the world's last day."""
        return self.until <= LAST_DAY


def make_ties(
    edition: str, people: People, invitations: Invitations, graph: Graph, parameters: Parameters
) -> Ties:
    """Return the ties that accepted invitations led to."""
    made = np.flatnonzero(invitations.accepted)
    since = (invitations.sent + invitations.days)[made]
    order = np.argsort(since, kind="stable")
    made, since = made[order], since[order]
    sender, receiver = invitations.sender[made], invitations.receiver[made]
    a, b = np.minimum(sender, receiver), np.maximum(sender, receiver)
    n = len(made)
    relation, mutuals = invitations.relation[made], graph.mutuals(a, b)
    spare = parameters.attention / (parameters.attention + graph.degree)
    colleague = relation == RELATIONS.index("employer")
    attention = (spare[a] + spare[b]) / 2
    growing = parameters.strong_share * np.where(colleague, 1.0, parameters.strong_elsewhere)
    strong = Draws(edition, "ties/strength").chance(growing * attention, n)
    same_industry = people.industry[a] == people.industry[b]
    talk = np.where(strong, parameters.strong_talk, parameters.weak_talk)
    talk = talk * np.where(same_industry, 1.0, parameters.other_industry_talk)
    half_life = np.where(mutuals == 0, parameters.bridge_half_life, parameters.embedded_half_life)
    months = np.minimum(Draws(edition, "ties/decay").waiting(half_life, n), 1200.0)
    return Ties(
        a=a,
        b=b,
        since=since,
        until=since + (months * DAYS_PER_MONTH).astype(np.int64),
        relation=relation,
        mutuals=mutuals,
        strong=strong,
        same_industry=same_industry,
        talk=talk * attention,
        attention=np.column_stack([spare[a], spare[b]]),
    )
