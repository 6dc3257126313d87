"""What Nadia and the people she knows wrote to each other: threads of every kind in a mailbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from weakties.data.followup.contacts import MADE_ON
from weakties.data.world.names import PROTAGONISTS_FIRM

if TYPE_CHECKING:
    from weakties.data.cards import Card
    from weakties.data.followup.contacts import Contact

    _Turn = tuple[tuple[str, str], tuple[str, str]]
    """Who writes, and to whom: names and keys."""

HER = ("Nadia Ferro", "nadia-ferro")
ANSWERED, LATE, TWICE_IN_VAIN, IN_VAIN = "answered", "late", "twice in vain", "in vain"
THEY_BEGAN, SHE_NEVER_ANSWERED, DRAFT, SPAM = "they began", "she never answered", "draft", "spam"
TALKED = frozenset({ANSWERED, LATE, THEY_BEGAN})
"""The kinds in which both wrote."""

_DRAFTS, _SPAM = 13, 7
_SIZES = (5, 6, 6, 7, 7)
"""How many sit in each group; the first two are opened by Nadia."""
_NOBODY = (
    ("Pipeline Pro", 70),
    ("Ledger Cloud", 190),
    ("Pipeline Plus", 330),
    ("LinkedIn Member", 900),
)
"""Senders without an address: advertising, and an account that was deleted; with days before."""


class Letter(NamedTuple):
    """One message, its envelope only."""

    sender: tuple[str, str]
    recipients: tuple[tuple[str, str], ...]
    sent_at: datetime
    folder: str = "INBOX"
    draft: bool = False


def kinds_of_threads(rng: np.random.Generator, card: Card) -> list[str]:
    """Return the kinds of all threads with one person, in no order."""
    begun = int(card.size_of("begun_by_her") + rng.integers(-5, 6))
    late, vain = (
        round(begun * card.size_of(share))
        for share in ("answered_when_reminded", "reminded_in_vain")
    )
    answered = round(begun * card.size_of("answered_at_once")) + int(rng.integers(-3, 4))
    theirs = int(card.size_of("begun_by_them") + rng.integers(-4, 5))
    ignored = round(theirs * card.size_of("never_answered_by_her"))
    kinds = [
        *[ANSWERED] * answered,
        *[LATE] * late,
        *[TWICE_IN_VAIN] * vain,
        *[IN_VAIN] * (begun - answered - late - vain),
        *[THEY_BEGAN] * (theirs - ignored),
        *[SHE_NEVER_ANSWERED] * ignored,
        *[DRAFT] * _DRAFTS,
        *[SPAM] * _SPAM,
    ]
    return [kinds[place] for place in rng.permutation(len(kinds))]


def thread_with(rng: np.random.Generator, card: Card, person: Contact) -> list[Letter]:
    """Return the messages of one person and Nadia, the oldest first; none if they never wrote."""
    if not person.thread:
        return []
    them = (person.name, person.slug)
    began = _soon(rng, person.since)
    if person.thread == DRAFT:
        return [Letter(HER, (them,), began, draft=True)]
    if person.thread == SPAM:
        return [Letter(them, (HER,), began, folder="SPAM")]
    hers = person.thread not in {THEY_BEGAN, SHE_NEVER_ANSWERED}
    turn = (HER, them) if hers else (them, HER)
    letters = [Letter(turn[0], (turn[1],), began)]
    when = began
    if person.thread in {LATE, TWICE_IN_VAIN}:
        when += timedelta(days=float(rng.uniform(4, 15)))
        letters.append(Letter(HER, (them,), when))
    if person.thread in TALKED:
        for turn in _turns(rng, card, turn, 1 + _rounds(rng, person)):  # noqa: B020 - the last stays
            when += _pause(rng, card.size_of("reply_hours"))
            letters.append(Letter(turn[0], (turn[1],), when))
        if rng.random() < card.size_of("taken_up_again"):
            again = _some_moment(rng, when + timedelta(days=60))
            letters.append(Letter(turn[1], (turn[0],), again))
            letters.append(
                Letter(turn[0], (turn[1],), again + _pause(rng, card.size_of("reply_hours")))
            )
    return [letter for letter in letters if letter.sent_at < MADE_ON]


def groups_among(rng: np.random.Generator, people: list[Contact]) -> list[list[Letter]]:
    """Return threads with several people; half of each group never wrote to Nadia otherwise."""
    wrote = [person for person in people if person.thread in {ANSWERED, THEY_BEGAN}]
    silent = [person for person in people if not person.thread]
    threads = []
    for number, size in enumerate(_SIZES):
        known = [wrote.pop(int(rng.integers(len(wrote)))) for _ in range(size // 2)]
        new = [silent.pop(0) for _ in range(size - size // 2)]
        members = [HER, *((person.name, person.slug) for person in known + new)]
        if number >= 2:
            members = [*members[1:], HER]
        when = MADE_ON - timedelta(days=float(rng.uniform(30, 700)))
        letters = []
        for sender in members[: size - 1]:
            others = tuple(member for member in members if member != sender)
            letters.append(Letter(sender, others, when))
            when += _pause(rng, 3.0)
        threads.append(letters)
    return threads


def nobodys_letters() -> list[list[Letter]]:
    """Return what no person sent who could be told."""
    return [
        [Letter((name, ""), (HER,), MADE_ON - timedelta(days=days, hours=5))]
        for name, days in _NOBODY
    ]


def _rounds(rng: np.random.Generator, person: Contact) -> int:
    """Return how many messages follow the first answer; colleagues write most."""
    more = int(rng.geometric(0.12)) - 1
    return more + int(rng.integers(4, 12)) if person.company == PROTAGONISTS_FIRM else more


def _turns(rng: np.random.Generator, card: Card, began: _Turn, n: int) -> list[_Turn]:
    """Return who writes to whom in the `n` messages that follow a thread's first.

    The first of them is the answer. Then, in an even tie, the two take turns; in an uneven one,
    one of them, she as often as the other, writes much and hears little.
    """
    answers = began[::-1]
    if rng.random() >= card.size_of("uneven"):
        return [began if number % 2 else answers for number in range(n)]
    most = (began, answers)[int(rng.integers(2))]
    much = rng.random(n - 1) < card.size_of("share_of_the_one_who_writes_much")
    return [answers, *(most if one else most[::-1] for one in much)]


def _pause(rng: np.random.Generator, median: float) -> timedelta:
    return timedelta(seconds=int(3600 * median * np.exp(1.3 * rng.normal())))


def _soon(rng: np.random.Generator, since: datetime) -> datetime:
    """Return a moment between connecting and the export, more likely an early one."""
    left = (MADE_ON - since).total_seconds()
    return since + timedelta(seconds=int(left * rng.random() ** 4))


def _some_moment(rng: np.random.Generator, earliest: datetime) -> datetime:
    """Return a moment from `earliest` to the export, to the second."""
    left = (MADE_ON - earliest).total_seconds()
    return earliest + timedelta(seconds=int(left * rng.random()))
