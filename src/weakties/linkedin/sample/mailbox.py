"""What Nadia and the people she knows wrote to each other, and what else lies in a mailbox."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from weakties.linkedin.names import DELETED
from weakties.linkedin.sample.groups import groups_among
from weakties.linkedin.sample.letters import NADIA_HERSELF, Row, at_work, letter, member
from weakties.linkedin.sample.network import MADE_ON
from weakties.linkedin.sample.words import ANSWERS, GOING_ON, OPENINGS
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    from random import Random

    import pandas as pd

    from weakties.data.world import Parameters
    from weakties.linkedin.sample.network import Person

_WRITTEN = 0.16
"""The share of talks that are written here, and not said over coffee or on the phone."""

_ADVERTISING = '<p class="spinmail-quill-editor__spin-break">Dear %FIRSTNAME%,</p><p>is your pipeline full?</p>'


def messages_with(people: list[Person], parameters: Parameters, random: Random) -> pd.DataFrame:
    """Return messages.csv: newest conversation first, newest message first within it."""
    threads = [_thread(person, parameters, random) for person in people]
    threads += groups_among(people, random)
    threads += _noise(people)
    filled = [thread for thread in threads if thread]
    filled.sort(key=lambda thread: str(thread[-1]["sent_at"]), reverse=True)
    rows = [
        {**row, "conversation": f"2-{_code(number)}=="}
        for number, thread in enumerate(filled)
        for row in reversed(thread)
    ]
    return frame("messages", {column: [row[column] for row in rows] for column in rows[0]})


def _thread(person: Person, parameters: Parameters, random: Random) -> list[Row]:
    """Return one person's messages, oldest first; most people have none."""
    until = person.until or MADE_ON
    rate = person.talks_per_year * _WRITTEN
    thread: list[Row] = []
    when = at_work(person.since + timedelta(days=random.randrange(30)), random)
    if not person.wrote:
        when += timedelta(days=365 * random.expovariate(rate))
    while when.date() < until:
        thread += _episode(person, parameters, when, random)
        days = 7 + 365 * random.expovariate(rate)
        when = at_work((when + timedelta(days=days)).date(), random)
    return [row for row in thread if str(row["sent_at"])[:10] < MADE_ON.isoformat()]


def _episode(person: Person, parameters: Parameters, when: datetime, random: Random) -> list[Row]:
    """Return one exchange: somebody begins, the other may answer, and so on."""
    them = member(person)
    mine = random.random() < 0.55
    pair = (NADIA_HERSELF, them) if mine else (them, NADIA_HERSELF)
    name = pair[1][0].removeprefix("🌱 ").split()[0]
    where = person.company if mine and person.company not in {"", "undefined"} else "your place"
    rows = [letter(*pair, when, random.choice(OPENINGS).format(name=name, company=where))]
    if random.random() > (parameters.strong_reply if person.strong else parameters.weak_reply):
        return rows
    half = parameters.strong_reply_hours if person.strong else parameters.weak_reply_hours
    when += timedelta(hours=random.lognormvariate(math.log(half), 1.4))
    rows.append(letter(pair[1], pair[0], when, random.choice(ANSWERS)))
    while random.random() < (0.6 if person.strong else 0.35):
        pair = pair[::-1]
        when += timedelta(hours=random.lognormvariate(1.5, 1.5))
        rows.append(letter(pair[1], pair[0], when, random.choice(GOING_ON)))
    return rows


def _noise(people: list[Person]) -> list[list[Row]]:
    """Return what is no conversation: drafts, spam, advertising, a deleted account."""
    latest = [member(person) for person in people[:4]]

    def at(month: int) -> datetime:
        return datetime(2026, month, 14, 9, 30, tzinfo=UTC)

    drafts = [
        [{**letter(NADIA_HERSELF, them, at(9), "Hi, I wanted to"), "draft": True}]
        for them in latest[:2]
    ]
    spam = [
        [{**letter(them, NADIA_HERSELF, at(9), "Grow 10x, ask me how!!"), "folder": "SPAM"}]
        for them in latest[2:]
    ]
    sponsored = [
        [letter((name, ""), NADIA_HERSELF, at(month), _ADVERTISING)]
        for month, name in ((3, "Pipeline Pro"), (5, "Ledger Cloud"), (9, "Pipeline Plus"))
    ]
    gone = [
        letter((DELETED, ""), NADIA_HERSELF, datetime(2021, 5, 2, 8, 1, tzinfo=UTC), "Good luck!")
    ]
    return [*drafts, *spam, *sponsored, gone]


def _code(number: int) -> str:
    return f"{(number + 1) * 2654435761 % 2**32:08x}"
