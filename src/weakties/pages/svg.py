"""Pieces of a drawing as SVG; the page's stylesheet gives each kind its color."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 720
"""How wide a drawing is, in its own units; a page scales it to its column."""
NARROW = 340
"""How wide it is where the column is a phone's."""


def drawing(height: float, parts: Iterable[str], alt: str, *, width: float = WIDTH) -> str:
    """Return a whole drawing; `alt` is what a reader who can't see it has to know."""
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="{escape(alt, quote=True)}">'
        f"{''.join(parts)}</svg>"
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """Return a line of a kind that the stylesheet knows."""
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def rect(x: float, y: float, width: float, height: float, kind: str) -> str:
    """Return a rectangle of a kind that the stylesheet knows."""
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
    )


def dot(x: float, y: float, radius: float, kind: str) -> str:
    """Return a dot of a kind that the stylesheet knows."""
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def open_ring(x: float, y: float, radius: float, gap: float, kind: str) -> str:
    """Return a circle of a kind that is open at the bottom; `gap` is half of the missing angle."""
    along, down = radius * math.sin(gap), y + radius * math.cos(gap)
    path = f"M{x + along:.1f},{down:.1f}A{radius:.1f},{radius:.1f},0,1,0,{x - along:.1f},{down:.1f}"
    return f'<path class="{kind}" d="{path}"/>'


def text(x: float, y: float, words: str, kind: str, anchor: str) -> str:
    """Return words that begin, end or have their middle at `x`, as `anchor` says."""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
