"""The tables of an export, with their columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

TEXT = "str"
MOMENT = "datetime64[s]"
ZONED = "datetime64[s, UTC]"
NUMBER = "int64"
FLAG = "bool"
_BLANK: dict[str, object] = {TEXT: "", NUMBER: 0, FLAG: False}
# A list of them needs no look at every value to see of what kind it is.
_FROM_LISTS: dict[str, Any] = {TEXT: object, NUMBER: NUMBER, FLAG: FLAG}

CONNECTIONS = {
    "line": NUMBER,
    "first_name": TEXT,
    "last_name": TEXT,
    "slug": TEXT,
    "url": TEXT,
    "email": TEXT,
    "company": TEXT,
    "position": TEXT,
    "connected_on": MOMENT,
    "status": TEXT,
}
"""One row is one row of Connections.csv. `status` is read, hidden, duplicate or unreadable; an
unreadable row has a fault, a missing date for instance, and still is a person."""

MESSAGES = {
    "line": NUMBER,
    "conversation": TEXT,
    "title": TEXT,
    "sender": TEXT,
    "sender_slug": TEXT,
    "recipients": TEXT,
    "recipient_slugs": TEXT,
    "sent_at": ZONED,
    "subject": TEXT,
    "content": TEXT,
    "folder": TEXT,
    "attachments": TEXT,
    "draft": FLAG,
    "no_sender": FLAG,
}
"""One row is one message. `recipients` are names joined by commas, `recipient_slugs` are joined by
spaces; `no_sender` marks advertising, which came without a sender's address. A
deleted account has none either, and is somebody: its messages begin conversations and answer."""

INVITATIONS = {
    "line": NUMBER,
    "sender": TEXT,
    "recipient": TEXT,
    "sent_at": MOMENT,
    "message": TEXT,
    "direction": TEXT,
    "sender_slug": TEXT,
    "recipient_slug": TEXT,
}
"""One row is one invitation, OUTGOING or INCOMING; the file states no time zone."""

PROFILE = {
    "line": NUMBER,
    "first_name": TEXT,
    "last_name": TEXT,
    "headline": TEXT,
    "summary": TEXT,
    "industry": TEXT,
    "location": TEXT,
}
"""One row: the owner."""

POSITIONS = {
    "line": NUMBER,
    "company": TEXT,
    "title": TEXT,
    "description": TEXT,
    "location": TEXT,
    "started_on": MOMENT,
    "finished_on": MOMENT,
}
"""One row is one of the owner's positions, to the month; no end means today's."""

ENDORSEMENTS = {
    "line": NUMBER,
    "direction": TEXT,
    "first_name": TEXT,
    "last_name": TEXT,
    "slug": TEXT,
    "skill": TEXT,
    "endorsed_at": MOMENT,
    "status": TEXT,
}
"""One row is one skill endorsed, RECEIVED or GIVEN; the person is the other one. In UTC."""

RECOMMENDATIONS = {
    "line": NUMBER,
    "direction": TEXT,
    "first_name": TEXT,
    "last_name": TEXT,
    "company": TEXT,
    "title": TEXT,
    "text": TEXT,
    "written_at": MOMENT,
    "status": TEXT,
}
"""One row is one recommendation, RECEIVED or GIVEN; the person is the other one."""

SCHEMAS: dict[str, dict[str, str]] = {
    "connections": CONNECTIONS,
    "messages": MESSAGES,
    "invitations": INVITATIONS,
    "profile": PROFILE,
    "positions": POSITIONS,
    "endorsements": ENDORSEMENTS,
    "recommendations": RECOMMENDATIONS,
}
"""The columns of each table with their types. Missing text is empty, a missing date is NaT."""


@dataclass(frozen=True)
class Tables:
    """What an export holds; see the module's constants for the columns."""

    connections: pd.DataFrame
    messages: pd.DataFrame
    invitations: pd.DataFrame
    profile: pd.DataFrame
    positions: pd.DataFrame
    endorsements: pd.DataFrame
    recommendations: pd.DataFrame


def frame(name: str, columns: Mapping[str, Any] | None = None) -> pd.DataFrame:
    """Return a table with the columns and types of its schema.

    Parameters
    ----------
    name
        Such as ``"messages"``.
    columns
        Sequences by column, of equal length; a column that is not given is empty throughout.
    """
    import pandas as pd

    columns = columns or {}
    length = max((len(values) for values in columns.values()), default=0)
    return pd.DataFrame(
        {
            column: _series(columns.get(column), kind, length)
            for column, kind in SCHEMAS[name].items()
        },
        copy=False,
    )


def _series(values: Any, kind: str, length: int) -> pd.Series[Any]:
    import numpy as np
    import pandas as pd

    if values is None:
        values = [_BLANK.get(kind)] * length
    if isinstance(values, list) and kind in _FROM_LISTS:
        values = np.fromiter(values, dtype=_FROM_LISTS[kind], count=length)
    if kind in {MOMENT, ZONED}:
        given = values if isinstance(values, pd.Series) else pd.Series(list(values), dtype=object)
        parsed: Any = pd.to_datetime(given, utc=kind == ZONED)
        moments: pd.Series[Any] = parsed.astype(kind)
        return moments
    series: pd.Series[Any] = pd.Series(values, dtype=cast("Any", kind), copy=False)
    return series
