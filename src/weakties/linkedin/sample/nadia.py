"""Nadia Ferro's export: an analyst at Tarn Valley, on LinkedIn since 2012."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from weakties.linkedin.names import full_name
from weakties.linkedin.sample.mailbox import messages_with
from weakties.linkedin.sample.network import MADE_ON, connections_of, people_of
from weakties.linkedin.sample.words import NOTES
from weakties.linkedin.tables import Tables, frame
from weakties.linkedin.writing import write_export

if TYPE_CHECKING:
    import os

    import pandas as pd

    from weakties.linkedin.export import Era
    from weakties.linkedin.sample.network import Person


def write_sample(
    path: str | os.PathLike[str], *, era: Era = "since-2023", excel: bool = False
) -> None:
    """Write Nadia Ferro's export, byte for byte the same each time.

    Parameters
    ----------
    path
        A new zip, or a new or empty folder.
    era
        Which form the files have.
    excel
        Whether Excel opened and saved the files.

    Raises
    ------
    ExportError
        If the place is taken or can't be written to.
    """
    write_export(sample_tables(), path, era=era, quoted=era == "since-2023", excel=excel)


def sample_tables() -> Tables:
    """Return the tables of Nadia Ferro's export, the same each time."""
    random = Random("Nadia Ferro")  # noqa: S311 - a story, not a secret
    people = people_of(random)
    return Tables(
        connections=connections_of(people, random),
        messages=messages_with(people, random),
        invitations=_invitations(people, random),
        profile=frame(
            "profile",
            {
                "first_name": ["Nadia"],
                "last_name": ["Ferro"],
                "headline": ["Analyst at Tarn Valley"],
                "summary": ["I count what can be counted\nand ask about the rest."],
                "industry": ["Business services"],
                "location": ["Porto Lune"],
            },
        ),
        positions=frame(
            "positions",
            {
                "company": ["Tarn Valley", "Osprey & Finch", "Brackwater Analytics"],
                "title": ["Analyst", "Analyst", "Junior Analyst"],
                "description": ["Pricing, churn, and what the board asks for.", "", ""],
                "location": ["Porto Lune"] * 3,
                "started_on": [date(2020, 9, 1), date(2017, 3, 1), date(2013, 9, 1)],
                "finished_on": [None, date(2020, 8, 1), date(2017, 2, 1)],
            },
        ),
        endorsements=_endorsements(people, random),
        recommendations=_recommendations(people),
    )


def _invitations(people: list[Person], random: Random) -> pd.DataFrame:
    """Return recent invitations: a few that were accepted, most still open."""
    recent = [person for person in people if person.since.year == MADE_ON.year][:6]
    pending = [(f"{name} {last}", slug) for name, last, slug in _PENDING]
    others = [(full_name(person.first, person.last), person.slug) for person in recent] + pending
    rows: dict[str, list[object]] = {name: [] for name in _INVITATION}
    for place, (name, slug) in enumerate(others):
        outgoing = place % 3 != 2
        pair = [("Nadia Ferro", "nadia-ferro"), (name, slug)]
        sender, recipient = pair if outgoing else pair[::-1]
        values = (
            sender[0],
            recipient[0],
            f"2026-09-{1 + place * 2:02}T{8 + place}:{random.randrange(60):02}:00",
            random.choice(NOTES) if place % 4 == 0 else "",
            "OUTGOING" if outgoing else "INCOMING",
            sender[1],
            recipient[1],
        )
        for column, value in zip(rows.values(), values, strict=True):
            column.append(value)
    return frame("invitations", rows)


_INVITATION = (
    *("sender", "recipient", "sent_at", "message", "direction"),
    *("sender_slug", "recipient_slug"),
)
_PENDING = (
    ("Gale", "Thornmere", "gale-thornmere"),
    ("Isolde", "Packwood", "isolde-packwood-4"),
    ("Rune", "Alderfen", "rune-alderfen"),
    ("Tamsin", "Quayle-Ito", "tamsin-qi"),
    ("Bastian", "Lockheart", "b-lockheart"),
    ("Nell", "Overstrand", "nell-overstrand"),
    ("Viggo", "Candlemas", "viggo-candlemas"),
)


def _endorsements(people: list[Person], random: Random) -> pd.DataFrame:
    chosen = [person for person in people if person.closeness > 0.5][:24]
    return frame(
        "endorsements",
        {
            "direction": ["RECEIVED" if place % 3 else "GIVEN" for place in range(len(chosen))],
            "first_name": [person.first for person in chosen],
            "last_name": [person.last for person in chosen],
            "slug": [person.slug for person in chosen],
            "skill": [random.choice(("SQL", "Statistics", "Storytelling")) for _ in chosen],
            "endorsed_at": [
                f"{min(person.since + timedelta(days=50), MADE_ON)}T15:02:55" for person in chosen
            ],
            "status": ["ACCEPTED"] * len(chosen),
        },
    )


def _recommendations(people: list[Person]) -> pd.DataFrame:
    chosen = [person for person in people if person.closeness > 0.8][:3]
    return frame(
        "recommendations",
        {
            "direction": ["RECEIVED"] * len(chosen),
            "first_name": [person.first for person in chosen],
            "last_name": [person.last for person in chosen],
            "company": [person.company for person in chosen],
            "title": [person.position for person in chosen],
            "text": ["Nadia asks the question, and then waits for the answer."] * len(chosen),
            "written_at": ["2021-03-04T10:00:00"] * len(chosen),
            "status": ["VISIBLE"] * len(chosen),
        },
    )
