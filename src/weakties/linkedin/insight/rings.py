"""Connections as dots, the oldest in the middle, a ring for each year."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.linkedin.figures import Figures

MOST_DOTS = 900
_ROUND = (1, 2, 5)
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


class Contact(StrEnum):
    """What was ever written between the owner and somebody."""

    BOTH = "messages both ways"
    ONE = "messages one way"
    NONE = "no message yet"
    UNKNOWN = "not in the export"


SIZES = {Contact.BOTH: 1.0, Contact.ONE: 0.7, Contact.NONE: 0.45, Contact.UNKNOWN: 0.7}
"""How large a dot is drawn beside the largest: nothing is told by a color alone."""

_ROOM_OF_A_YEAR = 0.16


class Dot(NamedTuple):
    """A place on the disc of radius 1, and what it stands for."""

    x: float
    y: float
    contact: Contact


class Ring(NamedTuple):
    """Where on the disc of radius 1 a year begins."""

    year: int
    radius: float


class Rings(NamedTuple):
    """The picture: each dot stands for `people` people."""

    people: int
    dots: tuple[Dot, ...]
    rings: tuple[Ring, ...]

    @property
    def labeled(self) -> list[Ring]:
        """Return the rings whose years have room to be written, the last one among them."""
        shown: list[Ring] = []
        for ring in reversed(self.rings[1:]):
            free = shown[-1].radius - _ROOM_OF_A_YEAR if shown else 1.0
            if _ROOM_OF_A_YEAR < ring.radius < free:
                shown.append(ring)
        return shown


class _Joined(NamedTuple):
    year: int | None
    contact: Contact


def rings_of(figures: Figures, *, dated: bool) -> Rings:
    """Return the picture of an export; without `dated` it has no years.

    The n-th dot lies at a distance that grows with the square root of n and turned by the golden
    angle, so that all dots have the same room (Vogel, 1979) and a year's ring is as large as the
    number of people who came in it.
    """
    days = figures.people["connected_on"]
    order = days.argsort(kind="stable").tolist() if dated else list(range(len(days)))
    each = people_a_dot(len(order))
    rows = order[each // 2 :: each] or order[:1]
    contacts = _contacts(figures)
    years = days.iloc[rows].dt.year if dated else [math.nan] * len(rows)
    drawn = [
        _Joined(None if math.isnan(year) else int(year), contacts[row])
        for row, year in zip(rows, years, strict=True)
    ]
    return _placed(each, drawn)


def people_a_dot(people: int) -> int:
    """Return for how many people a dot stands, so that there are not too many.

    Examples
    --------
    >>> people_a_dot(150), people_a_dot(901), people_a_dot(30_000)
    (1, 2, 50)
    """
    ten = 1
    while people > MOST_DOTS * ten * _ROUND[-1]:
        ten *= 10
    return next(ten * digit for digit in _ROUND if people <= MOST_DOTS * ten * digit)


def _placed(each: int, drawn: Sequence[_Joined]) -> Rings:
    reach = math.sqrt(len(drawn)) or 1.0
    dots, rings = [], []
    before: int | None = None
    for place, one in enumerate(drawn):
        radius = math.sqrt(place + 0.5) / reach
        turn = place * _GOLDEN_ANGLE
        dots.append(Dot(radius * math.cos(turn), radius * math.sin(turn), one.contact))
        if one.year is not None and one.year != before:
            rings.append(Ring(one.year, math.sqrt(place) / reach))
            before = one.year
    return Rings(each, tuple(dots), tuple(rings))


def _contacts(figures: Figures) -> list[Contact]:
    people = len(figures.people)
    if figures.exchanges is None or not figures.knows_owner:
        return [Contact.UNKNOWN] * people
    found = [Contact.NONE] * people
    for person, both in figures.exchanges["both_ways"].items():
        found[int(str(person))] = Contact.BOTH if both else Contact.ONE
    return found
