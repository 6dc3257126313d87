"""How well two readers agree beyond chance: Cohen's kappa, weighted and not, with its interval."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from weakties.measures.proportions import wilson_interval

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kappa(NamedTuple):
    """Cohen's kappa of two readers who read the same things.

    Parameters
    ----------
    kappa
        1 for full agreement, 0 for what chance alone would bring; ``None`` where both gave
        everything the same mark, since chance then explains all of it.
    low, high
        Its interval; ``None`` where there is no kappa.
    observed
        How far they agree, between 0 and 1.
    expected
        How far two readers would agree who give the same marks as often, by lot.
    n
        How many things both have read.
    """

    kappa: float | None
    low: float | None
    high: float | None
    observed: float
    expected: float
    n: int


def cohens_kappa(
    first: Sequence[float],
    second: Sequence[float],
    *,
    most: float | None = None,
    level: float = 0.95,
) -> Kappa:
    """Return how well two readers agree beyond chance.

    The interval is Cohen's own of 1960, which takes the agreement by chance as given, with Wilson's
    interval for the observed agreement in place of Wald's: so it does not shrink to a point when a
    few cases agree fully.

    Parameters
    ----------
    first, second
        What each of them gave, in the same order.
    most
        The range of the marks, if marks that lie close are to count as agreement in part: linear
        weights, 1 − difference ÷ range. Without it, marks agree or they do not.
    level
        How often an interval made in this way holds the true value.

    Raises
    ------
    ValueError
        If there is nothing to compare, they gave different numbers of marks, or two marks lie
        further apart than the range.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement 20(1), 37-46. Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70(4),
    213-220. Fleiss, J. L., Levin, B., and Paik, M. C. (2003). Statistical Methods for Rates and
    Proportions, 3rd ed., chapter 18, has the example.

    Examples
    --------
    Two who sorted 100 patients into three groups:

    >>> pairs = [(1, 1)] * 75 + [(1, 2)] + [(1, 3)] * 4
    >>> pairs += [(2, 1)] * 5 + [(2, 2)] * 4 + [(2, 3)] + [(3, 3)] * 10
    >>> found = cohens_kappa(*zip(*pairs))
    >>> round(found.kappa, 3), round(found.observed, 2), round(found.expected, 2)
    (0.676, 0.89, 0.66)
    >>> round(found.low, 2), round(found.high, 2)
    (0.45, 0.82)
    """
    if len(first) != len(second):
        raise ValueError("Both readers must have read the same things: one mark of each for each.")
    if not first:
        raise ValueError("Without a thing that both have read there is nothing to compare.")
    n = len(first)
    agreed = sum(_agreement(a, b, most) for a, b in zip(first, second, strict=True))
    ones, others = Counter(first), Counter(second)
    expected = sum(ones[a] * others[b] * _agreement(a, b, most) for a in ones for b in others) / (
        n * n
    )
    if expected >= 1:
        return Kappa(None, None, None, agreed / n, 1.0, n)
    low, high = (_beyond(end, expected) for end in wilson_interval(agreed, n, level=level))
    return Kappa(_beyond(agreed / n, expected), low, high, agreed / n, expected, n)


def _agreement(a: float, b: float, most: float | None) -> float:
    if most is None:
        return float(a == b)
    if abs(a - b) > most:
        raise ValueError(f"{a} and {b} lie further apart than the range of {most}.")
    return 1 - abs(a - b) / most if most else 1.0


def _beyond(observed: float, expected: float) -> float:
    return max(-1.0, (observed - expected) / (1 - expected))
