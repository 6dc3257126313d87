"""Nadia Ferro's export: an analyst at Tarn Valley, on LinkedIn since 2018."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from weakties.linkedin.sample.invitations import invitations_of
from weakties.linkedin.sample.mailbox import messages_with
from weakties.linkedin.sample.network import MADE_ON, NADIA, connections_of, people_of
from weakties.linkedin.tables import Tables, frame
from weakties.linkedin.writing import write_export

if TYPE_CHECKING:
    import os

    import pandas as pd

    from weakties.linkedin.export import Era
    from weakties.linkedin.sample.network import Person


def write_sample(
    path: str | os.PathLike[str],
    *,
    era: Era = "since-2023",
    excel: bool = False,
    edition: str | None = None,
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
    edition
        Whose world she lives in; by default that of all other data here.

    Raises
    ------
    ExportError
        If the place is taken or can't be written to.
    DataError
        If the edition can't be a name.
    """
    tables = sample_tables(edition)
    write_export(tables, path, era=era, quoted=era == "since-2023", excel=excel)


def sample_tables(edition: str | None = None) -> Tables:
    """Return the tables of Nadia Ferro's export, the same each time for an edition."""
    from weakties.data.editions import current_edition
    from weakties.data.world.datasets import world_of

    world = world_of(edition or current_edition())
    random = Random(f"Nadia Ferro in {world.edition}")  # noqa: S311 - a story, not a secret
    people = people_of(world, random)
    home = world.people.loc[NADIA, "city"]
    return Tables(
        connections=connections_of(people, random),
        messages=messages_with(people, world.parameters, random),
        invitations=invitations_of(world, people, random),
        profile=frame(
            "profile",
            {
                "first_name": ["Nadia"],
                "last_name": ["Ferro"],
                "headline": ["Analyst at Tarn Valley"],
                "summary": ["I count what can be counted\nand ask about the rest."],
                "industry": ["Software"],
                "location": [home],
            },
        ),
        positions=frame(
            "positions",
            {
                "company": ["Tarn Valley", "Tarn Valley", "Brackwater Analytics"],
                "title": ["Analyst", "Junior Analyst", "Working student"],
                "description": ["Pricing, churn, and what the board asks for.", "", ""],
                "location": [home] * 3,
                "started_on": [date(2021, 4, 1), date(2018, 10, 1), date(2016, 10, 1)],
                "finished_on": [None, date(2021, 3, 1), date(2018, 9, 1)],
            },
        ),
        endorsements=_endorsements(people, random),
        recommendations=_recommendations(people),
    )


def _endorsements(people: list[Person], random: Random) -> pd.DataFrame:
    chosen = sorted(people, key=lambda person: (-person.talks_per_year, person.slug))[:24]
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
    chosen = [person for person in people if person.strong][:3]
    return frame(
        "recommendations",
        {
            "direction": ["RECEIVED"] * len(chosen),
            "first_name": [person.first for person in chosen],
            "last_name": [person.last for person in chosen],
            "company": [person.company for person in chosen],
            "title": [person.position for person in chosen],
            "text": ["Nadia asks the question, and then waits for the answer."] * len(chosen),
            "written_at": [f"{person.since + timedelta(days=90)}T10:00:00" for person in chosen],
            "status": ["VISIBLE"] * len(chosen),
        },
    )
