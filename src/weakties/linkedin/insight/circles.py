"""Who sits in a conversation with whom: the only ties among others that an export holds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from weakties.linkedin.figures.exchanges import MOST_IN_A_THREAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.linkedin.figures import Conversations


@dataclass(frozen=True)
class Circles:
    """People who share conversations.

    Parameters
    ----------
    threads
        How many conversations two or more connections sit in.
    audiences
        How many more of them are too large to say anything about who knows whom.
    members
        For each circle its people, rows of the figures' people; nobody of one circle shares a
        conversation with anybody of another. The largest circle comes first.
    shared
        For each pair, the lower row first, how many conversations the two share.
    """

    threads: int
    audiences: int
    members: tuple[tuple[int, ...], ...]
    shared: dict[tuple[int, int], int]


def circles_of(conversations: Conversations) -> Circles:
    """Return who sits with whom in the conversations of an export."""
    sizes = conversations.taking_part.groupby("thread")["person"].nunique()
    small = sizes.index[(sizes > 1) & (sizes <= MOST_IN_A_THREAD)]
    taking_part = conversations.taking_part
    tables = taking_part[taking_part["thread"].isin(small)].groupby("thread")["person"]
    shared: dict[tuple[int, int], int] = {}
    for _, persons in tables:
        for pair in combinations(sorted(set(persons.tolist())), 2):
            shared[pair] = shared.get(pair, 0) + 1
    audiences = int((sizes > MOST_IN_A_THREAD).sum())
    return Circles(len(small), audiences, _joined(shared) if shared else (), shared)


def _joined(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    import networkx as nx

    found = nx.connected_components(nx.Graph(list(pairs)))
    circles = (tuple(sorted(circle)) for circle in found)
    return tuple(sorted(circles, key=lambda one: (-len(one), one)))
