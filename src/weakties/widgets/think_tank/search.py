"""A simple search for twelve people who bring much that is new."""

from __future__ import annotations

from functools import lru_cache

from weakties.widgets.think_tank.model import (
    PLACES,
    Assumptions,
    attention_of,
    minutes_each,
    news_before_overlap,
    overlap,
)
from weakties.widgets.think_tank.people import sixty


@lru_cache(maxsize=32)
def best_found(edition: str, assumptions: Assumptions) -> tuple[str, ...]:
    """Return the best twelve that swapping finds; nobody claims that there are none better.

    It begins with whoever is best alone, adds whoever helps most until all places are taken, then
    swaps one person for another as long as that helps.
    """
    search = _Search(edition, assumptions)
    chosen: list[int] = []
    for _ in range(PLACES):
        chosen = max(search.with_one_more(chosen), key=search.novelty)
    while True:
        better = max(search.with_one_swapped(chosen), key=search.novelty)
        if search.novelty(better) <= search.novelty(chosen) + 1e-9:
            return tuple(sorted(search.ids[k] for k in chosen))
        chosen = better


class _Search:
    """The sixty as numbers, so that a choice is judged in microseconds."""

    def __init__(self, edition: str, assumptions: Assumptions) -> None:
        world = sixty(edition)
        people = list(world.people.values())
        foreign = {p.industry for p in people if not p.is_of_own_trade}
        rank = {industry: k for k, industry in enumerate(sorted(foreign))}
        self.ids = [person.id for person in people]
        self._assumptions = assumptions
        self._worth = [
            attention_of(p, assumptions) * news_before_overlap(p, assumptions) for p in people
        ]
        self._industry = [0 if p.is_of_own_trade else 1 << rank[p.industry] for p in people]
        self._overlaps = [
            sum(1 << k for k, other in enumerate(people) if overlap(world, person, other))
            for person in people
        ]

    def novelty(self, chosen: list[int]) -> float:
        """Return new things a month."""
        mask = industries = 0
        for k in chosen:
            mask |= 1 << k
            industries |= self._industry[k]
        n = len(chosen)
        minutes = minutes_each(n, industries.bit_count(), self._assumptions)
        return (
            minutes
            / self._assumptions.exchange
            * sum(self._worth[k] * (1 - (self._overlaps[k] & mask).bit_count() / n) for k in chosen)
        )

    def with_one_more(self, chosen: list[int]) -> list[list[int]]:
        return [[*chosen, k] for k in range(len(self.ids)) if k not in chosen]

    def with_one_swapped(self, chosen: list[int]) -> list[list[int]]:
        return [
            [*chosen[:place], k, *chosen[place + 1 :]]
            for place in range(len(chosen))
            for k in range(len(self.ids))
            if k not in chosen
        ]
