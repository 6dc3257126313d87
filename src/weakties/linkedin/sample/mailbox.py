"""What Nadia and the people she knows wrote to each other, and what else lies in a mailbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from weakties.linkedin.names import DELETED, full_name
from weakties.linkedin.sample.network import MADE_ON
from weakties.linkedin.sample.words import ANSWERS, GOING_ON, OPENINGS
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    import pandas as pd

    from weakties.linkedin.sample.network import Person

_NADIA = ("Nadia Ferro", "nadia-ferro")
_ADVERTISING = '<p class="spinmail-quill-editor__spin-break">Dear %FIRSTNAME%,</p><p>is your pipeline full?</p>'
Member = tuple[str, str]
Row = dict[str, object]


def messages_with(people: list[Person], random: Random) -> pd.DataFrame:
    """Return messages.csv: newest conversation first, newest message first within it."""
    threads = [_thread(person, random) for person in people]
    threads.append(_group(people, random))
    threads += _noise(people)
    filled = [thread for thread in threads if thread]
    filled.sort(key=lambda thread: str(thread[-1]["sent_at"]), reverse=True)
    rows = [
        {**row, "conversation": f"2-{_code(number)}=="}
        for number, thread in enumerate(filled)
        for row in reversed(thread)
    ]
    return frame("messages", {column: [row[column] for row in rows] for column in rows[0]})


def _thread(person: Person, random: Random) -> list[Row]:
    """Return one person's messages, oldest first; most people have none."""
    if random.random() > 0.15 + 0.75 * person.closeness:
        return []
    them = _member(person)
    thread: list[Row] = []
    when = _at_work(person.since + timedelta(days=random.randrange(40)), random)
    while when.date() < MADE_ON:
        thread += _episode(them, person.company, when, person.closeness, random)
        if random.random() > 0.5 + 0.5 * person.closeness:
            break
        months = random.expovariate(0.15 + 1.5 * person.closeness**3)
        when = _at_work((when + timedelta(days=7 + 30 * months)).date(), random)
    return [row for row in thread if str(row["sent_at"])[:10] < MADE_ON.isoformat()]


def _episode(
    them: Member, company: str, when: datetime, closeness: float, random: Random
) -> list[Row]:
    """Return one exchange: somebody begins, the other may answer, and so on."""
    mine = random.random() < 0.55
    pair = (_NADIA, them) if mine else (them, _NADIA)
    name = pair[1][0].removeprefix("🌱 ").split()[0]
    where = company if mine and company not in {"", "undefined"} else "your place"
    rows = [_message(*pair, when, random.choice(OPENINGS).format(name=name, company=where))]
    if random.random() > 0.35 + 0.6 * closeness:
        return rows
    when += timedelta(hours=random.lognormvariate(2.0, 1.6))
    rows.append(_message(pair[1], pair[0], when, random.choice(ANSWERS)))
    while random.random() < 0.3 + 0.4 * closeness:
        pair = pair[::-1]
        when += timedelta(hours=random.lognormvariate(1.5, 1.5))
        rows.append(_message(pair[1], pair[0], when, random.choice(GOING_ON)))
    return rows


def _group(people: list[Person], random: Random) -> list[Row]:
    """Return one lunch round of four."""
    three = [_member(person) for person in people if person.closeness > 0.6][:3]
    table = [_NADIA, *three]
    when = datetime(2024, 11, 6, 10, 5, tzinfo=UTC)
    rows = []
    for sender, text in zip(
        [*table, _NADIA],
        ("Lunch on Friday?", "In!", "Me too.", "Next time :)", "12:30 then."),
        strict=True,
    ):
        others = [member for member in table if member != sender]
        row = _message(sender, others[0], when, text)
        row["title"] = "Friday lunch"
        row["recipients"] = ", ".join(name for name, _ in others)
        row["recipient_slugs"] = " ".join(slug for _, slug in others)
        rows.append(row)
        when += timedelta(minutes=random.randrange(1, 90))
    return rows


def _noise(people: list[Person]) -> list[list[Row]]:
    """Return what is no conversation: drafts, spam, advertising, a deleted account."""
    quiet = [_member(person) for person in people if person.closeness < 0.02][:4]

    def at(month: int) -> datetime:
        return datetime(2026, month, 14, 9, 30, tzinfo=UTC)

    drafts = [
        [{**_message(_NADIA, them, at(8), "Hi, I wanted to"), "draft": True}] for them in quiet[:2]
    ]
    spam = [
        [{**_message(them, _NADIA, at(7), "Grow 10x, ask me how!!"), "folder": "SPAM"}]
        for them in quiet[2:]
    ]
    sponsored = [
        [_message((name, ""), _NADIA, at(month), _ADVERTISING)]
        for month, name in ((3, "Pipeline Pro"), (5, "Ledger Cloud"), (9, "Pipeline Plus"))
    ]
    gone = [_message((DELETED, ""), _NADIA, datetime(2019, 5, 2, 8, 1, tzinfo=UTC), "Good luck!")]
    return [*drafts, *spam, *sponsored, gone]


def _message(sender: Member, recipient: Member, when: datetime, text: str) -> Row:
    return {
        "title": "",
        "sender": sender[0],
        "sender_slug": sender[1],
        "recipients": recipient[0],
        "recipient_slugs": recipient[1],
        "sent_at": when.replace(microsecond=0),
        "subject": "",
        "content": text,
        "folder": "INBOX",
        "draft": False,
    }


def _member(person: Person) -> Member:
    return full_name(person.first, person.last), person.slug


def _at_work(day: date, random: Random) -> datetime:
    seconds = random.randrange(3600)
    return datetime(day.year, day.month, day.day, random.randrange(7, 20), tzinfo=UTC) + timedelta(
        seconds=seconds
    )


def _code(number: int) -> str:
    return f"{(number + 1) * 2654435761 % 2**32:08x}"
