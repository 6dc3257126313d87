"""messages.csv: with 7 to 13 columns, quoted or not, and with line breaks inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.linkedin.dates.usual import usual_moments
from weakties.linkedin.names import DELETED, folded
from weakties.linkedin.reading.dated import moments_of
from weakties.linkedin.reading.footer import leave_out_footer
from weakties.linkedin.reading.sheet import sheet_of
from weakties.linkedin.slugs import slug_of
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from weakties.linkedin.dates import Order
    from weakties.linkedin.reading.sheet import Sheet

_WANTED = (frozenset({"from", "to", "date", "content"}),)
_COLUMNS = {
    "conversation": ("conversation id",),
    "title": ("conversation title",),
    "sender": ("from",),
    "sender_url": ("sender profile url",),
    "recipients": ("to",),
    "recipient_urls": ("recipient profile urls",),
    "sent_at": ("date",),
    "subject": ("subject",),
    "content": ("content",),
    "folder": ("folder",),
    "attachments": ("attachments",),
    "message_draft": ("is message draft",),
    "conversation_draft": ("is conversation draft",),
}
_MOST = 500_000
_MOMENT = len("2024-03-15 10:20:30")
_BATCH = 100
_YES = {"Yes", "YES", "yes", "True", "TRUE", "true"}
_EDITOR, _PLACEHOLDER = "spinmail-quill-editor", "%FIRSTNAME%"
"""Marks of an advertisement, which a program wrote."""


def messages_of(
    file: str, content: bytes, order: Order | None
) -> tuple[pd.DataFrame, Sheet] | None:
    """Return the messages and the sheet they stood on; None for another file."""
    sheet = sheet_of(file, content, wanted=_WANTED, columns=_COLUMNS, most_rows=_MOST)
    if sheet is None:
        return None
    leave_out_footer(sheet, "conversation")
    columns = sheet.columns
    if "" in columns["conversation"]:
        by_participants = _by_participants(columns["sender"], columns["recipients"])
        pairs = zip(columns["conversation"], by_participants, strict=True)
        columns["conversation"] = [named or known for named, known in pairs]
    columns["sender_slug"] = _each_once(slug_of, columns.pop("sender_url"))
    columns["recipient_slugs"] = _each_once(_slugs, columns.pop("recipient_urls"))
    drafts = zip(columns.pop("message_draft"), columns.pop("conversation_draft"), strict=True)
    draft = [message in _YES or conversation in _YES for message, conversation in drafts]
    no_sender = _without_person(columns["sender"], columns["content"])
    if sheet.header.at("sender profile url") is not None:
        senders = zip(columns["sender_slug"], columns["sender"], no_sender, strict=True)
        no_sender = [not slug and (name != DELETED or nobody) for slug, name, nobody in senders]
    values = {
        **columns,
        "line": sheet.lines,
        "sent_at": _moments(sheet, order),
        "draft": draft,
        "no_sender": no_sender,
    }
    return frame("messages", values), sheet


def _by_participants(senders: list[str], recipients: list[str]) -> list[str]:
    """Name conversations by who takes part: the oldest form of the file has no better."""
    known: dict[tuple[str, str], str] = {}
    return [
        known.setdefault(
            pair,
            " + ".join(sorted({folded(one) for one in f"{pair[0]}, {pair[1]}".split(", ")} - {""})),
        )
        for pair in zip(senders, recipients, strict=True)
    ]


def _each_once(rule: Callable[[str], str], texts: list[str]) -> list[str]:
    """Return a column under a rule, for which each text is looked at once."""
    known = {text: rule(text) for text in set(texts)}
    return list(map(known.__getitem__, texts))


def _slugs(joined: str) -> str:
    listed = joined.replace(";", ",")
    if "," not in listed:
        return slug_of(listed)
    return " ".join(filter(None, map(slug_of, listed.split(","))))


def _without_person(senders: list[str], contents: list[str]) -> list[bool]:
    found = [not sender for sender in senders]
    # Few mailboxes hold an advertisement, so many messages are looked through at a time.
    for begin in range(0, len(contents), _BATCH):
        some = contents[begin : begin + _BATCH]
        if _is_advertising("\0".join(some)):
            for place, content in enumerate(some, start=begin):
                found[place] = found[place] or _is_advertising(content)
    return found


def _is_advertising(content: str) -> bool:
    return _EDITOR in content or _PLACEHOLDER in content


def _moments(sheet: Sheet, order: Order | None) -> pd.Series:
    """Return when messages were sent; LinkedIn's two ways of writing it are read all at once."""
    import pandas as pd

    texts = sheet.columns["sent_at"]
    values: pd.Series[Any] = pd.Series(usual_moments(texts)).dt.tz_localize("UTC")
    unusual = [int(place) for place in values.index[values.isna()]]
    if not unusual:
        return values
    plain = pd.Series([_plain(texts[place]) for place in unusual], index=unusual, dtype=object)
    read = pd.to_datetime(plain, format="%Y-%m-%d %H:%M:%S", errors="coerce", utc=True)
    values[unusual] = read.where(read.dt.year > 0)
    others = [int(place) for place in values.index[values.isna()]]
    if others:
        found = moments_of(sheet, "sent_at", order, at=others)
        values[others] = pd.to_datetime(pd.Series(found, index=others, dtype=object), utc=True)
        for place in others:
            if not texts[place].strip():
                sheet.remark(sheet.lines[place], "unreadable", "it has no date")
    return values


def _plain(text: str) -> str:
    """Return a moment as LinkedIn writes most of them, but for the zone, which is always UTC."""
    if text[_MOMENT:] == " UTC":
        return text[:_MOMENT]
    return text.strip().removesuffix("UTC").removesuffix("Z").rstrip().replace("T", " ")
