"""The warmth of the tie over ninety days, and the year beside the others', as drawings."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.widgets.after_the_click.contact import NEWS
from weakties.widgets.after_the_click.model import DAYS, LOST, START, YEAR, warmth_on
from weakties.widgets.after_the_click.words import DONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.widgets.after_the_click.model import Step

_WIDTH = 600
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 585, 34, 200
_BIN = 30
_LABEL_WIDTH = 130
ACROSS = _RIGHT - _LEFT
"""How far the mark of today moves over the ninety days; the front end moves it."""
MARKS = {
    "thank": "T",
    "congratulate": "C",
    "share": "S",
    "message": "M",
    "phone": "P",
    "face": "F",
    "pitch": "!",
}
"""The letter of each thing done on the curve."""


def warmth_chart(steps: Sequence[Step], half_life: float, *, until: int) -> str:
    """Draw the warmth of each day up to `until`, what was done, and what became known.

    What follows if nothing more is done is drawn with dashes.
    """
    known = _curve(steps, half_life, 0, until)
    ahead = _curve(steps, half_life, until, DAYS)
    dots = "".join(
        f'<circle class="wt-dot" cx="{_x(step.move.day)}" cy="{_y(step.after)}" r="9"/>'
        f'<text class="wt-mark" x="{_x(step.move.day)}" y="{_y(step.after) + 4:g}">'
        f"{MARKS[step.move.what]}</text>"
        for step in steps
    )
    news = "".join(
        f'<path class="wt-news" d="M{_x(item.day)},{_BOTTOM}v-12"/>'
        for item in NEWS
        if item.day <= until
    )
    days = "".join(
        f'<path class="wt-grid" d="M{_x(day)},{_TOP}V{_BOTTOM}"/>'
        f'<text class="wt-tick" x="{_x(day)}" y="{_BOTTOM + 18}">{day}</text>'
        for day in range(0, DAYS + 1, 15)
    )
    sides = "".join(
        f'<text class="wt-tick wt-side" x="{_LEFT - 8}" y="{_y(points) + 4:g}">{points}</text>'
        for points in (0, 50, 100)
    )
    done = ", ".join(f"{DONE[s.move.what].removeprefix('You ')} on day {s.move.day}" for s in steps)
    label = (
        f"Warmth from 0 to 100 over {DAYS} days: {START:.0f} at first, "
        f"{warmth_on(steps, until, half_life):.0f} on day {until}. {done.capitalize() or 'Nothing done yet'}."
    )
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_WIDTH} 240" role="img" aria-label="{escape(label)}">'
        f'{days}{sides}<path class="wt-zero" d="M{_LEFT},{_BOTTOM}H{_RIGHT}"/>'
        f'<path class="wt-lost" d="M{_LEFT},{_y(LOST)}H{_RIGHT}"/>'
        f'<text class="wt-tick wt-side" x="{_RIGHT}" y="{_y(LOST) - 5:g}">out of touch below</text>'
        f'{news}<path class="wt-ahead" d="{ahead}"/><path class="wt-curve" d="{known}"/>{dots}'
        f'<path class="wt-now" d="M{_LEFT},{_TOP}V{_BOTTOM}"/>'
        f'<text class="wt-tick wt-first" x="0" y="14">warmth</text>'
        f'<text class="wt-tick" x="{(_LEFT + _RIGHT) // 2}" y="236">'
        "day; the short marks are her news</text></svg>"
    )


def year_chart(you: float, nothing: float, others: Sequence[float]) -> str:
    """Draw how long the others stay in touch as bars of thirty days, with two marks."""
    bins = [0] * (YEAR // _BIN + 1)
    for until in others:
        bins[int(until) // _BIN] += 1
    top = max(bins)
    step = (_RIGHT - _LEFT) / len(bins)

    def x(day: float) -> float:
        return round(_LEFT + step * day / _BIN, 1)

    bars = "".join(
        f'<rect class="wt-bar" x="{x(_BIN * k) + 1:g}" width="{step - 2:.1f}" '
        f'y="{_BOTTOM - 130 * count / top:.1f}" height="{130 * count / top:.1f}"/>'
        + (
            f'<text class="wt-tick" x="{x(_BIN * (k + 0.5))}" '
            f'y="{_BOTTOM - 130 * count / top - 5:.1f}">{count}</text>'
            if count
            else ""
        )
        for k, count in enumerate(bins)
    )
    ticks = "".join(
        f'<text class="wt-tick" x="{x(day)}" y="{_BOTTOM + 18}">{day}</text>'
        for day in range(0, YEAR, 2 * _BIN)
    )
    marks = _mark("you", x(you), 14, you) + _mark("nothing", x(nothing), 30, nothing)
    label = (
        f"The last day in touch: you {you}, nothing at all {nothing}. Others, by "
        f"{_BIN} days from day 0: {', '.join(map(str, bins))}."
    )
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_WIDTH} 240" role="img" aria-label="{escape(label)}">'
        f'<path class="wt-zero" d="M{_LEFT},{_BOTTOM}H{_RIGHT}"/>{bars}{ticks}{marks}'
        f'<text class="wt-tick" x="{(_LEFT + _RIGHT) // 2}" y="236">last day in touch; on each bar, '
        "how many of the others</text></svg>"
    )


def empty_timeline() -> str:
    """Draw ninety days on which nothing has been done."""
    ticks = "".join(
        f'<path d="M{30 + 5 * day},60v10" stroke="#444"/>'
        f'<text x="{30 + 5 * day}" y="88" text-anchor="middle">{day}</text>'
        for day in range(0, DAYS + 1, 15)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="510" height="120" viewBox="0 0 510 120">'
        '<rect width="510" height="120" rx="8" fill="#f6f4ef"/>'
        f'<g font-family="sans-serif" font-size="13" fill="#222">{ticks}'
        '<path d="M30,60H480" stroke="#444"/><circle cx="30" cy="60" r="7" fill="#0072b2"/>'
        '<text x="24" y="40">she accepted</text><text x="255" y="108" text-anchor="middle">day'
        "</text></g></svg>"
    )


def _curve(steps: Sequence[Step], half_life: float, begin: int, end: int) -> str:
    """Return the path of warmth from the end of one day to the end of another."""
    points = [(begin, warmth_on(steps, begin, half_life))]
    before = {step.move.day: step.before for step in steps}
    if begin == 0:
        points.insert(0, (0, START))
    for day in range(begin + 1, end + 1):
        if day in before:
            points.append((day, before[day]))
        points.append((day, warmth_on(steps, day, half_life)))
    return "M" + "L".join(f"{_x(day)},{_y(warmth)}" for day, warmth in points)


def _mark(name: str, x: float, y: int, day: float) -> str:
    is_left = x > _WIDTH / 2 or (name == "nothing" and x > _LABEL_WIDTH)
    side, shift = ("wt-side", -6) if is_left else ("wt-first", 6)
    return (
        f'<path class="wt-{name}" d="M{x},{y}V{_BOTTOM}"/>'
        f'<text class="wt-label {side}" x="{x + shift:g}" y="{y + 4}">{name}: day {day}</text>'
    )


def _x(day: float) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * day / DAYS, 1)


def _y(warmth: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * warmth / 100, 1)
