"""messages.csv: with 7 to 13 columns, quoted or not, and with line breaks inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.names import DELETED, folded
from weakties.linkedin.reading.dated import moments_of
from weakties.linkedin.reading.footer import leave_out_footer
from weakties.linkedin.reading.sheet import sheet_of
from weakties.linkedin.slugs import slug_of
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
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
    columns["sender_slug"] = [slug_of(url) for url in columns.pop("sender_url")]
    columns["recipient_slugs"] = _slugs(columns.pop("recipient_urls"))
    drafts = zip(columns.pop("message_draft"), columns.pop("conversation_draft"), strict=True)
    draft = [message in _YES or conversation in _YES for message, conversation in drafts]
    if sheet.header.at("sender profile url") is None:
        no_sender = _without_person(columns["sender"], columns["content"])
    else:
        without_person = _without_person(columns["sender"], columns["content"])
        senders = zip(columns["sender_slug"], columns["sender"], without_person, strict=True)
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


def _slugs(joined: list[str]) -> list[str]:
    known = {
        text: " ".join(filter(None, map(slug_of, text.replace(";", ",").split(","))))
        for text in set(joined)
    }
    return [known[text] for text in joined]


def _without_person(senders: list[str], contents: list[str]) -> list[bool]:
    return [
        not sender or _EDITOR in content or _PLACEHOLDER in content
        for sender, content in zip(senders, contents, strict=True)
    ]


def _moments(sheet: Sheet, order: Order | None) -> pd.Series:
    """Return when messages were sent; LinkedIn's two ways of writing it are read all at once."""
    import pandas as pd

    texts = sheet.columns["sent_at"]
    plain = [text[:_MOMENT] if text[_MOMENT:] == " UTC" else _plain(text) for text in texts]
    moments = pd.Series(plain, dtype=object)
    values = pd.to_datetime(moments, format="%Y-%m-%d %H:%M:%S", errors="coerce", utc=True)
    values = values.astype("datetime64[s, UTC]")
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
    return text.strip().removesuffix("UTC").removesuffix("Z").rstrip().replace("T", " ")
