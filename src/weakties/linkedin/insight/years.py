"""Year by year: who came, what was written, and with how many people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from weakties.linkedin.names import full_name

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from weakties.linkedin.figures import Figures


class Year(NamedTuple):
    """One year: new connections and their sum, messages of both sides, people in contact."""

    year: int
    came: int
    in_all: int
    sent: int
    received: int
    people: int


class Tie(NamedTuple):
    """Somebody with the day on which they became a connection."""

    name: str
    since: date


def years_of(figures: Figures, *, dated: bool) -> list[Year]:
    """Return every year from the first to the last with anything in it.

    Without `dated` the days of connections tell no year, as in a copy without names.
    """
    came = _counted(figures.people["connected_on"].dropna().dt.year) if dated else {}
    sent: dict[int, int] = {}
    received: dict[int, int] = {}
    people: dict[int, int] = {}
    if figures.conversations is not None:
        messages = figures.conversations.messages.dropna(subset="sent_at")
        year = messages["sent_at"].dt.year
        sent = _counted(year[messages["by_owner"]])
        received = _counted(year[~messages["by_owner"]])
        others = messages.assign(year=year)[~messages["by_owner"] & (messages["person"] >= 0)]
        people = _counted(others.drop_duplicates(["year", "person"])["year"])
    known = sorted({*came, *sent, *received})
    years: list[Year] = []
    for one in range(known[0], known[-1] + 1) if known else ():
        new = came.get(one, 0)
        before = years[-1].in_all if years else 0
        counts = (table.get(one, 0) for table in (sent, received, people))
        years.append(Year(one, new, before + new, *counts))
    return years


def _counted(years: pd.Series[Any]) -> dict[int, int]:
    return {int(str(year)): int(count) for year, count in years.value_counts().items()}


def last_whole_year(figures: Figures, years: list[Year]) -> Year | None:
    """Return the latest year that had ended on the figures' day; else the latest of all."""
    if figures.as_of is None or not years:
        return None
    ended = [one for one in years if one.year < figures.as_of.year]
    return (ended or years)[-1]


def oldest_ties(figures: Figures, *, most: int = 5, writing_since: date | None = None) -> list[Tie]:
    """Return people by the day on which they came, the oldest first.

    Parameters
    ----------
    figures
        The figures of an archive; days of a copy are not its people's own.
    most
        So many of them.
    writing_since
        Only those with messages both ways, of which the latest is not older.
    """
    import pandas as pd

    columns = ["first_name", "last_name", "slug", "connected_on"]
    people = figures.people[columns].dropna(subset="connected_on")
    if writing_since is not None:
        if figures.exchanges is None:
            return []
        table = figures.exchanges[figures.exchanges["both_ways"]]
        recent = table["last"].dt.tz_localize(None) >= pd.Timestamp(writing_since)
        people = people[people.index.isin(table.index[recent])]
    first = people.sort_values("connected_on", kind="stable").head(most)
    return [
        Tie(full_name(given, family) or slug, day.date())
        for given, family, slug, day in first.itertuples(index=False, name=None)
    ]
