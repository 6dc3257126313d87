"""A network picture as plain data: who stands where, and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from weakties.sociogram.labels import Label, labels_of
from weakties.sociogram.layout import ASPECT, GAP, layout
from weakties.sociogram.marks import Group, groups_of
from weakties.sociogram.network import Person, Tie, check_people, merged_ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 720
MARGIN = 44
_ABOVE = 28
_TALLEST = 500
_LONGEST_STEP = 62.0
_LARGEST, _SMALLEST = 9.0, 2.5
_FACTORS = (0.75, 1.7)


@dataclass(frozen=True)
class Node:
    """A person in the picture.

    Parameters
    ----------
    person
        Who it is.
    group
        Which of the picture's groups.
    x, y, radius
        In units of the drawing.
    near
        Row numbers of those with a tie, in their order.
    label
        Where the name goes.
    """

    person: Person
    group: Group
    x: float
    y: float
    radius: float
    near: tuple[int, ...]
    label: Label


@dataclass(frozen=True)
class Line:
    """A tie in the picture: row numbers of both ends, width from 1 to 3, broken or not."""

    a: int
    b: int
    width: int
    dashed: bool


@dataclass(frozen=True)
class Picture:
    """A network picture.

    Parameters
    ----------
    title
        What it shows.
    group_label
        What the groups are.
    marked_word
        What it means to be marked.
    """

    title: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    height: float
    width: int = WIDTH
    group_label: str = "Group"
    marked_word: str = "marked"


def picture_of(
    people: Sequence[Person],
    ties: Iterable[Tie],
    *,
    title: str,
    groups: Sequence[str] | None = None,
    group_label: str = "Group",
    marked_word: str = "marked",
    width: int = WIDTH,
) -> Picture:
    """Lay out a network; the same people and ties give the same picture, in any order.

    Parameters
    ----------
    people
        From 1 to 500, each with an id of its own.
    ties
        Between them, in no direction; those between the same two people become one.
    title
        What the picture shows.
    groups
        Their order, which gives them shape and color; by default the largest first.
    group_label
        What the groups are: "Industry".
    marked_word
        What it means to be marked: "picked".
    width
        Of the drawing, in its units; a narrow one, for a phone, is taller.

    Raises
    ------
    ValueError
        If the people or the ties can't be drawn; the message says what to do.

    Examples
    --------
    >>> three = [Person("a", "Ana"), Person("b", "Bo"), Person("c", "Cy")]
    >>> picture = picture_of(three, [Tie("a", "b")], title="Three")
    >>> [(node.person.name, len(node.near)) for node in picture.nodes]
    [('Ana', 1), ('Bo', 1), ('Cy', 0)]
    """
    check_people(people)
    by_id = sorted(range(len(people)), key=lambda row: people[row].id)
    ordered = [people[row] for row in by_id]
    merged = merged_ties(ordered, ties)
    looks, group_of = groups_of([person.group for person in people], groups)
    places, step, height = _in_frame(
        layout(len(ordered), list(merged), aspect=ASPECT * (width / WIDTH) ** 2), width
    )
    radii = _radii([person.size for person in ordered], step)
    near: list[list[int]] = [[] for _ in people]
    for a, b in merged:
        near[by_id[a]].append(by_id[b])
        near[by_id[b]].append(by_id[a])
    labels = labels_of(
        [person.name for person in ordered],
        [(*place, radius) for place, radius in zip(places, radii, strict=True)],
        importance=[
            (person.marked, len(near[row])) for person, row in zip(ordered, by_id, strict=True)
        ],
        frame=(width, height),
    )
    nodes = {
        row: Node(
            person, looks[group_of[person.group]], *place, radius, tuple(sorted(near[row])), label
        )
        for row, person, place, radius, label in zip(
            by_id, ordered, places, radii, labels, strict=True
        )
    }
    return Picture(
        title=title,
        nodes=tuple(nodes[row] for row in range(len(people))),
        lines=_lines(merged, by_id),
        groups=looks,
        height=height,
        width=width,
        group_label=group_label,
        marked_word=marked_word,
    )


def _in_frame(
    places: Sequence[tuple[float, float]], wide: int
) -> tuple[list[tuple[float, float]], float, float]:
    """Return the places in units of the drawing, the length of one step, and the height."""
    left, top = min(x for x, _ in places), min(y for _, y in places)
    width = max(x for x, _ in places) - left
    height = max(y for _, y in places) - top
    step = min(
        _LONGEST_STEP,
        (wide - 2 * MARGIN) / (width or 1.0),
        (_TALLEST * WIDTH / wide - 2 * _ABOVE) / (height or 1.0),
    )
    right = (wide - width * step) / 2
    moved = [
        (round(right + (x - left) * step, 1), round(_ABOVE + (y - top) * step, 1))
        for x, y in places
    ]
    return moved, step, round(height * step + 2 * _ABOVE, 1)


def _radii(sizes: Sequence[float], step: float) -> list[float]:
    """Return radii whose squares follow the sizes, small enough not to overlap."""
    middle = sorted(sizes)[len(sizes) // 2]
    least, most = _FACTORS
    factors = [min(max(sqrt(size / middle), least), most) for size in sizes]
    unit = min(_LARGEST, 0.38 * GAP * step / max(factors))
    return [round(max(unit * factor, _SMALLEST), 1) for factor in factors]


def _lines(merged: dict[tuple[int, int], Tie], by_id: Sequence[int]) -> tuple[Line, ...]:
    weights = [tie.weight for tie in merged.values()]
    least, most = min(weights, default=0.0), max(weights, default=0.0)
    lines = []
    for (a, b), tie in merged.items():
        first, second = sorted((by_id[a], by_id[b]))
        width = 1 if least == most else min(3, 1 + int(3 * tie.weight / most))
        lines.append(Line(first, second, width, tie.dashed))
    return tuple(lines)
