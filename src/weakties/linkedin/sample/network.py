"""Whom Nadia knows: circles of her life, each with its time, its firm and its closeness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from weakties.linkedin.sample.words import (
    EMPLOYERS,
    FIRST_NAMES,
    LAST_NAMES,
    POSITIONS,
    SMALL_FIRMS,
    TITLES,
)
from weakties.linkedin.slugs import url_of
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    from random import Random

    import pandas as pd

MADE_ON = date(2026, 10, 3)
_HIDDEN = (
    date(2014, 5, 9),
    date(2016, 2, 20),
    date(2018, 10, 12),
    date(2021, 7, 7),
    date(2026, 6, 7),
)
_DUPLICATES = 3


@dataclass(frozen=True)
class Person:
    """Somebody Nadia is tied to; `closeness` goes from 0 to 1."""

    first: str
    last: str
    slug: str
    company: str
    position: str
    since: date
    closeness: float


@dataclass(frozen=True)
class _Circle:
    """How many people came in which time, from where, how close, and how many are there still."""

    people: int
    begin: date
    end: date
    company: str | None
    closeness: float
    stayed: float


_CIRCLES = (
    _Circle(34, date(2012, 3, 1), date(2013, 9, 1), "Lumen Street University", 0.45, 0.1),
    _Circle(46, date(2013, 9, 2), date(2017, 3, 1), "Brackwater Analytics", 0.4, 0.35),
    _Circle(52, date(2017, 3, 2), date(2020, 8, 31), "Osprey & Finch", 0.4, 0.45),
    _Circle(31, date(2018, 10, 10), date(2018, 10, 27), None, 0.15, 0.0),  # the Data Days
    _Circle(70, date(2020, 9, 1), date(2026, 8, 31), "Tarn Valley", 0.5, 0.75),
    _Circle(74, date(2014, 1, 1), date(2026, 8, 31), None, 0.2, 0.0),  # strangers, customers
    _Circle(63, date(2026, 9, 1), date(2026, 9, 30), None, 0.03, 0.0),  # 400 were asked for
)


def people_of(random: Random) -> list[Person]:
    """Return the people, latest tie first, as LinkedIn lists them; no two bear one name."""
    names = [(first, last) for first in FIRST_NAMES for last in LAST_NAMES]
    random.shuffle(names)
    people = [
        _person(circle, *names.pop(), random) for circle in _CIRCLES for _ in range(circle.people)
    ]
    return sorted(people, key=lambda person: (person.since, person.slug), reverse=True)


def _person(circle: _Circle, first: str, last: str, random: Random) -> Person:
    days = (circle.end - circle.begin).days
    stays = circle.company is not None and random.random() < circle.stayed
    elsewhere = EMPLOYERS if random.random() < 0.6 else SMALL_FIRMS
    company = circle.company if stays and circle.company else random.choice(elsewhere)
    if random.random() < 0.05:
        company = random.choice(("", "", "undefined"))
    slug = f"{first}-{last}".lower() + random.choice(("", "", f"-{random.randrange(10, 999)}"))
    return Person(
        first=f"🌱 {first}" if random.random() < 0.02 else first,
        last=last + random.choice(TITLES),
        slug=slug,
        company=company,
        position="" if random.random() < 0.04 else random.choice(POSITIONS),
        since=circle.begin + timedelta(days=random.randrange(days + 1)),
        closeness=min(1.0, random.betavariate(2, 2) * 2 * circle.closeness),
    )


def connections_of(people: list[Person], random: Random) -> pd.DataFrame:
    """Return Connections.csv: the people, a few of them twice, and members who hid."""
    rows = [_row(person, random) for person in people]
    for row in random.sample(rows, _DUPLICATES):
        again = {**row, "url": f"{str(row['url']).upper()}/?trk=contacts"}
        rows.insert(rows.index(row) + 1, again)
    for day in _HIDDEN:
        earlier = (at for at, row in enumerate(rows) if str(row["connected_on"]) <= f"{day}")
        place = next(earlier, len(rows))
        rows.insert(place, {**dict.fromkeys(rows[0], ""), "connected_on": day})
    return frame("connections", {column: [row[column] for row in rows] for column in rows[0]})


def _row(person: Person, random: Random) -> dict[str, str | date]:
    open_about_mail = random.random() < 0.12
    mail = f"{person.slug.split('-')[0]}@example.org" if open_about_mail else ""
    return {
        "first_name": person.first,
        "last_name": person.last,
        "slug": person.slug,
        "url": url_of(person.slug),
        "email": mail.replace("é", "e"),
        "company": person.company,
        "position": person.position,
        "connected_on": person.since,
    }
