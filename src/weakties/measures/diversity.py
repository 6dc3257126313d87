"""How mixed a group is: Blau's index and the effective number of types."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def blau_index(counts: Iterable[float]) -> float:
    """Return the chance that two people drawn with replacement are of different types.

    Blau's index is 1 − Σ p², with p the share of each type. It is 0 where everybody is of one
    type and at most 1 − 1/k with k types, so it can only be compared between groups with the
    same list of types.

    Parameters
    ----------
    counts
        How many people there are of each type; zeros do no harm.

    Returns
    -------
    float
        Between 0 and 1.

    Raises
    ------
    ValueError
        If a count is negative or not finite, or nobody was counted.

    References
    ----------
    Blau, P. M. (1977). Inequality and Heterogeneity. Free Press. The same quantity is Simpson's
    (1949) index of diversity and 1 minus Herfindahl's index.

    Examples
    --------
    Four types of equal size, and a group in which 37 of 40 are alike:

    >>> blau_index([10, 10, 10, 10])
    0.75
    >>> round(blau_index([37, 1, 1, 1]), 4)
    0.1425
    """
    return 1 - sum(share * share for share in _shares(counts))


def effective_number(counts: Iterable[float]) -> float:
    """Return how many types of equal size would be as diverse as these.

    It is exp(H) with Shannon's entropy H = −Σ p ln p, the Hill number of order 1: a count of
    types in which a type with one person hardly counts.

    Parameters
    ----------
    counts
        How many people there are of each type; zeros do no harm.

    Returns
    -------
    float
        Between 1 and the number of types.

    Raises
    ------
    ValueError
        If a count is negative or not finite, or nobody was counted.

    References
    ----------
    Hill, M. O. (1973). Diversity and evenness. Ecology 54(2), 427-432.
    Jost, L. (2006). Entropy and diversity. Oikos 113(2), 363-375.

    Examples
    --------
    >>> round(effective_number([10, 10, 10, 10]), 10)
    4.0
    >>> round(effective_number([37, 1, 1, 1]), 2)
    1.42
    """
    return math.exp(-math.fsum(share * math.log(share) for share in _shares(counts)))


def _shares(counts: Iterable[float]) -> list[float]:
    numbers = [float(count) for count in counts]
    if any(not math.isfinite(number) or number < 0 for number in numbers):
        raise ValueError("A count of people is a finite number, 0 or more.")
    largest = max(numbers, default=0.0)
    if not largest:
        raise ValueError("Nobody was counted, so there is no diversity to measure.")
    # Scaled by the largest first: a total of huge counts would overflow.
    total = math.fsum(number / largest for number in numbers)
    shares = (number / largest / total for number in numbers)
    return [share for share in shares if share]
