"""Which of two shares leads after a few cases: how often luck crowns the smaller one."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import NamedTuple


class Lead(NamedTuple):
    """How often either of two leads, and how often neither does; the three add up to 1."""

    first: float
    tie: float
    second: float


def chance_of_leading(share: float, other_share: float, cases: int) -> Lead:
    """Return how often each of two shares has more hits when both are tried equally often.

    Parameters
    ----------
    share, other_share
        The true shares, between 0 and 1.
    cases
        How often each is tried.

    Raises
    ------
    ValueError
        If a share is not between 0 and 1, or `cases` is negative.

    Examples
    --------
    True shares of 31 and 26 percent, 20 tries of each: the better one leads in 57 of 100.

    >>> [round(part, 2) for part in chance_of_leading(0.31, 0.26, 20)]
    [0.57, 0.13, 0.3]
    >>> [round(part, 2) for part in chance_of_leading(0.31, 0.26, 200)]
    [0.85, 0.02, 0.12]
    """
    chances, others = binomial(cases, share), binomial(cases, other_share)
    tie = math.fsum(a * b for a, b in zip(chances, others, strict=True))
    # Hits of the first, times the chance that the other has fewer.
    first = math.fsum(a * b for a, b in zip(chances[1:], accumulate(others), strict=False))
    return Lead(first, tie, max(0.0, 1 - first - tie))


def binomial(cases: int, share: float) -> list[float]:
    """Return the chances of 0, 1, … up to `cases` hits.

    Parameters
    ----------
    cases
        How many tries.
    share
        The chance of a hit in each of them.

    Raises
    ------
    ValueError
        If `share` is not between 0 and 1, or `cases` is negative.

    Examples
    --------
    >>> [round(chance, 4) for chance in binomial(2, 0.5)]
    [0.25, 0.5, 0.25]

    Fewer than 13 answers to 100 messages, each answered with a chance of 18 percent:

    >>> round(sum(binomial(100, 0.18)[:13]), 3)
    0.071
    """
    if not 0 <= share <= 1 or cases < 0:
        raise ValueError("A share lies between 0 and 1, and cases are counted from 0.")
    if share in (0, 1):
        return [float(hits == cases * share) for hits in range(cases + 1)]
    ways = math.lgamma(cases + 1)
    return [
        math.exp(
            ways
            - math.lgamma(hits + 1)
            - math.lgamma(cases - hits + 1)
            + hits * math.log(share)
            + (cases - hits) * math.log1p(-share)
        )
        for hits in range(cases + 1)
    ]
