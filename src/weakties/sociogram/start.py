"""Where a layout begins: pivot MDS, which unfolds a network as a whole (Brandes and Pich 2007)."""

from __future__ import annotations

from math import fsum, sqrt
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Neighbors = Sequence[Sequence[int]]

_PIVOTS = 12
_POWER_STEPS = 60
_JITTER = 0.4
# Multiples of these two, without their whole part, fill a square evenly (Roberts 2018).
_EVENLY = (0.7548776662466927, 0.5698402909980532)


def unfolded(near: Neighbors) -> list[tuple[float, float]]:
    """Return a place for each node of a connected network, so that steps look like distances.

    Parameters
    ----------
    near
        The neighbors of each node, as its row number.
    """
    distances = [_steps_from(pivot, near) for pivot in _pivots(near)]
    centered = _double_centered(distances)
    columns = list(zip(*centered, strict=True))
    products = [[_dot(left, right) for right in columns] for left in columns]
    first = _leading(products, ())
    second = _leading(products, (first,))
    return [
        (
            _dot(row, first) + _JITTER * (place * _EVENLY[0] % 1 - 0.5),
            _dot(row, second) + _JITTER * (place * _EVENLY[1] % 1 - 0.5),
        )
        for place, row in enumerate(centered)
    ]


def _pivots(near: Neighbors) -> list[int]:
    """Return nodes far from each other: each next one is farthest from those before."""
    pivots = [0]
    nearest = _steps_from(0, near)
    while len(pivots) < min(_PIVOTS, len(near)):
        farthest = nearest.index(max(nearest))
        pivots.append(farthest)
        nearest = list(map(min, nearest, _steps_from(farthest, near)))
    return pivots


def _steps_from(source: int, near: Neighbors) -> list[int]:
    steps = [-1] * len(near)
    steps[source] = 0
    front = [source]
    for node in front:
        for other in near[node]:
            if steps[other] < 0:
                steps[other] = steps[node] + 1
                front.append(other)
    return steps


def _double_centered(distances: list[list[int]]) -> list[list[float]]:
    """Return −½ of the squared distances, one row a node, without the means of rows and columns."""
    squares = [[-0.5 * step * step for step in column] for column in distances]
    by_pivot = [fsum(column) / len(column) for column in squares]
    rows = list(zip(*squares, strict=True))
    by_node = [fsum(row) / len(row) for row in rows]
    mean = fsum(by_node) / len(by_node)
    return [
        [value - own - across + mean for value, across in zip(row, by_pivot, strict=True)]
        for row, own in zip(rows, by_node, strict=True)
    ]


def _leading(products: list[list[float]], found: Sequence[list[float]]) -> list[float]:
    """Return the direction in which nodes vary most, at right angles to those found before.

    It is scaled so that places along it are as far from each other as steps in the network.
    """
    vector = [1 / (place + 1) for place in range(len(products))]
    length = 0.0
    for _ in range(_POWER_STEPS):
        for other in found:
            share = _dot(vector, other) / (_dot(other, other) or 1.0)
            vector = [value - share * unit for value, unit in zip(vector, other, strict=True)]
        vector = [_dot(row, vector) for row in products]
        length = sqrt(_dot(vector, vector))
        if length < 1e-9:
            return [0.0] * len(vector)
        vector = [value / length for value in vector]
    scale = sqrt(sqrt(length / len(products)))
    return [value / (scale or 1.0) for value in vector]


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    # Not sum(): since Python 3.12 it rounds floats in another way than before.
    return fsum(map(mul, left, right))
