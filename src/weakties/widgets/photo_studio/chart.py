"""The panel's scores as a picture: a mean with its interval and the spread of the raters."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.widgets.photo_studio.model import HIGHEST, LOWEST
from weakties.widgets.shared.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.measures import MeanInterval

_WIDTH, _GROUP, _TOP, _SIDE = 400, 70, 8, 16
_LETTER = 6.8  # as wide as a letter of a label can be


def score_chart(photo: str, mine: dict[str, MeanInterval], now: dict[str, MeanInterval]) -> str:
    """Draw both portraits' scores, a group of two lines for each trait, on one scale.

    The colors come from the style sheet; a diamond is the committed photo, a dot the current one.
    """
    height = _TOP + _GROUP * len(mine) + 24
    bottom = height - 20
    grid = "".join(
        f'<path class="{"wt-zero" if tick == 0 else "wt-grid"}" d="M{_x(tick)},{_TOP}V{bottom}"/>'
        f'<text class="wt-tick" x="{_x(tick)}" y="{height - 4}">{signed(tick, 0)}</text>'
        for tick in range(LOWEST, HIGHEST + 1)
    )
    groups = ""
    for k, trait in enumerate(mine):
        y = _TOP + _GROUP * k
        groups += (
            f'<text class="wt-name" x="{_SIDE - 12}" y="{y + 13}">{escape(trait.capitalize())}</text>'
            + _line("wt-mine", mine[trait], y + 27, f"{photo} {signed(mine[trait].mean)}", _diamond)
            + _line("wt-now", now[trait], y + 51, f"studio {signed(now[trait].mean)}", _dot)
        )
    label = "; ".join(
        f"{trait}: photo {photo} {signed(mine[trait].mean)}, studio {signed(now[trait].mean)}"
        for trait in mine
    )
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_WIDTH} {height}" role="img"'
        f' aria-label="Means on a scale from −5 to +5. {escape(label)}">{grid}{groups}</svg>'
    )


def _line(
    kind: str, summary: MeanInterval, y: float, text: str, mark: Callable[[float, float], str]
) -> str:
    left, right = _x(summary.mean - summary.sd), _x(summary.mean + summary.sd)
    low, high = _x(summary.low), _x(summary.high)
    has_room = right + 6 + _LETTER * len(text) < _WIDTH
    at, anchor = (right + 6, "start") if has_room else (left - 6, "end")
    return (
        f'<g class="{kind}"><path class="wt-spread" d="M{left},{y}H{right}"/>'
        f'<path class="wt-interval" d="M{low},{y - 6}V{y + 6}M{low},{y}H{high}M{high},{y - 6}V{y + 6}"/>'
        f"{mark(_x(summary.mean), y)}"
        f'<text class="wt-value" x="{at}" y="{y + 4.5}" text-anchor="{anchor}">{text}</text></g>'
    )


def _dot(x: float, y: float) -> str:
    return f'<circle class="wt-mark" cx="{x}" cy="{y}" r="4"/>'


def _diamond(x: float, y: float) -> str:
    return f'<path class="wt-mark" d="M{x - 4.5:g},{y}l4.5,-4.5l4.5,4.5l-4.5,4.5z"/>'


def _x(score: float) -> float:
    share = (max(LOWEST, min(HIGHEST, score)) - LOWEST) / (HIGHEST - LOWEST)
    return round(_SIDE + share * (_WIDTH - 2 * _SIDE), 1)
