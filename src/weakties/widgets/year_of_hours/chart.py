"""Connections and opportunities over the year, side by side, as drawings."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from weakties.widgets.year_of_hours.model import GOAL, HOURS, WEEKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.widgets.year_of_hours.model import State

_WIDTH, _HEIGHT = 720, 270
_TOP, _BOTTOM = 34, 226
_APART = 15
_QUARTER = WEEKS // 4


class _Panel(NamedTuple):
    """One of the two drawings: what it shows, and from where to where across."""

    name: str
    left: int
    right: int

    def x(self, week: float) -> float:
        return round(self.left + (self.right - self.left) * week / WEEKS, 1)


_PANELS = (_Panel("connections", 44, 236), _Panel("opportunities", 386, 578))


def counters(years: Mapping[str, Sequence[State]]) -> str:
    """Draw connections and opportunities by week, a line for each year with its name at the end.

    Parameters
    ----------
    years
        Names such as ``"you"``, and their weeks.
    """
    label = " ".join(
        f"{panel.name.capitalize()} after {WEEKS} weeks: "
        + ", ".join(
            f"{name} {getattr(states[-1], panel.name):.1f}" for name, states in years.items()
        )
        + "."
        for panel in _PANELS
    )
    drawn = "".join(_panel(panel, years) for panel in _PANELS)
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{drawn}</svg>'
    )


def empty_week() -> str:
    """Draw five hours that nobody has spent yet."""
    boxes = "".join(
        f'<rect x="{30 + 92 * k}" y="34" width="80" height="42" rx="6" fill="#fff" stroke="#444"/>'
        f'<text x="{70 + 92 * k}" y="60" text-anchor="middle">hour {k + 1}</text>'
        for k in range(HOURS)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="510" height="110" viewBox="0 0 510 110">'
        '<rect width="510" height="110" rx="8" fill="#f6f4ef"/>'
        f'<g font-family="sans-serif" font-size="13" fill="#222">{boxes}</g></svg>'
    )


def _panel(panel: _Panel, years: Mapping[str, Sequence[State]]) -> str:
    values: dict[str, list[float]] = {
        name: [getattr(state, panel.name) for state in states] for name, states in years.items()
    }
    top = max(max(series) for series in values.values()) * 1.05
    top = max(top, GOAL * 1.1) if panel.name == "connections" else max(top, 1.0)

    def y(value: float) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * value / top, 1)

    lines = "".join(
        f'<path class="wt-line wt-{kind}" d="M'
        + "L".join(f"{panel.x(week)},{y(value)}" for week, value in enumerate(series))
        + '"/>'
        for kind, series in zip(_kinds(values), values.values(), strict=True)
    )
    ends = sorted((y(series[-1]), name) for name, series in values.items())
    labels, lowest = "", 0.0
    for height, name in ends:
        lowest = max(height + 4, lowest + _APART)
        labels += (
            f'<text class="wt-name wt-first" x="{panel.right + 6}" y="{lowest:.1f}">'
            f"{name}: {values[name][-1]:.{0 if panel.name == 'connections' else 1}f}</text>"
        )
    grid = "".join(
        f'<path class="wt-grid" d="M{panel.x(week)},{_TOP}V{_BOTTOM}"/>'
        f'<text class="wt-tick" x="{panel.x(week)}" y="{_BOTTOM + 18}">{week}</text>'
        for week in range(0, WEEKS + 1, _QUARTER)
    )
    goal = (
        f'<path class="wt-goal" d="M{panel.left},{y(GOAL)}H{panel.right}"/>'
        f'<text class="wt-tick wt-side" x="{panel.left - 6}" y="{y(GOAL) + 4:g}">{GOAL}</text>'
        if panel.name == "connections"
        else ""
    )
    middle = (panel.left + panel.right) // 2
    return (
        f'{grid}<path class="wt-zero" d="M{panel.left},{_BOTTOM}H{panel.right}"/>{goal}{lines}'
        f'{labels}<text class="wt-tick wt-first" x="{panel.left}" y="18">{panel.name}</text>'
        f'<text class="wt-tick" x="{middle}" y="{_HEIGHT - 6}">week</text>'
    )


def _kinds(values: Mapping[str, object]) -> list[str]:
    return ["you", "race", "garden"][-len(values) :]
