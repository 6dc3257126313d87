"""Whom people invite: colleagues, classmates, people of their trade in town, friends' friends, strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weakties.data.world.calendar import CAMPAIGN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.world.draws import Draws
    from weakties.data.world.graph import Graph
    from weakties.data.world.parameters import Parameters
    from weakties.data.world.people import People

    Ints = NDArray[np.int64]

_AMONG_CONNECTIONS = 4


class Whom:
    """Who invites how much, and whom each may meet."""

    def __init__(self, people: People, parameters: Parameters) -> None:
        self._joined = people.joined
        self._circles = tuple(
            _Circles(number)
            for number in (
                people.employer,
                people.school * 10_000 + people.graduated,
                people.city * 1_000 + people.industry,
                people.industry,
            )
        )
        reach = np.where(people.open_networker, parameters.open_networker_reach, 1.0)
        reach[0] *= parameters.protagonist_reach
        self._zeal = (1000 * people.hours * (0.3 + people.openness) * reach).astype(np.int64)
        self._prominence = np.sqrt(self._zeal * 1000.0).astype(np.int64)
        self._in_campaign = people.employer == people.employer[0]
        self._campaign_reach = parameters.campaign_reach
        self._per_person = parameters.invitations_per_half_year
        rest = 1.0 - (
            parameters.through_employer
            + parameters.through_school
            + parameters.through_city
            + parameters.through_mutual
        )
        # In the order of the receivers below.
        self._shares = (
            parameters.through_employer,
            parameters.through_school,
            parameters.through_city,
            rest * parameters.search_same_industry,
            parameters.through_mutual,
            rest * (1.0 - parameters.search_same_industry),
        )

    def candidates(
        self, draws: Draws, graph: Graph, begin: int, end: int
    ) -> tuple[Ints, Ints, NDArray[np.bool_]]:
        """Return who invites whom in the half-year from one day to another.

        Both have joined by then, are not the same, and are not tied; a pair may come twice.

        Returns
        -------
        sender, receiver : numpy.ndarray
            Row numbers of people.
        introduced : numpy.ndarray
            Whether the sender came across the receiver among a connection's connections.
        """
        here = self._joined < begin
        usual = np.where(here, self._zeal, 0)
        more = self._days_worth(begin, end) / (end - begin + 1)
        zeal = np.where(self._in_campaign, more * usual, usual).astype(np.int64)
        # The campaign adds to what is sent; it takes nothing from others.
        n = int(self._per_person * int(here.sum()) * (int(zeal.sum()) / int(usual.sum())))
        sender = np.sort(draws.weighted(zeal, n))
        way = draws.shared_out(self._shares, n)
        luck = draws.uniform(n)
        known = graph.neighbor_of(sender, draws.uniform(n))
        receivers = [
            *(circles.member(sender, luck) for circles in self._circles),
            graph.neighbor_of(known, luck),
            draws.weighted(np.where(here, self._prominence, 0), n),
        ]
        receiver = np.choose(way, receivers)
        kept = here[receiver] & (sender != receiver) & ~graph.has(sender, receiver)
        return sender[kept], receiver[kept], way[kept] == _AMONG_CONNECTIONS

    def days(self, draws: Draws, senders: Ints, begin: int, end: int) -> Ints:
        """Return on which day of a half-year each of these people invites."""
        before = max(begin, min(end + 1, CAMPAIGN)) - begin
        worth = np.where(
            self._in_campaign[senders], self._days_worth(begin, end), end - begin + 1
        ).astype(np.int64)
        turn = draws.below(worth, len(senders))
        pace = np.where(self._in_campaign[senders], self._campaign_reach, 1.0)
        late = np.floor((turn - before) / pace).astype(np.int64)
        return begin + np.where(turn < before, turn, np.minimum(before + late, end - begin))

    def _days_worth(self, begin: int, end: int) -> float:
        """Return how many usual days the campaigners' half-year counts as."""
        after = max(0, end + 1 - max(begin, CAMPAIGN))
        return end + 1 - begin + (self._campaign_reach - 1.0) * after


class _Circles:
    """People in groups, such as one for each employer."""

    def __init__(self, number: Ints) -> None:
        _, self._circle, self._size = np.unique(number, return_inverse=True, return_counts=True)
        self._members = np.argsort(self._circle, kind="stable")
        self._first = np.cumsum(self._size) - self._size

    def member(self, people: Ints, luck: NDArray[np.float64]) -> Ints:
        """Return somebody of the circle of each person, as luck from 0 to 1 has it."""
        circle = self._circle[people]
        chosen = self._first[circle] + (luck * self._size[circle]).astype(np.int64)
        return np.asarray(self._members[chosen])
