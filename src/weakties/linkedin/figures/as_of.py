"""The day that "how long ago" is counted from."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.export import Export

_DATED = {
    "connections": "connected_on",
    "messages": "sent_at",
    "invitations": "sent_at",
    "endorsements": "endorsed_at",
    "recommendations": "written_at",
}


def as_of_date(export: Export, given: date | None = None) -> date | None:
    """Return the day given; else the day in the archive's name; else the latest in its tables.

    Returns
    -------
    date or None
        None for an export without any date.
    """
    import pandas as pd

    if given or export.made_on:
        return given or export.made_on
    latest = [getattr(export, table)[column].max() for table, column in _DATED.items()]
    return max((moment.date() for moment in latest if not pd.isna(moment)), default=None)


def days_before(day: date, days: float) -> datetime:
    """Return the midnight so many days earlier, or the first there is: a file may say any year."""
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day has no zone
    return midnight - min(timedelta(days=days), midnight - datetime.min)  # noqa: DTZ901
