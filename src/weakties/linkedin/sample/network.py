"""Whom Nadia knows: her ties in the simulated world, as her list of connections shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from weakties.linkedin.sample.titles import HEADLINES, TITLES
from weakties.linkedin.sample.words import CREDENTIALS
from weakties.linkedin.slugs import url_of
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    import pandas as pd

    from weakties.data.world import World

NADIA = 0
MADE_ON = date(2026, 10, 3)
"""The day of the archive; the world goes on until the end of that year."""

_HIDDEN = 9
_DUPLICATES = 3


@dataclass(frozen=True)
class Person:
    """Somebody Nadia is tied to.

    Parameters
    ----------
    number
        The person's row in the world.
    since, until
        From when they were tied, and when they lost touch; None if they are in touch.
    strong
        Whether the tie is strong.
    talks_per_year
        How often they talk while in touch, in whatever way.
    wrote
        Whether they wrote within a month of connecting.
    """

    number: int
    first: str
    last: str
    slug: str
    company: str
    position: str
    school: str
    since: date
    until: date | None
    strong: bool
    talks_per_year: float
    wrote: bool


def people_of(world: World, random: Random) -> list[Person]:
    """Return the people, latest tie first, as LinkedIn lists them; no two bear one name."""
    ties = world.ties[(world.ties["a"] == NADIA) | (world.ties["b"] == NADIA)]
    ties = ties[ties["since"].dt.date <= MADE_ON]
    numbers = ties["a"] + ties["b"] - NADIA
    profiles = world.people.astype({"first_name": "str", "last_name": "str"}).loc[numbers]
    sent = world.invitations
    wrote = sent[(sent["sender_id"] == NADIA) | (sent["receiver_id"] == NADIA)]
    wrote = wrote[wrote["wrote"] == "yes"]
    who_wrote = set(wrote["sender_id"]) | set(wrote["receiver_id"])
    taken: set[str] = set()
    people = [
        _person(profile, tie, taken, random, wrote=profile["person_id"] in who_wrote)
        for profile, tie in zip(profiles.to_dict("records"), ties.to_dict("records"), strict=True)
    ]
    return sorted(people, key=lambda person: (person.since, person.slug), reverse=True)


def slug_for(first: str, last: str, number: int) -> str:
    """Return a profile's key; every other person of the world has a number behind the name.

    Examples
    --------
    >>> slug_for("Zoe", "Benali", 18), slug_for("Zoe", "Benali", 19)
    ('zoe-benali', 'zoe-benali-19')
    """
    name = f"{first}-{last}".lower()
    return f"{name}-{number}" if number % 2 else name


def _person(
    profile: Mapping[Any, Any],
    tie: Mapping[Any, Any],
    taken: set[str],
    random: Random,
    *,
    wrote: bool,
) -> Person:
    first, last, number = profile["first_name"], profile["last_name"], profile["person_id"]
    slug = slug_for(first, last, number)
    if f"{first} {last}" in taken:
        first, slug = f"{first} {random.choice('BEJKMT')}.", f"{slug}-{number}"
    taken.add(f"{first} {last}")
    company = profile["employer"]
    if random.random() < 0.05:
        company = random.choice(("", "", "undefined"))
    title = TITLES[profile["function"]][profile["seniority"]]
    if random.random() < 0.12:
        title = random.choice(HEADLINES)
    lost_touch = tie["ended"].date() if tie["ended"] == tie["ended"] else None
    return Person(
        number=number,
        first=f"🌱 {first}" if random.random() < 0.02 else first,
        last=last + random.choice(CREDENTIALS),
        slug=slug,
        company=company,
        position=title,
        school=profile["school"],
        since=tie["since"].date(),
        until=lost_touch if lost_touch and lost_touch < MADE_ON else None,
        strong=tie["strength"] == "strong",
        talks_per_year=tie["talks_per_year"],
        wrote=wrote,
    )


def connections_of(people: list[Person], random: Random) -> pd.DataFrame:
    """Return Connections.csv: the people, a few of them twice, and members who hid."""
    rows = [_row(person, random) for person in people]
    for row in random.sample(rows, _DUPLICATES):
        again = {**row, "url": f"{str(row['url']).upper()}/?trk=contacts"}
        rows.insert(rows.index(row) + 1, again)
    for person in random.sample(people, _HIDDEN):
        earlier = (at for at, row in enumerate(rows) if row["connected_on"] == person.since)
        rows.insert(next(earlier), {**dict.fromkeys(rows[0], ""), "connected_on": person.since})
    return frame("connections", {column: [row[column] for row in rows] for column in rows[0]})


def _row(person: Person, random: Random) -> dict[str, str | date]:
    open_about_mail = random.random() < 0.12
    mail = f"{person.slug.split('-')[0]}@example.org" if open_about_mail else ""
    return {
        "first_name": person.first,
        "last_name": person.last,
        "slug": person.slug,
        "url": url_of(person.slug),
        "email": mail,
        "company": person.company,
        "position": person.position,
        "connected_on": person.since,
    }
