"""A thousand races as a drawing, and the two messages that wait for theirs."""

from __future__ import annotations

import math
from collections import Counter
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from weakties.widgets.message_lab.model import tally

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = 560, 250
_MIDDLE, _TOP, _BOTTOM = _WIDTH / 2, 52, 196
_BARS = 10  # at most, on either side of the tie
_SPACING = 26


def replays(leads: Sequence[int], sends: int, own: int | None) -> str:
    """Draw how often each message led by how much.

    A bar left of the middle is a race in which B led, one to the right a race in which A did.

    Parameters
    ----------
    leads
        By how many answers A led in each race.
    sends
        Of each message in one race.
    own
        The lead in the learner's own race, if it had as many sends.
    """
    step = max(1, math.ceil(max(map(abs, [*leads, own or 0])) / _BARS))
    bars = Counter(_bar(lead, step) for lead in leads)
    tallest = max(bars.values())
    drawn = "".join(
        f'<rect class="wt-races wt-{_side(bar)}" x="{_x(bar) - 10}" width="20"'
        f' y="{_y(count, tallest)}" height="{_BOTTOM - _y(count, tallest):.1f}"/>'
        for bar, count in sorted(bars.items())
    )
    found = tally(list(leads))
    heads = "".join(
        f'<text class="wt-tick wt-name" x="{x}" y="16" text-anchor="{anchor}">{text}</text>'
        for x, anchor, text in (
            (_x(-_BARS), "start", f"B led in {found.b}"),
            (_MIDDLE, "middle", f"neither in {found.tie}"),
            (_x(_BARS), "end", f"A led in {found.a}"),
        )
    )
    ticks = "".join(
        f'<text class="wt-tick" x="{_x(bar)}" y="{_BOTTOM + 18}">{100 * step * abs(bar) / sends:.3g}</text>'
        for bar in range(-_BARS, _BARS + 1, 2)
    )
    yours, said = "", ""
    if own is not None:
        here = _bar(own, step)
        yours = (
            f'<path class="wt-here" d="M{_x(here)},{_TOP - 14}V{_BOTTOM}"/>'
            f'<text class="wt-tick" x="{_x(here)}" y="{_TOP - 18}">your race</text>'
        )
        leader = "Neither led" if own == 0 else f"{'A' if own > 0 else 'B'} led by {abs(own)}"
        said = f" {leader} in your own race."
    label = (
        f"Leads in {len(leads):,} races of {sends} sends each: B led in {found.b}, neither in "
        f"{found.tie}, A in {found.a}.{said}"
    )
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f' aria-label="{escape(label)}">{heads}{drawn}'
        f'<path class="wt-zero" d="M{_x(-_BARS) - 12},{_BOTTOM}H{_x(_BARS) + 12}"/>{ticks}{yours}'
        f'<text class="wt-tick" x="{_MIDDLE}" y="{_HEIGHT - 10}">'
        "lead, up to so many percentage points</text></svg>"
    )


def two_envelopes(messages: dict[str, str]) -> str:
    """Draw the messages as two envelopes with what each is made of."""
    panels = ""
    for place, (name, made_of) in enumerate(messages.items()):
        lines = "".join(
            f'<text x="16" y="{72 + 18 * k}" font-size="13">{escape(line)}</text>'
            for k, line in enumerate(wrap(made_of, 36))
        )
        panels += (
            f'<g transform="translate({12 + 274 * place} 12)">'
            '<rect width="262" height="152" rx="8" fill="#fff" stroke="#444"/>'
            '<path d="M0,8L131,40L262,8" fill="none" stroke="#444"/>'
            f'<text x="131" y="26" text-anchor="middle" font-size="18">{name.upper()}</text>'
            f"{lines}</g>"
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="560" height="176" viewBox="0 0 560 176">'
        '<rect width="560" height="176" rx="8" fill="#f6f4ef"/>'
        f'<g font-family="sans-serif" fill="#222">{panels}</g></svg>'
    )


def _bar(lead: int, step: int) -> int:
    """Return the bar of a lead; a tie has one of its own."""
    return int(math.copysign(math.ceil(abs(lead) / step), lead)) if lead else 0


def _side(bar: int) -> str:
    if bar == 0:
        return "tie"
    return "a" if bar > 0 else "b"


def _x(bar: int) -> float:
    return _MIDDLE + _SPACING * bar


def _y(count: int, tallest: int) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * count / tallest, 1)
