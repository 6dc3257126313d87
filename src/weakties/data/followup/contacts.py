"""Whom Nadia is connected with a year after her firm asked everyone for 400 connections."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from weakties.data.world.names import (
    FIRM_WORDS,
    FIRST_NAMES,
    LAST_NAMES,
    PROTAGONISTS_FIRM,
    firm_names,
)

if TYPE_CHECKING:
    import numpy as np

    from weakties.data.cards import Card

MADE_ON = datetime(2027, 10, 2, tzinfo=UTC)
"""The day of the export."""

_CAMPAIGN_DAYS, _YEARS_DAYS = 395, 3250
_FIRMS = 70
_COLLEAGUES = 0.12
_OUTSIDERS = 12
"""People she wrote with who are no connections of hers."""


@dataclass(frozen=True)
class Contact:
    """Somebody Nadia is connected with, or wrote with all the same.

    Parameters
    ----------
    thread
        How the two wrote, one of the kinds of `weakties.data.followup.letters`; empty if never.
    connected
        Whether the person is among her connections.
    """

    first: str
    last: str
    slug: str
    company: str
    since: datetime
    thread: str
    connected: bool = True

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.first} {self.last}"


def contacts_of(
    rng: np.random.Generator,
    card: Card,
    connected: int,
    threads: list[str],
    talked: frozenset[str],
) -> list[Contact]:
    """Return everybody, each with one of the `threads` or none; a few share their name.

    Parameters
    ----------
    connected
        How many are her connections.
    threads
        The kinds of thread to be dealt out; nobody gets two.
    talked
        The kinds in which both wrote.
    """
    n = connected + _OUTSIDERS
    names = rng.permutation(len(FIRST_NAMES) * len(LAST_NAMES))[:n]
    firms = firm_names(["software", *(list(FIRM_WORDS) * 7)[: _FIRMS - 1]])
    kinds = [*threads, *[""] * (n - len(threads))]
    people = []
    for number, name in enumerate(names):
        first = FIRST_NAMES[name % len(FIRST_NAMES)]
        last = LAST_NAMES[name // len(FIRST_NAMES)]
        at_home = rng.random() < _COLLEAGUES
        company = PROTAGONISTS_FIRM if at_home else firms[int(rng.integers(1, _FIRMS))]
        # Whom she writes with came in any of nine years; of the others, many with the campaign.
        came_late = not kinds[number] and rng.random() < card.size_of("came_with_campaign")
        days = (_CAMPAIGN_DAYS if came_late else _YEARS_DAYS) * rng.random()
        people.append(
            Contact(
                first=first,
                last=last,
                slug=f"{first}-{last}".lower() + (f"-{number}" if number % 2 else ""),
                company=company,
                since=MADE_ON - timedelta(days=int(days) + 1),
                thread=kinds[number],
            )
        )
    outside = set(rng.choice(len(threads), _OUTSIDERS, replace=False).tolist())
    people = [replace(p, connected=number not in outside) for number, p in enumerate(people)]
    return _some_alike(people, int(card.size_of("namesakes")), talked)


def _some_alike(people: list[Contact], pairs: int, talked: frozenset[str]) -> list[Contact]:
    """Return the people, some who never wrote now called like somebody who did."""
    wrote = [person for person in people if person.thread in talked and person.connected]
    silent = [number for number, person in enumerate(people) if not person.thread]
    found = list(people)
    # From the end, so that none of them sits in a group, which takes from the front.
    for number, twin in zip(reversed(silent), wrote[:pairs], strict=False):
        slug = f"{twin.first}-{twin.last}-{number + 500}".lower()
        found[number] = replace(found[number], first=twin.first, last=twin.last, slug=slug)
    return found
