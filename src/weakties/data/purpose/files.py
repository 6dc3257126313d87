"""Two exports of one colleague's connections, line by line, and the newer one as a table."""

from __future__ import annotations

import csv
from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of, first_clear
from weakties.data.world.names import (
    FIRM_WORDS,
    FIRST_NAMES,
    LAST_NAMES,
    PROTAGONISTS_FIRM,
    firm_names,
)

if TYPE_CHECKING:
    from weakties.data.cards import Card

OLD, NEW = "connections_2019.csv", "connections_2026.csv"
_HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
_WHY_SOME_ARE_MISSING = (
    '"When exporting your connection data, you may notice that some of the email addresses are'
    " missing. You will only see email addresses for connections who have allowed their connections"
    ' to see or download their email address."'
)
_NOTES = ("Notes:", _WHY_SOME_ARE_MISSING, "")
"""What stands above the header of the newer file."""

_POSITIONS = (
    "Analyst",
    "Buyer",
    "Engineer, Platform",
    "Head of Sales",
    "Planner",
    "Product Manager",
    "Recruiter",
    "Teacher, part-time",
)
_FIRMS = 60
_ONLY_A_FIRST_NAME = 4
_APART = 0.021


class Entry(NamedTuple):
    """One row of an export; all but the day is empty where the member hid."""

    first: str
    last: str
    url: str
    email: str
    company: str
    position: str
    since: pd.Timestamp


def export_lines(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - see _entries
    """Return the lines of both files, as they stand there."""
    entries = _entries(edition)
    old = [entry for entry in entries if entry.since.year <= 2019]
    texts = {OLD: _file(old, with_url=False), NEW: [*_NOTES, *_file(entries, with_url=True)]}
    rows = [
        (name, number, text)
        for name, lines in texts.items()
        for number, text in enumerate(lines, start=1)
    ]
    table = pd.DataFrame(rows, columns=["file", "line", "text"])
    # As a table in a file is read: an empty line is no text.
    return table.assign(text=table["text"].where(table["text"] != ""))


def first_export(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - see _entries
    """Return the newer file as a table, every row of it."""
    table = pd.DataFrame(_entries(edition)).replace("", None)
    texts = [column for column in table.columns if column != "since"]
    table = table.astype(dict.fromkeys(texts, "str"))
    table.columns = [
        *("first_name", "last_name", "url", "email", "company", "position", "connected_on")
    ]
    table["connected_on"] = table["connected_on"].astype("datetime64[us]")
    table.insert(0, "line", range(len(_NOTES) + 2, len(_NOTES) + 2 + len(table)))
    return table


def _file(entries: list[Entry], *, with_url: bool) -> list[str]:
    """Return header and rows as comma-separated lines."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    rows = [_HEADER, *((*entry[:-1], f"{entry.since:%d %b %Y}") for entry in entries)]
    writer.writerows(row if with_url else (*row[:2], *row[3:]) for row in rows)
    return text.getvalue().splitlines()


@lru_cache(maxsize=2)
def _entries(edition: str) -> list[Entry]:
    # Both datasets are the same export: one source of chance makes both.
    rng, card = chance_of(edition, about("first_export")), about("first_export")
    return first_clear(_is_clear, lambda: _drawn(rng, card))


def _drawn(rng: np.random.Generator, card: Card) -> list[Entry]:
    people = int(card.size_of("people") + rng.integers(-20, 21))
    hidden = round(people * card.size_of("hidden_per_person")) + int(rng.integers(-3, 4))
    names = rng.permutation(len(FIRST_NAMES) * len(LAST_NAMES))[:people]
    firms = firm_names(["software", *(list(FIRM_WORDS) * 7)[: _FIRMS - 1]])
    since = _days(rng, people + hidden)
    entries = []
    for number, (name, day) in enumerate(zip(names, since[:people], strict=True)):
        first = FIRST_NAMES[name % len(FIRST_NAMES)]
        last = LAST_NAMES[name // len(FIRST_NAMES)]
        slug = f"{first}-{last}".lower()
        company = PROTAGONISTS_FIRM if rng.random() < 0.1 else firms[int(rng.integers(_FIRMS))]
        # The first shows a first name and an address alone, and is a person all the same.
        works = rng.random() >= card.size_of("no_company") and number > 0
        shows = rng.random() < card.size_of("shows_address")
        entries.append(
            Entry(
                first,
                "" if number < _ONLY_A_FIRST_NAME else last,
                f"https://www.linkedin.com/in/{slug}",
                f"{slug}@example.com" if shows else "",
                company if works else "",
                _POSITIONS[int(rng.integers(len(_POSITIONS)))] if works else "",
                day,
            )
        )
    entries += [Entry("", "", "", "", "", "", day) for day in since[people:]]
    return sorted(entries, key=lambda entry: (entry.since, entry.url), reverse=True)


def _days(rng: np.random.Generator, n: int) -> pd.DatetimeIndex:
    """Return days of connecting, from 2014 to the request of the newer export."""
    first, last = pd.Timestamp(2014, 3, 1), pd.Timestamp(2026, 9, 4)
    return pd.DatetimeIndex(
        first + pd.to_timedelta(rng.integers((last - first).days + 1, size=n), "D")
    )


def _is_clear(entries: list[Entry]) -> bool:
    """Say whether counts that mistake one kind of row for another differ, and shares stand apart."""
    hidden = [not entry.url for entry in entries]
    people = len(entries) - sum(hidden)
    with_email = sum(bool(entry.email) for entry in entries)
    without = {
        part: sum(not getattr(entry, part) for entry in entries)
        for part in ("last", "email", "company")
    }
    old = [entry for entry in entries if entry.since.year <= 2019]
    counts = [sum(hidden), *without.values(), with_email, people, len(entries)]
    shares = [with_email / people, with_email / len(entries)]
    return bool(
        len(set(counts)) == len(counts)
        and np.diff(np.sort(shares)).min() > _APART
        and abs(0.5 - shares[0]) > _APART
        and 60 < len(old) < people
        and any(not entry.url for entry in old)
    )
