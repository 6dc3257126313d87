"""How well a median is known: an interval between two of the values themselves."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class MedianInterval(NamedTuple):
    """A median and the interval around it; no interval where there are too few values."""

    median: float
    lower: float | None
    upper: float | None


def median_interval(values: Iterable[float], *, level: float = 0.95) -> MedianInterval:
    """Return the median with its order-statistic interval, which assumes no distribution.

    The interval goes from the r-th smallest to the r-th largest value, with the largest r for
    which 2 · P(X < r) ≤ 1 − `level`, where X is binomial with n trials and chance ½.

    Parameters
    ----------
    values
        At least one number.
    level
        The least chance that an interval made in this way holds the true median.

    Returns
    -------
    MedianInterval
        In the unit of the values. At 95 % there is an interval from six values on.

    Raises
    ------
    ValueError
        If there is no value or one is not a number, or `level` is not between 0 and 1.

    References
    ----------
    Conover, W. J. (1999). Practical Nonparametric Statistics, 3rd ed., section 3.2.

    Examples
    --------
    Of ten values, the second and the ninth:

    >>> median_interval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    MedianInterval(median=5.5, lower=2.0, upper=9.0)
    >>> median_interval([3, 1, 2])
    MedianInterval(median=2.0, lower=None, upper=None)
    """
    ordered = sorted(float(value) for value in values)
    if not ordered or any(math.isnan(value) for value in ordered):
        raise ValueError("A median needs at least one value, and only numbers.")
    if not 0 < level < 1:
        raise ValueError("A level of confidence lies between 0 and 1, such as 0.95.")
    rank = _rank(len(ordered), (1 - level) / 2)
    if rank == 0:
        return MedianInterval(median(ordered), None, None)
    return MedianInterval(median(ordered), ordered[rank - 1], ordered[-rank])


def _rank(count: int, tail: float) -> int:
    """Return the largest r with P(X < r) ≤ tail, X binomial(count, ½); 0 if there is none."""
    below, rank = 0.0, 0
    while rank < count:
        # In logarithms: ½ to the power of a few thousand is 0 for a computer.
        chance = (
            math.lgamma(count + 1) - math.lgamma(rank + 1) - math.lgamma(count - rank + 1)
        ) - count * math.log(2)
        below += math.exp(chance)
        if below > tail:
            break
        rank += 1
    return rank
