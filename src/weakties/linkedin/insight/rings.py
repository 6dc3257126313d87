"""Connections as dots, the oldest in the middle, a ring for each year."""

from __future__ import annotations

import itertools
import math
from enum import StrEnum
from itertools import islice
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
_LANE = 0.1
"""Half of the width of the lane below the middle, in which years are written and nothing lies."""
_LARGEST_DOT = 0.054


class Dot(NamedTuple):
    """A place on the disc of radius 1, and what it stands for."""

    x: float
    y: float
    contact: Contact


class Ring(NamedTuple):
    """Where on the disc of radius 1 a year begins."""

    year: int
    radius: float

    @property
    def gap(self) -> float:
        """Return how far from straight down the ring ends on either side, as an angle."""
        return math.asin(min(1.0, _LANE / self.radius))


class Rings(NamedTuple):
    """The picture: each dot stands for `people` people."""

    people: int
    dots: tuple[Dot, ...]
    rings: tuple[Ring, ...]

    @property
    def largest(self) -> float:
        """Return the radius of the largest dot."""
        return _largest(len(self.dots))

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
    number of people who came in it. Where there are rings, a lane below the middle is left free.
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
    many_years = len({one.year for one in drawn} - {None}) > 1
    spots, reach = _spots(len(drawn), lane=many_years)
    dots, rings = [], []
    before: int | None = None
    for spot, one in zip(spots, drawn, strict=True):
        dots.append(Dot(*_at(spot, reach), one.contact))
        if one.year is not None and one.year != before:
            rings.append(Ring(one.year, math.sqrt(spot) / reach))
            before = one.year
    return Rings(each, tuple(dots), tuple(rings))


def _spots(count: int, *, lane: bool) -> tuple[list[int], float]:
    """Return which spots of the spiral have a dot, and the spiral's reach, in its own unit."""
    reach = math.sqrt(count) or 1.0
    free = _LANE + _largest(count) if lane else 0.0
    while True:
        spots = list(islice((n for n in itertools.count() if _beside(n, reach, free)), count))
        needed = math.sqrt(spots[-1] + 1) if spots else reach
        if needed <= reach:
            return spots, reach
        reach = needed


def _beside(spot: int, reach: float, free: float) -> bool:
    x, y = _at(spot, reach)
    return y >= 0 or abs(x) >= free


def _at(spot: int, reach: float) -> tuple[float, float]:
    radius, turn = math.sqrt(spot + 0.5) / reach, spot * _GOLDEN_ANGLE
    return radius * math.cos(turn), radius * math.sin(turn)


def _largest(dots: int) -> float:
    return min(0.75 / math.sqrt(max(dots, 1)), _LARGEST_DOT)


def _contacts(figures: Figures) -> list[Contact]:
    people = len(figures.people)
    if figures.exchanges is None or not figures.knows_owner:
        return [Contact.UNKNOWN] * people
    found = [Contact.NONE] * people
    for person, both in figures.exchanges["both_ways"].items():
        found[int(str(person))] = Contact.BOTH if both else Contact.ONE
    return found
