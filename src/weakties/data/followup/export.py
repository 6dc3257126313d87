"""Nadia's connections and messages, in the columns that the reader of an export gives."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of, first_clear, of_edition
from weakties.data.followup.clear import stands_apart
from weakties.data.followup.contacts import MADE_ON, contacts_of
from weakties.data.followup.letters import (
    HER,
    TALKED,
    groups_among,
    kinds_of_threads,
    nobodys_letters,
    thread_with,
)

if TYPE_CHECKING:
    import numpy as np

    from weakties.data.cards import Card
    from weakties.data.followup.contacts import Contact
    from weakties.data.followup.letters import Letter

_SHEET_BEGINS = 5
"""The line of Connections.csv on which the first person stands; above it are a note and a header."""
_NO_COMPANY = 0.06
_PEOPLE = tuple(range(401, 431))
"""How many connections she has in other editions than the open one."""


class Mailbox(NamedTuple):
    """The two tables of one export."""

    connections: pd.DataFrame
    messages: pd.DataFrame


def export_connections(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - see _mailbox
    """Return the connections: people, some of them twice, and members who hid."""
    return _mailbox(edition).connections.copy()


def export_messages(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - see _mailbox
    """Return the messages, the newest conversation first and its newest message first."""
    return _mailbox(edition).messages.copy()


@lru_cache(maxsize=2)
def _mailbox(edition: str) -> Mailbox:
    # The two tables know each other: one source of chance makes both.
    rng = chance_of(edition, about("export_messages"))
    people = int(of_edition(edition, about("export_connections"), "people", _PEOPLE))
    return first_clear(lambda drawn: stands_apart(*drawn), lambda: _drawn(rng, people))


def _drawn(rng: np.random.Generator, connected: int) -> Mailbox:
    listed, written = about("export_connections"), about("export_messages")
    people = contacts_of(rng, listed, connected, kinds_of_threads(rng, written), TALKED)
    threads = [thread_with(rng, written, person) for person in people]
    people = _some_without_company(rng, people, threads)
    threads = [*threads, *groups_among(rng, people), *nobodys_letters()]
    return Mailbox(_connections(rng, listed, people), _messages([one for one in threads if one]))


def _some_without_company(
    rng: np.random.Generator, people: list[Contact], threads: list[list[Letter]]
) -> list[Contact]:
    """Return the people, of whom some show no company: one old friend, and some who never wrote."""
    old = [
        number
        for number, person in enumerate(people)
        if person.connected
        and person.thread in TALKED
        and (MADE_ON - threads[number][-1].sent_at).days > 1200
    ]
    friend = max(old, key=lambda number: _wrote_to_her(threads[number]), default=0)
    return [
        replace(person, company="")
        if number == friend or (not person.thread and rng.random() < _NO_COMPANY)
        else person
        for number, person in enumerate(people)
    ]


def _wrote_to_her(thread: list[Letter]) -> int:
    return sum(letter.sender != HER for letter in thread)


def _connections(rng: np.random.Generator, card: Card, people: list[Contact]) -> pd.DataFrame:
    known = [person for person in people if person.connected]
    rows = [
        (person.first, person.last, person.slug, person.company, person.since, "read")
        for person in known
    ]
    twice = rng.choice(len(rows), int(card.size_of("duplicates")), replace=False)
    rows += [(*rows[number][:-1], "duplicate") for number in twice]
    hidden = round(len(known) * card.size_of("hidden_per_person"))
    rows += [
        ("", "", "", "", known[number].since, "hidden")
        for number in rng.choice(len(known), hidden, replace=False)
    ]
    rows.sort(key=lambda row: (row[4], row[5] == "read"), reverse=True)
    columns = ("first_name", "last_name", "slug", "company", "connected_on", "status")
    table = pd.DataFrame(rows, columns=columns).replace("", None)
    days = pd.to_datetime(table["connected_on"]).dt.tz_localize(None).dt.normalize()
    table["connected_on"] = days.astype("datetime64[us]")
    table = table.astype(dict.fromkeys(("first_name", "last_name", "slug", "company"), "str"))
    table.insert(0, "line", range(_SHEET_BEGINS, _SHEET_BEGINS + len(table)))
    return table


def _messages(threads: list[list[Letter]]) -> pd.DataFrame:
    threads = sorted(threads, key=lambda letters: letters[-1].sent_at, reverse=True)
    rows = [
        {
            "conversation": f"2-{(number + 1) * 2654435761 % 2**32:08x}==",
            "sender": letter.sender[0],
            "sender_slug": letter.sender[1] or None,
            "recipients": ", ".join(name for name, _ in letter.recipients),
            "recipient_slugs": " ".join(slug for _, slug in letter.recipients),
            "sent_at": letter.sent_at.replace(microsecond=0),
            "folder": letter.folder,
            "draft": letter.draft,
            "no_sender": not letter.sender[1],
        }
        for number, letters in enumerate(threads)
        for letter in reversed(letters)
    ]
    table = pd.DataFrame(rows).astype({"sent_at": "datetime64[us, UTC]", "sender_slug": "str"})
    table.insert(0, "line", range(2, 2 + len(table)))
    return table
