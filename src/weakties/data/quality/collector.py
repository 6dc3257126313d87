"""An open networker beside a small circle that works together."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from weakties.data.chance import chance_of, of_edition
from weakties.data.editions import OPEN
from weakties.data.quality.members import (
    NADIA,
    OPEN_NETWORKER,
    connections_of,
    degree_of,
    people_of,
    some_pairs,
    tie_table,
    ties_among,
)

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from weakties.data.cards import Card

    Pairs = set[tuple[int, int]]


_CONTACTS = {3: 50, 4: 70, 5: 90, 6: 120, 7: 150}
"""The open networker's core number, and the contacts that are shown for it, in other editions."""
_MORE_IN_CIRCLE = {5: 1, 6: 3, 7: 4}
"""So many more work in the circle, which stands out from that core."""
_DRAWS = 300
"""A core that so many draws did not have is too high for an edition's world; a lower one will do."""


def lion_ties(edition: str, card: Card) -> pd.DataFrame:
    """Return the ties among an open networker, some of their contacts, and a working circle.

    The open networker has by far the most ties. The contacts know one another as the world has it.
    In the circle nearly everybody knows everybody, and a few know the open networker too.
    """
    rng = chance_of(edition, card)
    planted = int(of_edition(edition, card, "core_of_lion", tuple(_CONTACTS)))
    lower = sorted((core for core in _CONTACTS if core < planted), reverse=True)
    drawn = (_with_core(core, edition, card, rng) for core in cycle((planted, *lower)))
    return tie_table(next(pairs for pairs in drawn if pairs))


def _with_core(core: int, edition: str, card: Card, rng: np.random.Generator) -> Pairs | None:
    """Return the first draw with this core in which answers stand apart; none if none has it."""
    draws = (_ties(edition, card, core, rng) for _ in range(_DRAWS))
    return next((pairs for pairs in draws if _is_clear(pairs, core)), None)


def _ties(edition: str, card: Card, core: int, rng: np.random.Generator) -> Pairs:
    is_open = edition == OPEN
    contacts = int(card.size_of("lion_contacts")) if is_open else _CONTACTS[core]
    more = 0 if is_open else _MORE_IN_CIRCLE.get(core, 0)
    people, degree = people_of(edition), degree_of(edition)
    collects = (people["openness"] >= OPEN_NETWORKER) & (people.index != NADIA)
    busy = collects & (degree >= max(card.size_of("least_connections"), contacts))
    lion = int(rng.choice(people.index[busy]))
    theirs = rng.choice(connections_of(edition, lion), contacts, replace=False).tolist()
    firm = rng.choice(people["employer"][~collects].unique())
    staff = people.index[(people["employer"] == firm) & ~collects].difference([lion, *theirs])
    size = int(card.size_of("circle")) + more + int(rng.integers(-1, 2))
    if len(staff) < size:
        return set()
    circle = rng.choice(staff, size, replace=False).tolist()
    pairs = {(int(a), int(b)) for a, b in some_pairs(rng, circle, card.size_of("circle_density"))}
    known_to_lion = rng.choice(circle, int(card.size_of("circle_known_to_lion")), replace=False)
    bridges = {(min(lion, int(who)), max(lion, int(who))) for who in known_to_lion}
    return pairs | bridges | ties_among(edition, [lion, *theirs])


def _is_clear(pairs: Pairs, lion: int) -> bool:
    """Say whether the open networker's core is as wanted, and the innermost is the circle, far from it."""
    import networkx as nx

    network = nx.Graph(list(pairs))
    if not network:
        return False
    ranked = sorted(network, key=lambda person: -network.degree(person))
    core = nx.core_number(network)
    top = max(core.values())
    innermost = {person for person, number in core.items() if number == top}
    with_lion = innermost | {ranked[0]}
    return (
        core[ranked[0]] == lion <= top - 3
        and innermost != set(ranked[: len(innermost)])
        and with_lion
        not in (set(ranked[: len(with_lion)]), set(nx.k_core(network, core[ranked[0]])))
        and max(map(len, nx.find_cliques(network))) != len(innermost)
        # Else the size of a clique would be taken for the core number, or be right by chance.
        and nx.node_clique_number(network, ranked[0]) == core[ranked[0]] + 1
        and len(set(core.values())) > 3
    )
