"""The last touch on a layout: nobody stands on anybody else."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from weakties.sociogram.grid import close_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[float, float]

_ROUNDS = 80
_ENOUGH = 0.98


def moved_apart(places: Sequence[Place], gap: float) -> list[Place]:
    """Return the places, moved as little as needed for about `gap` between any two of them."""
    xs, ys = ([place[axis] for place in places] for axis in (0, 1))
    for _ in range(_ROUNDS):
        too_close = [
            pair for pair in close_pairs(xs, ys, gap) if pair[4] < (_ENOUGH * gap) * (_ENOUGH * gap)
        ]
        if not too_close:
            break
        for a, b, x, y, square in too_close:
            move_x, move_y = _half_a_move(x, y, sqrt(square), gap, a)
            xs[a] += move_x
            ys[a] += move_y
            xs[b] -= move_x
            ys[b] -= move_y
    return list(zip(xs, ys, strict=True))


def _half_a_move(x: float, y: float, distance: float, gap: float, node: int) -> Place:
    """Return what each of two nodes has to move, in opposite directions."""
    if distance < 1e-6:
        # On one spot there is no direction to move in: take one that differs by node.
        return (gap / 2, node % 7 * gap / 14) if node % 2 else (node % 5 * gap / 10, gap / 2)
    share = (gap - distance) / 2 / distance
    return x * share, y * share
