"""A small network as a platform sees it, with somebody for whom it looks for suggestions."""

from __future__ import annotations

from itertools import combinations
from math import log
from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.chance import chance_of, first_clear

if TYPE_CHECKING:
    import numpy as np

    from weakties.data.cards import Card

_FIRMS, _PEOPLE_EACH, _HUBS = 5, 12, 4
_NADIA = 0
_SUGGESTIONS = 3

Ties = set[tuple[int, int]]


def acquaintances(edition: str, card: Card) -> pd.DataFrame:
    """Return who is connected with whom among 64 people; N00 is Nadia."""
    rng = chance_of(edition, card)
    ties = first_clear(_is_clear, lambda: _ties(rng, card))
    names = [(f"N{a:02d}", f"N{b:02d}") for a, b in sorted(ties)]
    return pd.DataFrame([names[k] for k in rng.permutation(len(names))], columns=["a", "b"])


def _ties(rng: np.random.Generator, card: Card) -> Ties:
    people = _FIRMS * _PEOPLE_EACH
    ties = set()
    for a, b in combinations(range(people + _HUBS), 2):
        if b >= people:
            likely = card.size_of("hub_ties")
        elif a // _PEOPLE_EACH == b // _PEOPLE_EACH:
            likely = card.size_of("ties_within")
        else:
            likely = card.size_of("ties_across")
        if rng.random() < likely:
            ties.add((a, b))
    return ties


def _is_clear(ties: Ties) -> bool:
    """Say whether the three suggestions are no tie of scores, and differ from those of slips."""
    friends: dict[int, set[int]] = {}
    for a, b in ties:
        friends.setdefault(a, set()).add(b)
        friends.setdefault(b, set()).add(a)
    others = set(friends) - {_NADIA}
    strangers = others - friends.get(_NADIA, set())

    def shared(other: int) -> set[int]:
        return friends[_NADIA] & friends[other]

    weighted = {
        other: sum(1 / log(len(friends[common])) for common in shared(other)) for other in others
    }
    counted = {other: float(len(shared(other))) for other in others}
    right = _best(weighted, strangers)
    by_count = sorted((counted[other] for other in strangers), reverse=True)
    scores = sorted((weighted[other] for other in strangers), reverse=True)
    return (
        scores[_SUGGESTIONS - 1] - scores[_SUGGESTIONS] > 0.05
        and max(weighted.values()) - scores[0] > 0.1
        and by_count[_SUGGESTIONS - 1] > by_count[_SUGGESTIONS]
        and _best(counted, strangers) != right
        and _best(weighted, others) != right
        and _best({other: float(len(friends[other])) for other in others}, strangers) != right
    )


def _best(scores: dict[int, float], among: set[int]) -> set[int]:
    return set(sorted(among, key=lambda other: (-scores[other], other))[:_SUGGESTIONS])
