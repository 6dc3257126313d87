"""How groups look: a shape and a color each, so that neither is needed alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Polygon = tuple[tuple[float, float], ...]


def _both_ways(*points: tuple[float, float]) -> Polygon:
    return (*points, *((-x, -y) for x, y in points))


SHAPES: dict[str, Polygon] = {
    "circle": (),
    "square": _both_ways((0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.25), (1.15, 0.75), (-1.15, 0.75)),
    "diamond": _both_ways((0, -1.25), (1.25, 0)),
    "pointing down": ((0, 1.25), (1.15, -0.75), (-1.15, -0.75)),
    "cross": _both_ways(
        (0.45, 1.2), (0.45, 0.45), (1.2, 0.45), (1.2, -0.45), (0.45, -0.45), (0.45, -1.2)
    ),
    "hourglass": ((-1.1, -1.15), (1.1, -1.15), (0.3, 0), (1.1, 1.15), (-1.1, 1.15), (-0.3, 0)),
    "hexagon": _both_ways((1.1, 0), (0.55, 0.95), (-0.55, 0.95)),
}
"""Corners for a radius of 1; a circle has none."""

COLORS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#f0e442", "#999999")
"""Okabe and Ito (2008), and a gray for all others; an outline in the reader's ink gives contrast."""

OTHERS = "others"
_MOST_GROUPS = len(COLORS) - 1


@dataclass(frozen=True)
class Group:
    """A group of people and how it looks."""

    name: str
    shape: str
    color: str
    people: int


def groups_of(
    names: Iterable[str], fixed: Sequence[str] | None = None
) -> tuple[tuple[Group, ...], dict[str, int]]:
    """Return the groups, and for each name which of them it is in.

    Parameters
    ----------
    names
        The group of each person, "" where it is unknown.
    fixed
        Groups in the order that gives them their looks, to have the same in several pictures; by
        default the largest first. All beyond the seventh, and the unknown, are others.
    """
    counts = Counter(names)
    known = [name for name in counts if name]
    order = list(fixed) if fixed else sorted(known, key=lambda name: (-counts[name], name))
    shown = order[:_MOST_GROUPS]
    looks = list(zip(SHAPES, COLORS, strict=True))
    groups = [Group(name, *look, counts[name]) for name, look in zip(shown, looks, strict=False)]
    rest = len(list(counts.elements())) - sum(group.people for group in groups)
    if rest:
        groups.append(Group(OTHERS if shown else "", *(looks[-1] if shown else looks[0]), rest))
    place = {name: shown.index(name) if name in shown else len(shown) for name in counts}
    return tuple(groups), place
