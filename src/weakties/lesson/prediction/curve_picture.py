"""Two curves over the same places: what was drawn, and what came out with its intervals.

Marks take the reader's own text color and differ in shape and line, so that any theme shows them.
"""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from weakties.lesson.numbers import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.lesson.prediction.curve import Curve

_WIDTH, _HEIGHT = 600, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 520, 30, 240
_DASHED = " stroke-dasharray='5 5'"
_APART = 16  # pixels between two names, at least


def round_ticks(low: float, high: float) -> list[float]:
    """Return two to six round numbers from `low` to `high`, equally far apart.

    Examples
    --------
    >>> round_ticks(-20.8, 10.0), round_ticks(0, 8)
    ([-20.0, -10.0, 0.0, 10.0], [0.0, 2.0, 4.0, 6.0, 8.0])
    """
    rough = (high - low) / 5
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(times * unit for times in (1, 2, 5, 10) if times * unit >= rough)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [round(at * step, 10) for at in range(first, last + 1)]


def curves_as_svg(
    asked: Curve,
    drawn: Sequence[float],
    heights: Sequence[float],
    intervals: Sequence[tuple[float, float]],
    *,
    alt: str,
) -> str:
    """Return both curves in one picture."""
    low, high = asked.between or (0.0, 1.0)
    ends = [end for interval in intervals for end in interval]
    low, high = min(low, *heights, *ends), max(high, *heights, *ends)
    column = (_RIGHT - _LEFT) / len(asked.places)

    def x(at: int) -> float:
        return round(_LEFT + (at + 0.5) * column, 1)

    def y(value: float) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * (value - low) / (high - low), 1)

    def line(values: Sequence[float], dashes: str) -> str:
        points = "L".join(f"{x(at)} {y(value)}" for at, value in enumerate(values))
        return f"<path d='M{points}' fill='none' stroke='currentColor' stroke-width='2'{dashes}/>"

    bars = "".join(
        f"<path d='M{x(at)} {y(first)}V{y(last)}' stroke='currentColor' stroke-width='6' opacity='.4'/>"
        for at, (first, last) in enumerate(intervals)
    )
    circles = "".join(
        f"<circle cx='{x(at)}' cy='{y(value)}' r='6' fill='none' stroke='currentColor' stroke-width='2'/>"
        for at, value in enumerate(drawn)
    )
    diamonds = "".join(
        f"<path d='M{x(at)} {y(value) - 6}l6 6l-6 6l-6 -6z'/>" for at, value in enumerate(heights)
    )
    ticks = "".join(
        f"<path d='M{_LEFT - 5} {y(value)}h5' stroke='currentColor'/>"
        f"<text x='{_LEFT - 9}' y='{y(value) + 4}' text-anchor='end'>{plain_number(value)}</text>"
        for value in round_ticks(low, high)
    )
    places = "".join(
        f"<text x='{x(at)}' y='{_BOTTOM + 20}' text-anchor='middle'>{escape(place)}</text>"
        for at, place in enumerate(asked.places)
    )
    you, here = y(drawn[-1]), y(heights[-1])
    if abs(you - here) < _APART:
        you, here = (here - _APART, here) if you <= here else (here + _APART, here)
    names = "".join(
        f"<text x='{x(len(heights) - 1) + 12}' y='{at + 4:.1f}' font-weight='600'>{name}</text>"
        for at, name in ((you, "○ you"), (here, "◆ here"))
    )
    return (
        f"<svg role='img' aria-label='{escape(alt, quote=True)}' viewBox='0 0 {_WIDTH} {_HEIGHT}' "
        "style='width:100%;max-width:600px;height:auto;display:block' font-size='13' "
        f"fill='currentColor'><path d='M{_LEFT} {_TOP}V{_BOTTOM}H{_RIGHT}' fill='none' "
        f"stroke='currentColor'/><text x='{_LEFT}' y='14'>{escape(asked.unit)}</text>{ticks}{places}"
        f"<text x='{(_LEFT + _RIGHT) / 2}' y='{_BOTTOM + 44}' text-anchor='middle'>"
        f"{escape(asked.across)}</text>{bars}{line(drawn, _DASHED)}{circles}"
        f"{line(heights, '')}{diamonds}{names}</svg>"
    )
