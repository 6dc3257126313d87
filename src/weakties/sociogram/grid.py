"""Pairs of nodes that are close to each other, found by a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AHEAD = ((1, -1), (1, 0), (1, 1), (0, 1))


def close_pairs(
    xs: Sequence[float], ys: Sequence[float], reach: float | None
) -> Iterator[tuple[int, int, float, float, float]]:
    """Yield each pair once: both nodes, the way from the second to the first, its square.

    Parameters
    ----------
    xs, ys
        Where the nodes are.
    reach
        How far apart a pair may be; None for all pairs.
    """
    if reach is None:
        everybody = list(range(len(xs)))
        blocks = [(everybody, everybody)]
        limit = float("inf")
    else:
        blocks = _blocks(xs, ys, reach)
        limit = reach * reach
    for here, around in blocks:
        for place, a in enumerate(here):
            x_a, y_a = xs[a], ys[a]
            for b in around[place + 1 :]:
                x, y = x_a - xs[b], y_a - ys[b]
                square = x * x + y * y
                if square < limit:
                    yield a, b, x, y, square


def _blocks(
    xs: Sequence[float], ys: Sequence[float], size: float
) -> list[tuple[list[int], list[int]]]:
    """Return the nodes of each cell, and the same followed by those of half the cells around."""
    cells: dict[tuple[int, int], list[int]] = {}
    for node, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((int(x // size), int(y // size)), []).append(node)
    return [
        (
            here,
            here + [node for right, up in _AHEAD for node in cells.get((x + right, y + up), ())],
        )
        for (x, y), here in cells.items()
    ]
