"""Who is tied to whom, as one sorted array: quick to grow, to walk and to count mutuals in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_AT_ONCE = 2_000_000
_SCATTER = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Graph:
    """An undirected network of the people 0 to `size` − 1.

    Parameters
    ----------
    size
        How many people there are.
    links
        Each tie twice, from either side, as ``from × size + to``, sorted.
    """

    size: int
    links: Ints

    @staticmethod
    def empty(size: int) -> Graph:
        """Return the network of `size` people without a tie."""
        return Graph(size, np.zeros(0, dtype=np.int64))

    def with_ties(self, a: Ints, b: Ints) -> Graph:
        """Return this network with new ties between each of `a` and the same row of `b`."""
        new = np.sort(np.concatenate([a * self.size + b, b * self.size + a]))
        # Merging two sorted runs is what the stable sort is quickest at.
        return Graph(self.size, np.sort(np.concatenate([self.links, new]), kind="stable"))

    @cached_property
    def neighbors(self) -> Ints:
        """Return everybody's neighbors, one person after the other, each in rising order."""
        return self.links % self.size

    @cached_property
    def first(self) -> Ints:
        """Return where each person's neighbors begin, and after them all where they end."""
        return np.searchsorted(self.links, np.arange(self.size + 1) * self.size)

    @cached_property
    def degree(self) -> Ints:
        """Return everybody's number of ties."""
        return np.diff(self.first)

    def has(self, a: Ints, b: Ints) -> NDArray[np.bool_]:
        """Return whether each of `a` is tied to the same row of `b`."""
        return self._has(a * self.size + b)

    def neighbor_of(self, people: Ints, luck: NDArray[np.float64]) -> Ints:
        """Return one neighbor of each person, the person where there is none.

        Parameters
        ----------
        people
            Row numbers.
        luck
            For each, a number from 0 up to but not including 1 that picks the neighbor.
        """
        degree = self.degree[people]
        chosen = self.first[people] + (luck * degree).astype(np.int64)
        alone = degree == 0
        if len(self.links) == 0:
            return people
        return np.where(alone, people, self.neighbors[np.where(alone, 0, chosen)])

    def mutuals(self, a: Ints, b: Ints) -> Ints:
        """Return how many neighbors each of `a` has in common with the same row of `b`.

        Examples
        --------
        >>> import numpy as np
        >>> square = Graph.empty(4).with_ties(np.array([0, 1, 2, 3]), np.array([1, 2, 3, 0]))
        >>> square.mutuals(np.array([0, 0]), np.array([2, 1])).tolist()
        [2, 0]
        """
        few = np.where(self.degree[a] <= self.degree[b], a, b)
        many = a + b - few
        # Asking about one person after the other keeps what is looked at within the cache.
        order = np.argsort(many, kind="stable")
        few, many = few[order], many[order]
        counts = np.zeros(len(a), dtype=np.int64)
        for rows in _portions(self.degree[few]):
            counts[order[rows]] = self._mutuals(few[rows], many[rows])
        return counts

    def _mutuals(self, few: Ints, many: Ints) -> Ints:
        lengths = self.degree[few]
        upto = np.cumsum(lengths)
        total = int(upto[-1]) if len(upto) else 0
        place = np.arange(total) + np.repeat(self.first[few] - (upto - lengths), lengths)
        asked = np.repeat(many * self.size, lengths) + self.neighbors[place]
        found = np.flatnonzero(self._has(asked))
        return np.bincount(np.searchsorted(upto, found, side="right"), minlength=len(few))

    def _has(self, keys: Ints) -> NDArray[np.bool_]:
        # Most are no link, and a look into the sieve says so without a search.
        found = self._sieve[self._scattered(keys)]
        maybe = np.flatnonzero(found)
        found[maybe] = contains(self.links, keys[maybe])
        return found

    @cached_property
    def _sieve(self) -> NDArray[np.bool_]:
        sieve = np.zeros(1 << self._sieve_bits, dtype=bool)
        sieve[self._scattered(self.links)] = True
        return sieve

    @property
    def _sieve_bits(self) -> int:
        return max(len(self.links), 1).bit_length() + 4

    def _scattered(self, keys: Ints) -> NDArray[np.uint64]:
        return (keys.astype(np.uint64) * _SCATTER) >> np.uint64(64 - self._sieve_bits)


def contains(ordered: Ints, asked: Ints) -> NDArray[np.bool_]:
    """Return whether each asked value is in the sorted array.

    Examples
    --------
    >>> import numpy as np
    >>> contains(np.array([2, 5]), np.array([1, 2, 7])).tolist()
    [False, True, False]
    """
    if len(ordered) == 0:
        return np.zeros(len(asked), dtype=bool)
    place = np.searchsorted(ordered, asked)
    return np.asarray(ordered[np.minimum(place, len(ordered) - 1)] == asked)


def _portions(lengths: Ints) -> Iterator[slice]:
    """Yield runs of rows whose lengths add up to about as much as memory should hold at once."""
    portion = np.cumsum(lengths) // _AT_ONCE
    ends = np.flatnonzero(np.diff(portion, append=-1))
    begin = 0
    for end in (ends + 1).tolist():
        yield slice(begin, end)
        begin = end
