"""Parts of a picture side by side: shelves of boxes, the largest first."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[float, float]


def boxed(places: Sequence[Place]) -> tuple[list[Place], float, float]:
    """Return the places moved to where both axes begin, with width and height."""
    left, top = min(x for x, _ in places), min(y for _, y in places)
    moved = [(x - left, y - top) for x, y in places]
    return moved, max(x for x, _ in moved), max(y for _, y in moved)


def shelves(sizes: Sequence[tuple[float, float]], *, aspect: float, gap: float) -> list[Place]:
    """Return the upper left corner of each box, so that none lies on another.

    Parameters
    ----------
    sizes
        Width and height of each box, in the order in which they are placed.
    aspect
        Width of all of them together for a height of 1, as far as possible.
    gap
        Between boxes.
    """
    area = 0.0
    for width, height in sizes:
        area += (width + gap) * (height + gap)
    most = max([sqrt(area * aspect), *(width for width, _ in sizes)])
    corners: list[Place] = []
    x = y = tallest = 0.0
    for width, height in sizes:
        if x and x + width > most:
            x, y, tallest = 0.0, y + tallest + gap, 0.0
        corners.append((x, y))
        x += width + gap
        tallest = max(tallest, height)
    return corners
