"""How well the difference of two shares is known, and how many cases it takes to find one."""

from __future__ import annotations

import math
from statistics import NormalDist

from weakties.measures.proportions import wilson_interval


def newcombe_interval(
    hits: float, cases: int, other_hits: float, other_cases: int, *, level: float = 0.95
) -> tuple[float, float]:
    """Return Newcombe's interval for the difference of two independent shares, first minus other.

    It is put together from the two Wilson intervals, so that it holds for few cases and never
    leaves −1 to 1.

    Parameters
    ----------
    hits, cases
        In how many of how many cases it happened.
    other_hits, other_cases
        The same in the group to compare with.
    level
        How often an interval made in this way holds the true difference.

    Raises
    ------
    ValueError
        As for `wilson_interval`.

    References
    ----------
    Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions.
    Statistics in Medicine 17(8), 873-890, method 10; the example is in its table II.

    Examples
    --------
    56 of 70 against 48 of 80:

    >>> [round(end, 4) for end in newcombe_interval(56, 70, 48, 80)]
    [0.0524, 0.3339]

    Without a case nothing is known:

    >>> newcombe_interval(0, 0, 0, 0)
    (-1.0, 1.0)
    """
    low, high = wilson_interval(hits, cases, level=level)
    other_low, other_high = wilson_interval(other_hits, other_cases, level=level)
    if not cases or not other_cases:
        return (low - other_high, high - other_low)
    share, other = hits / cases, other_hits / other_cases
    down = math.hypot(share - low, other_high - other)
    up = math.hypot(high - share, other - other_low)
    return (share - other - down, share - other + up)


def cases_needed(
    share: float, other_share: float, *, power: float = 0.8, level: float = 0.95
) -> int:
    """Return how many cases each of two groups needs for a test to find their difference.

    Parameters
    ----------
    share, other_share
        The true shares.
    power
        How often the test is to find the difference.
    level
        One minus the share of tests that find a difference where there is none, on either side.

    Raises
    ------
    ValueError
        If the shares are equal, or a number is not between 0 and 1.

    References
    ----------
    Fleiss, J. L., Levin, B., and Paik, M. C. (2003). Statistical Methods for Rates and Proportions,
    3rd ed., section 4.2; without the correction for continuity, with unpooled variances.

    Examples
    --------
    >>> cases_needed(0.31, 0.26)
    1276
    """
    if not all(0 <= number <= 1 for number in (share, other_share)):
        raise ValueError("Shares lie between 0 and 1, such as 0.31.")
    if not 0 < power < 1 or not 0 < level < 1:
        raise ValueError("Power and level lie between 0 and 1, such as 0.8 and 0.95.")
    if share == other_share:
        raise ValueError("Two equal shares have no difference that could be found.")
    z = NormalDist().inv_cdf((1 + level) / 2) + NormalDist().inv_cdf(power)
    spread = share * (1 - share) + other_share * (1 - other_share)
    return max(1, math.ceil(z * z * spread / (share - other_share) ** 2))
