"""The threads in which Nadia sits with several people: all that an export tells of ties among others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from weakties.linkedin.sample.letters import NADIA_HERSELF, Row, group_letter, member

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from weakties.linkedin.sample.network import Person

_LINES = {
    "Friday lunch": ("Lunch on Friday?", "In!", "Me too.", "Next time :)", "12:30 then."),
    "Forecast review": ("Numbers are up.", "Looking at them now.", "Line 14 is odd.", "Mended."),
    "Class reunion": ("Who comes in June?", "I do.", "Count me in.", "With children?"),
    "Data Days, speakers": ("Slides by Monday, please.", "Mine are there.", "Almost done."),
    "Churn reading group": ("Chapter 4 for Tuesday.", "I will be late.", "Notes are shared."),
    "Tarn Valley, after hours": ("Anybody heard more?", "Nothing official.", "Coffee at ten?"),
}


def groups_among(people: list[Person], random: Random) -> list[list[Row]]:
    """Return a thread for each circle of Nadia's, its oldest message first."""
    colleagues = [person for person in people if person.company == "Tarn Valley"]
    classmates = _largest(people, lambda person: person.school)
    others = [person for person in people if person not in colleagues]
    strong = [person for person in others if person.strong]
    speakers = random.sample(others, 6)
    tables = (
        ("Friday lunch", colleagues[-5:], datetime(2024, 11, 6, 10, 5, tzinfo=UTC)),
        ("Forecast review", colleagues[-9:-2], datetime(2025, 3, 4, 8, 15, tzinfo=UTC)),
        ("Class reunion", classmates[:5], datetime(2025, 5, 12, 18, 40, tzinfo=UTC)),
        ("Data Days, speakers", speakers, datetime(2025, 9, 22, 9, 0, tzinfo=UTC)),
        ("Churn reading group", [*strong[:4], *speakers[:2]], datetime(2026, 2, 3, tzinfo=UTC)),
        ("Tarn Valley, after hours", colleagues[-7:], datetime(2026, 9, 17, 19, 0, tzinfo=UTC)),
    )
    return [_group(title, table, when, random) for title, table, when in tables if len(table) > 1]


def _largest(people: list[Person], circle: Callable[[Person], str]) -> list[Person]:
    names = [circle(person) for person in people]
    most = max(sorted(set(names)), key=names.count)
    return [person for person, name in zip(people, names, strict=True) if name == most]


def _group(title: str, table: list[Person], when: datetime, random: Random) -> list[Row]:
    members = [NADIA_HERSELF, *(member(person) for person in dict.fromkeys(table))]
    rows = []
    for turn, text in enumerate(_LINES[title]):
        sender = members[turn % len(members)]
        others = [one for one in members if one != sender]
        rows.append(group_letter(sender, others, when, text, title=title))
        when += timedelta(minutes=random.randrange(1, 90))
    return rows
