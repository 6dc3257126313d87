"""How well the questions of a test tell those who know much from those who know little."""

from __future__ import annotations

import math
from statistics import correlation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_GRAIN = 12
"""Digits that are kept: what differs by less was the same before it was added up."""


def corrected_item_total_correlations(
    shares: Sequence[Sequence[float | None]], weights: Sequence[float] | None = None
) -> list[float | None]:
    """Return for each item of a test its correlation with the rest of the test.

    It is Pearson's correlation between what persons got for an item and what they got for all other
    items together, the item itself left out ("corrected"), because an item always agrees with
    itself. Where something of a person is not known, the rest is their share of what is known of
    them.

    Parameters
    ----------
    shares
        One row for each person, with the share of an item's points from 0 to 1, or ``None`` where
        it is not known.
    weights
        How much each item counts in the rest, such as its points; all the same by default.

    Returns
    -------
    list of float or None
        Between -1 and 1, one for each item. ``None`` where it is undefined: fewer than three
        persons have both the item and a rest, or they are all alike in one of them.

    Raises
    ------
    ValueError
        If the rows differ in length, or a share or a weight is not finite or a weight is not
        above 0.

    References
    ----------
    Henrysson, S. (1963). Correction of item-total correlations in item analysis. Psychometrika
    28(2), 211-218. Crocker, L., & Algina, J. (1986). Introduction to Classical and Modern Test
    Theory, chapter 14.

    Examples
    --------
    Three items that go together, and a fourth that goes against them; items that are all alike:

    >>> answers = [[1, 1, 1, 0], [1, 1, 0.5, 0], [1, 0, 0.5, 1], [0, 0, 0, 1]]
    >>> [round(r, 2) for r in corrected_item_total_correlations(answers)]
    [0.82, 0.0, 0.82, -0.87]
    >>> corrected_item_total_correlations([[1, 1], [1, 0], [1, 0.5]])
    [None, None]
    """
    items = len(shares[0]) if shares else len(weights or ())
    counts = [1.0] * items if weights is None else [float(weight) for weight in weights]
    _refuse(shares, counts, items)
    known = [
        [
            None if share is None else (share * count, count)
            for share, count in zip(row, counts, strict=True)
        ]
        for row in shares
    ]
    totals = [
        (math.fsum(pair[0] for pair in row if pair), math.fsum(pair[1] for pair in row if pair))
        for row in known
    ]
    return [_of_item(item, known, totals) for item in range(items)]


def _of_item(
    item: int,
    known: Sequence[Sequence[tuple[float, float] | None]],
    totals: Sequence[tuple[float, float]],
) -> float | None:
    own, rest = [], []
    for row, (earned, possible) in zip(known, totals, strict=True):
        pair = row[item]
        if pair is not None and possible - pair[1] > 10**-_GRAIN:
            own.append(pair[0])
            rest.append(round((earned - pair[0]) / (possible - pair[1]), _GRAIN))
    if len(own) < 3 or len(set(own)) == 1 or len(set(rest)) == 1:
        return None
    return max(-1.0, min(1.0, correlation(own, rest)))


def _refuse(shares: Sequence[Sequence[float | None]], weights: Sequence[float], items: int) -> None:
    if len(weights) != items or any(len(row) != items for row in shares):
        raise ValueError("Every person needs one entry for each item, None where it is unknown.")
    if any(not math.isfinite(weight) or weight <= 0 for weight in weights):
        raise ValueError("A weight is a finite number above 0.")
    if any(share is not None and not math.isfinite(share) for row in shares for share in row):
        raise ValueError("A share is a finite number, or None where it is unknown.")
