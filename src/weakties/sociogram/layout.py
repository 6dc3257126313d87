"""Where each node of a network stands, in units of about one step between neighbors.

Only + − × ÷ and the square root are used, which give the same result on every machine.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from weakties.sociogram.apart import moved_apart
from weakties.sociogram.forces import settled
from weakties.sociogram.packing import boxed, shelves
from weakties.sociogram.start import unfolded

if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[float, float]

GAP = 0.75
"""About the least distance between two nodes."""

ASPECT = 1.5
"""Width of a picture for a height of 1, as far as its parts can be packed so."""

_BETWEEN_PARTS = 1.2


def layout(count: int, pairs: Sequence[tuple[int, int]], *, aspect: float = ASPECT) -> list[Place]:
    """Return a place for each node.

    Parts that hang together are laid out by forces and packed, the largest first; those tied to
    nobody stand in rows below.

    Parameters
    ----------
    count
        How many nodes there are.
    pairs
        Which of them are tied, each pair once.
    aspect
        Width of the whole for a height of 1, as far as possible.

    Examples
    --------
    >>> layout(3, [])
    [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)]
    """
    near: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    parts = _parts(near)
    drawn = [boxed(_spread(part, near)) for part in parts]
    corners = shelves(
        [(width, height) for _, width, height in drawn], aspect=aspect, gap=_BETWEEN_PARTS
    )
    places: list[Place] = [(0.0, 0.0)] * count
    right = bottom = 0.0
    for part, (inside, width, height), (left, top) in zip(parts, drawn, corners, strict=True):
        right, bottom = max(right, left + width), max(bottom, top + height)
        for node, (x, y) in zip(part, inside, strict=True):
            places[node] = (left + x, top + y)
    alone = [node for node in range(count) if not near[node]]
    columns = max(int(right) + 1, int(sqrt(aspect * len(alone))) + 1)
    first = bottom + _BETWEEN_PARTS if parts else 0.0
    for place, node in enumerate(alone):
        places[node] = (float(place % columns), first + place // columns)
    return places


def _parts(near: list[list[int]]) -> list[list[int]]:
    """Return the parts that hang together, without those alone; largest first."""
    seen = [not others for others in near]
    parts = []
    for node in range(len(near)):
        if seen[node]:
            continue
        seen[node] = True
        part = [node]
        for member in part:
            for other in near[member]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part))


def _spread(part: list[int], near: list[list[int]]) -> list[Place]:
    row = {node: place for place, node in enumerate(part)}
    around = [[row[other] for other in near[node]] for node in part]
    pairs = [(a, b) for a, others in enumerate(around) for b in others if a < b]
    return moved_apart(_roomy(settled(unfolded(around), pairs)), GAP)


def _roomy(places: Sequence[Place]) -> list[Place]:
    """Return the places, spread if their frame has less than one square unit for each.

    Where many are tied to many, the ties pull them into a crowd.
    """
    moved, width, height = boxed(places)
    room = max(width, 1.0) * max(height, 1.0)
    larger = max(1.0, sqrt(len(places) / room))
    return [(x * larger, y * larger) for x, y in moved]
