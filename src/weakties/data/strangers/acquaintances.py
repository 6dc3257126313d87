"""A piece of the world around the protagonist, for which a platform looks for suggestions."""

from __future__ import annotations

from collections import Counter
from itertools import chain, combinations
from math import fsum, log
from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.chance import chance_of, first_clear
from weakties.data.strangers.nadia import NADIA, circles

if TYPE_CHECKING:
    import numpy as np

    from weakties.data.cards import Card

    Circles = dict[str, set[str]]

_SUGGESTIONS = 3


def acquaintances(edition: str, card: Card) -> pd.DataFrame:
    """Return who is connected with whom among Nadia, some of her connections, and some others."""
    rng = chance_of(edition, card)
    world = circles(edition)
    shown = first_clear(
        lambda people: _is_clear(_within(world, people)), lambda: _people(rng, card, world)
    )
    seen = _within(world, shown)
    ties = [(a, b) for a, b in combinations(sorted(shown), 2) if b in seen[a]]
    return pd.DataFrame([ties[k] for k in rng.permutation(len(ties))], columns=["a", "b"])


def _people(rng: np.random.Generator, card: Card, world: Circles) -> set[str]:
    """Return Nadia, some of her connections, and others who share a few of those."""
    own = sorted(world[NADIA])
    connected = set(rng.choice(own, int(card.size_of("connections_shown")), replace=False))
    least = card.size_of("shared_at_least")
    shared = Counter(chain.from_iterable(world[one] for one in sorted(connected)))
    others = sorted(
        person
        for person, times in shared.items()
        if times >= least and person != NADIA and person not in world[NADIA]
    )
    return {
        NADIA,
        *connected,
        *rng.choice(others, int(card.size_of("others_shown")), replace=False),
    }


def _within(world: Circles, people: set[str]) -> Circles:
    return {person: world[person] & people for person in people}


def _is_clear(seen: Circles) -> bool:
    """Say whether the three suggestions are no tie of scores, and differ from those of slips.

    Two others have a higher index than Nadia with anybody, so that who forgets her is told so.
    """
    others = set(seen) - {NADIA}
    strangers = others - seen[NADIA]
    shared = {other: seen[NADIA] & seen[other] for other in others}
    weighted = {other: fsum(1 / log(len(seen[one])) for one in shared[other]) for other in others}
    counted = {other: float(len(shared[other])) for other in others}
    popular = {other: float(len(seen[other])) for other in others}
    scores, counts = (
        sorted((of[other] for other in strangers), reverse=True) for of in (weighted, counted)
    )
    sets = {
        _best(weighted, strangers),
        _best(counted, strangers),
        _best(weighted, others),
        _best(popular, strangers),
    }
    return (
        scores[0] - scores[1] > 0.05
        and scores[_SUGGESTIONS - 1] - scores[_SUGGESTIONS] > 0.05
        and counts[_SUGGESTIONS - 1] > counts[_SUGGESTIONS]
        and max(weighted.values()) - scores[0] > 0.1
        and _highest_without_nadia(seen) - scores[0] > 0.1
        and len(sets) == 4
    )


def _highest_without_nadia(seen: Circles) -> float:
    apart = ((a, b) for a, b in combinations(set(seen) - {NADIA}, 2) if b not in seen[a])
    return max(fsum(1 / log(len(seen[one])) for one in seen[a] & seen[b]) for a, b in apart)


def _best(scores: dict[str, float], among: set[str]) -> frozenset[str]:
    return frozenset(sorted(among, key=lambda other: (-scores[other], other))[:_SUGGESTIONS])
