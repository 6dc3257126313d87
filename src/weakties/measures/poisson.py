"""How surprising a count is: the tail of the Poisson distribution."""

from __future__ import annotations

import math


def poisson_tail(count: int, rate: float) -> float:
    """Return the chance of at least `count` events where `rate` are expected.

    P(X ≥ k) = 1 − Σ (i < k) e^(−rate) · rate^i / i!, for events that come one by one.

    Parameters
    ----------
    count
        How many were seen.
    rate
        How many were expected.

    Returns
    -------
    float
        Between 0 and 1.

    Raises
    ------
    ValueError
        If `count` or `rate` is negative, or `rate` not finite.

    Examples
    --------
    With 2 expected, at least one comes in 86 of 100 cases (1 − e⁻²), at least 7 in half of one:

    >>> round(poisson_tail(1, 2), 4)
    0.8647
    >>> round(poisson_tail(7, 2), 4)
    0.0045
    """
    if count < 0 or rate < 0 or not math.isfinite(rate):
        raise ValueError("A count and a rate are finite numbers, 0 or more.")
    if count == 0:
        return 1.0
    if rate == 0:
        return 0.0
    if count > rate:
        return _upward(count, rate)
    return max(0.0, 1 - math.fsum(_chance(number, rate) for number in range(count)))


def _upward(count: int, rate: float) -> float:
    """Add up the chances from `count` on; 1 minus the rest would lose all digits."""
    total, term, number = 0.0, _chance(count, rate), count
    while term > total * 1e-17:
        total += term
        number += 1
        term *= rate / number
    return min(1.0, total)


def _chance(number: int, rate: float) -> float:
    return math.exp(number * math.log(rate) - rate - math.lgamma(number + 1))
