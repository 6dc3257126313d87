"""One message, and who stands on its envelope."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from weakties.linkedin.names import full_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from random import Random

    from weakties.linkedin.sample.network import Person

Member = tuple[str, str]
Row = dict[str, object]

NADIA_HERSELF: Member = ("Nadia Ferro", "nadia-ferro")


def member(person: Person) -> Member:
    """Return a person's full name and slug."""
    return full_name(person.first, person.last), person.slug


def letter(sender: Member, recipient: Member, when: datetime, text: str) -> Row:
    """Return a message to one person as a row of messages.csv, its conversation left open."""
    return group_letter(sender, [recipient], when, text, title="")


def group_letter(
    sender: Member, recipients: Sequence[Member], when: datetime, text: str, *, title: str
) -> Row:
    """Return a message to several people as a row of messages.csv, its conversation left open."""
    return {
        "title": title,
        "sender": sender[0],
        "sender_slug": sender[1],
        "recipients": ", ".join(name for name, _ in recipients),
        "recipient_slugs": " ".join(slug for _, slug in recipients),
        "sent_at": when.replace(microsecond=0),
        "subject": "",
        "content": text,
        "folder": "INBOX",
        "draft": False,
    }


def at_work(day: date, random: Random) -> datetime:
    """Return a moment between 7 and 20 o'clock of a day."""
    hour, seconds = random.randrange(7, 20), random.randrange(3600)
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC) + timedelta(seconds=seconds)
