"""Where a workshop stops for a break: between units rather than within one, after even sittings."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.teaching.plan.agenda import Row

WITHIN_A_LESSON = 900
BETWEEN_KINDS = 200
"""What a break costs there, in squared minutes; between two units it costs nothing."""


def places(rows: Sequence[Row], count: int) -> tuple[int, ...]:
    """Return before which rows `count` breaks are best."""
    until = [0]
    for row in rows:
        until.append(until[-1] + row.minutes)

    @cache
    def best(first: int, left: int) -> tuple[int, tuple[int, ...]]:
        if not left:
            return (until[-1] - until[first]) ** 2, ()
        choices = []
        for place in range(first + 1, len(rows) - left + 1):
            cost, later = best(place, left - 1)
            sitting = (until[place] - until[first]) ** 2
            choices.append((sitting + _price(rows, place) + cost, (place, *later)))
        return min(choices)

    return best(0, min(count, len(rows) - 1))[1]


def middle(rows: Sequence[Row], breaks: Sequence[int]) -> int:
    """Return the one of the breaks that is nearest the middle of the day."""
    total = sum(row.minutes for row in rows)
    return min(breaks, key=lambda place: abs(2 * sum(r.minutes for r in rows[:place]) - total))


def longest_sitting(rows: Sequence[Row]) -> int:
    """Return the minutes of the longest time without a break."""
    stops = [-1, *(place for place, row in enumerate(rows) if row.is_break), len(rows)]
    return max(sum(row.minutes for row in rows[a + 1 : b]) for a, b in pairwise(stops))


def _price(rows: Sequence[Row], place: int) -> int:
    before, after = rows[place - 1], rows[place]
    if before.unit != after.unit:
        return 0 if before.unit and after.unit else BETWEEN_KINDS
    return WITHIN_A_LESSON if before.kind == after.kind else BETWEEN_KINDS
