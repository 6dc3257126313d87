"""The rows of each file, by LinkedIn's names of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.linkedin.names import folded
from weakties.linkedin.slugs import url_of
from weakties.linkedin.writing import spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    import pandas as pd

    Rows = Iterator[dict[str, str]]


def connections(table: pd.DataFrame, *, excel: bool) -> Rows:
    """Yield the rows of Connections.csv."""
    for row in _rows(table):
        yield {
            "First Name": row.first_name,
            "Last Name": row.last_name,
            "URL": row.url,
            "Email Address": row.email,
            "Company": row.company,
            "Position": row.position,
            "Connected On": _text(row.connected_on, spelled.day, excel=excel),
        }


def outlook(table: pd.DataFrame) -> Rows:
    """Yield the rows of Connections.csv as it was until 2015."""
    for row in _rows(table):
        yield {
            "First Name": row.first_name,
            "Last Name": row.last_name,
            "E-mail Address": row.email,
            "Company": row.company,
            "Job Title": row.position,
        }


def messages(table: pd.DataFrame, owners: Container[str], *, old: bool) -> Rows:
    """Yield the rows of messages.csv; `owners` are the folded names of the owner."""
    for row in _rows(table):
        sent = (
            _text(row.sent_at, spelled.old_second)
            if old
            else _text(row.sent_at, spelled.second, sign="-")
        )
        yield {
            "CONVERSATION ID": row.conversation,
            "CONVERSATION TITLE": row.title,
            "FROM": row.sender,
            "SENDER PROFILE URL": _address(row.sender_slug),
            "TO": row.recipients,
            "RECIPIENT PROFILE URLS": ",".join(map(_address, row.recipient_slugs.split())),
            "DATE": sent,
            "SUBJECT": row.subject,
            "CONTENT": row.content,
            "DIRECTION": "OUTGOING" if folded(row.sender) in owners else "INCOMING",
            "FOLDER": row.folder,
            "ATTACHMENTS": row.attachments,
            "IS MESSAGE DRAFT": "Yes" if row.draft else "No",
            "IS CONVERSATION DRAFT": "No",
        }


def _address(slug: str) -> str:
    return f"https://www.linkedin.com/{slug}" if "/" in slug else url_of(slug)


def invitations(table: pd.DataFrame) -> Rows:
    """Yield the rows of Invitations.csv."""
    for row in _rows(table):
        yield {
            "From": row.sender,
            "To": row.recipient,
            "Sent At": _text(row.sent_at, spelled.minute),
            "Message": row.message,
            "Direction": row.direction,
            "inviterProfileUrl": url_of(row.sender_slug),
            "inviteeProfileUrl": url_of(row.recipient_slug),
        }


def profile(table: pd.DataFrame) -> Rows:
    """Yield the rows of Profile.csv."""
    for row in _rows(table):
        yield {
            "First Name": row.first_name,
            "Last Name": row.last_name,
            "Headline": row.headline,
            "Summary": row.summary,
            "Industry": row.industry,
            "Geo Location": row.location,
        }


def positions(table: pd.DataFrame, *, excel: bool) -> Rows:
    """Yield the rows of Positions.csv."""
    for row in _rows(table):
        yield {
            "Company Name": row.company,
            "Title": row.title,
            "Description": row.description,
            "Location": row.location,
            "Started On": _text(row.started_on, spelled.month, excel=excel),
            "Finished On": _text(row.finished_on, spelled.month, excel=excel),
        }


def endorsements(table: pd.DataFrame, person: str) -> Rows:
    """Yield the rows of a file on skills; the person is an Endorser or an Endorsee."""
    for row in _rows(table):
        yield {
            "Endorsement Date": _text(row.endorsed_at, spelled.second, sign="/"),
            "Skill Name": row.skill,
            f"{person} First Name": row.first_name,
            f"{person} Last Name": row.last_name,
            f"{person} Public Url": url_of(row.slug).removeprefix("https://"),
            "Endorsement Status": row.status,
        }


def recommendations(table: pd.DataFrame) -> Rows:
    """Yield the rows of a file on recommendations."""
    for row in _rows(table):
        yield {
            "First Name": row.first_name,
            "Last Name": row.last_name,
            "Company": row.company,
            "Job Title": row.title,
            "Text": row.text,
            "Creation Date": _text(row.written_at, spelled.minute),
            "Status": row.status,
        }


def _rows(table: pd.DataFrame) -> Iterator[Any]:
    return table.itertuples(index=False)


def _text(moment: Any, spell: Callable[..., str], **how: Any) -> str:
    import pandas as pd

    return "" if pd.isna(moment) else spell(moment, **how)
