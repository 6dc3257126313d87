"""The smaller files: invitations, profile, positions, endorsements, recommendations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.dates import month
from weakties.linkedin.reading.dated import moments_of
from weakties.linkedin.reading.sheet import sheet_of
from weakties.linkedin.slugs import slug_of
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.dates import Order
    from weakties.linkedin.reading.sheet import Sheet

    Read = tuple[pd.DataFrame, Sheet]


def invitations_of(file: str, content: bytes, order: Order | None) -> Read | None:
    """Return the invitations; None for another file."""
    sheet = sheet_of(
        file,
        content,
        wanted=(frozenset({"from", "to", "sent at", "direction"}),),
        columns={
            "sender": ("from",),
            "recipient": ("to",),
            "sent_at": ("sent at",),
            "message": ("message",),
            "direction": ("direction",),
            "sender_url": ("inviterprofileurl",),
            "recipient_url": ("inviteeprofileurl",),
        },
    )
    if sheet is None:
        return None
    columns = sheet.columns
    columns["sender_slug"] = [slug_of(url) for url in columns.pop("sender_url")]
    columns["recipient_slug"] = [slug_of(url) for url in columns.pop("recipient_url")]
    columns["direction"] = [text.upper() for text in columns["direction"]]
    moments = moments_of(sheet, "sent_at", order)
    return frame("invitations", {**columns, "line": sheet.lines, "sent_at": moments}), sheet


def profile_of(file: str, content: bytes, _order: Order | None) -> Read | None:
    """Return the owner's profile; None for another file."""
    sheet = sheet_of(
        file,
        content,
        wanted=(frozenset({"first name", "last name", "headline"}),),
        columns={
            "first_name": ("first name",),
            "last_name": ("last name",),
            "headline": ("headline",),
            "summary": ("summary",),
            "industry": ("industry",),
            "location": ("geo location", "country"),
        },
    )
    if sheet is None:
        return None
    return frame("profile", {**sheet.columns, "line": sheet.lines}), sheet


def positions_of(file: str, content: bytes, _order: Order | None) -> Read | None:
    """Return the owner's positions; None for another file."""
    sheet = sheet_of(
        file,
        content,
        wanted=(frozenset({"company name", "title", "started on"}),),
        columns={
            "company": ("company name",),
            "title": ("title",),
            "description": ("description",),
            "location": ("location",),
            "started_on": ("started on",),
            "finished_on": ("finished on",),
        },
    )
    if sheet is None:
        return None
    spans = {
        column: sheet.parsed(column, month, what="month")
        for column in ("started_on", "finished_on")
    }
    return frame("positions", {**sheet.columns, "line": sheet.lines, **spans}), sheet


def endorsements_of(file: str, content: bytes, order: Order | None) -> Read | None:
    """Return the skills that were endorsed, without their direction; None for another file."""
    sheet = sheet_of(
        file,
        content,
        wanted=(frozenset({"endorsement date", "skill name"}),),
        columns={
            "first_name": ("endorser first name", "endorsee first name"),
            "last_name": ("endorser last name", "endorsee last name"),
            "url": ("endorser public url", "endorsee public url"),
            "skill": ("skill name",),
            "endorsed_at": ("endorsement date",),
            "status": ("endorsement status",),
        },
    )
    if sheet is None:
        return None
    columns = sheet.columns
    columns["slug"] = [slug_of(url) for url in columns.pop("url")]
    moments = moments_of(sheet, "endorsed_at", order)
    return frame("endorsements", {**columns, "line": sheet.lines, "endorsed_at": moments}), sheet


def recommendations_of(file: str, content: bytes, order: Order | None) -> Read | None:
    """Return the recommendations, without their direction; None for another file."""
    sheet = sheet_of(
        file,
        content,
        wanted=(frozenset({"first name", "last name", "text"}),),
        columns={
            "first_name": ("first name",),
            "last_name": ("last name",),
            "company": ("company",),
            "title": ("job title",),
            "text": ("text",),
            "written_at": ("creation date",),
            "status": ("status",),
        },
    )
    if sheet is None:
        return None
    moments = moments_of(sheet, "written_at", order)
    values = {**sheet.columns, "line": sheet.lines, "written_at": moments}
    return frame("recommendations", values), sheet
