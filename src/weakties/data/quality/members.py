"""What the generators of this unit ask of the world: who is there, who is tied to whom."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.world.datasets import people, world_of
from weakties.data.world.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

NADIA = 0
OPEN_NETWORKER = 0.9
"""The least openness of an open networker."""


@lru_cache(maxsize=2)
def people_of(edition: str) -> pd.DataFrame:
    """Return the people of the world; the row number is the number in the id."""
    return people(edition, about("people"))


@lru_cache(maxsize=2)
def network_of(edition: str) -> Graph:
    """Return the whole world as a network of row numbers."""
    world = world_of(edition)
    return Graph.empty(world.size).with_ties(world.ties["a"].to_numpy(), world.ties["b"].to_numpy())


def degree_of(edition: str) -> Ints:
    """Return everybody's number of ties, by row number."""
    return network_of(edition).degree


def connections_of(edition: str, person: int) -> Ints:
    """Return the row numbers of somebody's connections, in rising order."""
    network = network_of(edition)
    return network.neighbors[slice(*network.first[person : person + 2])]


def ties_among(edition: str, people: Iterable[int]) -> set[tuple[int, int]]:
    """Return the world's ties among some people, the smaller row number first."""
    wanted = {int(one) for one in people}
    return {
        (one, other)
        for one in wanted
        for other in connections_of(edition, one).tolist()
        if one < other and other in wanted
    }


def pairs_of(people: Iterable[int]) -> Ints:
    """Return every pair of some people as two columns, the smaller row number first."""
    ordered = np.sort(np.fromiter(people, dtype=np.int64))
    first, second = np.triu_indices(len(ordered), k=1)
    return np.column_stack([ordered[first], ordered[second]])


def some_pairs(rng: np.random.Generator, people: Iterable[int], share: float) -> Ints:
    """Return a share of the pairs of some people, exactly that many, drawn by chance."""
    pairs = pairs_of(people)
    chosen = rng.choice(len(pairs), round(share * len(pairs)), replace=False)
    return pairs[np.sort(chosen)]


def person_ids(rows: Iterable[int]) -> list[str]:
    """Return ids such as P0017, as in the dataset `people`."""
    return [f"P{row:04d}" for row in rows]


def tie_table(pairs: Iterable[tuple[int, int]]) -> pd.DataFrame:
    """Return ties as a table of two columns of ids, sorted."""
    ordered = sorted(pairs)
    return pd.DataFrame(
        {"a": person_ids(a for a, _ in ordered), "b": person_ids(b for _, b in ordered)}
    )
