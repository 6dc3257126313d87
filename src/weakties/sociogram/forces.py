"""Forces that spread a network: ties pull, people push (Fruchterman and Reingold 1991)."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from weakties.sociogram.grid import close_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    Place = tuple[float, float]

_SMALL = 110  # up to here everybody pushes everybody
_REACH = 2.5
_ROUNDS = 48
_FIRST_STEP, _LAST_STEP = 0.8, 0.02


def settled(places: Sequence[Place], pairs: Sequence[tuple[int, int]]) -> list[Place]:
    """Return where the nodes come to rest; about one unit lies between neighbors.

    Parameters
    ----------
    places
        Where they begin.
    pairs
        Which of them are tied.
    """
    count = len(places)
    xs, ys = ([place[axis] for place in places] for axis in (0, 1))
    reach = _REACH if count > _SMALL else None
    pull = count / max(len(pairs), count)
    for step in range(_ROUNDS):
        push_x, push_y = [0.0] * count, [0.0] * count
        for a, b, x, y, square in close_pairs(xs, ys, reach):
            force = 1 / (square + 0.01)
            push_x[a] += x * force
            push_y[a] += y * force
            push_x[b] -= x * force
            push_y[b] -= y * force
        for a, b in pairs:
            x, y = xs[a] - xs[b], ys[a] - ys[b]
            force = pull * sqrt(x * x + y * y)
            push_x[a] -= x * force
            push_y[a] -= y * force
            push_x[b] += x * force
            push_y[b] += y * force
        most = _FIRST_STEP + (_LAST_STEP - _FIRST_STEP) * step / (_ROUNDS - 1)
        for node in range(count):
            x, y = push_x[node], push_y[node]
            length = sqrt(x * x + y * y)
            shorter = most / length if length > most else 1.0
            xs[node] += x * shorter
            ys[node] += y * shorter
    return list(zip(xs, ys, strict=True))
