"""Several portraits side by side in one picture, lettered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.portrait.drawing import SIZE, draw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.widgets.portrait.choices import Portrait

_CELL, _GAP, _COLUMNS = 150, 10, 3


def contact_sheet(portraits: Mapping[str, Portrait]) -> str:
    """Draw `portraits` in rows of three, each with its letter in the corner."""
    rows = -(-len(portraits) // _COLUMNS)
    width, height = (count * (_CELL + _GAP) - _GAP for count in (_COLUMNS, rows))
    cells = "".join(
        f'<g transform="translate({n % _COLUMNS * (_CELL + _GAP)} {n // _COLUMNS * (_CELL + _GAP)})">'
        f'<g transform="scale({_CELL / SIZE:.3f})">{_sized(draw(portrait))}</g>'
        '<circle cx="17" cy="17" r="13" fill="#fff"/>'
        '<text x="17" y="22.5" text-anchor="middle" font-family="sans-serif" font-size="16"'
        f' font-weight="bold" fill="#222">{letter}</text></g>'
        for n, (letter, portrait) in enumerate(portraits.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">{cells}</svg>'
    )


def _sized(svg: str) -> str:
    return svg.replace("<svg ", f'<svg width="{SIZE}" height="{SIZE}" ', 1)
