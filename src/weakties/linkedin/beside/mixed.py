"""How mixed a group is, and how well that is known."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mixed(NamedTuple):
    """The share of pairs that are of two kinds, and half of its interval's width."""

    share: float
    half: float

    def minus(self, other: Mixed) -> tuple[float, float]:
        """Return the interval of the difference of two groups that are independent."""
        difference, half = self.share - other.share, math.hypot(self.half, other.half)
        return (difference - half, difference + half)


def mixed_interval(counts: Sequence[int], *, level: float = 0.95) -> Mixed:
    """Return the share of pairs that are of two kinds, without the bias of a small group.

    Parameters
    ----------
    counts
        How many there are of each kind; two or more in all.
    level
        How often an interval made in this way holds the true share, for a large group.

    References
    ----------
    Simpson, E. H. (1949). Measurement of diversity. Nature 163, 688: the estimate and its variance.

    Examples
    --------
    Of four people, two of them colleagues, five of six pairs are of two companies:

    >>> round(mixed_interval([2, 1, 1]).share, 3)
    0.833
    """
    n = sum(counts)
    pairs = sum(count * (count - 1) for count in counts)
    squares = sum((count / n) ** 2 for count in counts)
    cubes = sum((count / n) ** 3 for count in counts)
    variance = (4 * n * (n - 1) * (n - 2) * cubes + 2 * n * (n - 1) * squares) / (n * (n - 1)) ** 2
    variance -= 2 * n * (n - 1) * (2 * n - 3) * squares**2 / (n * (n - 1)) ** 2
    z = NormalDist().inv_cdf((1 + level) / 2)
    return Mixed(1 - pairs / (n * (n - 1)), z * math.sqrt(max(variance, 0.0)))
