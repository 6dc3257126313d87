"""The sixty at a glance, where no kernel runs: a dot for each, a row for each industry."""

from __future__ import annotations

from html import escape
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDTH, _ROW, _NAMES, _STEP = 560, 26, 110, 18


def sheet(connections: Mapping[str, Sequence[int]]) -> str:
    """Draw a row of dots for each industry; a dot's area grows with the number of connections."""
    most = max(max(counts) for counts in connections.values())
    rows = "".join(
        f'<text x="0" y="{_ROW * k + 18}">{escape(industry)}</text>'
        + "".join(
            f'<circle cx="{_NAMES + _STEP * place}" cy="{_ROW * k + 13}" r="{_radius(count, most)}"/>'
            for place, count in enumerate(sorted(counts, reverse=True))
        )
        for k, (industry, counts) in enumerate(connections.items())
    )
    height = _ROW * len(connections)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}"'
        f' height="{height}"><rect width="100%" height="100%" fill="#fff"/>'
        f'<g fill="#0072b2" font-family="sans-serif" font-size="14"><g>{rows}</g></g></svg>'
    )


def _radius(count: int, most: int) -> float:
    return round(1.5 + 7 * sqrt(count / most), 1)
