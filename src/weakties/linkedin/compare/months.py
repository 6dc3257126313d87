"""Connections by month: what two exports share where nobody in them has a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from weakties.linkedin.export import Export


@dataclass(frozen=True)
class MonthByMonth:
    """Rows of two exports, hidden members included, by the month of their connection.

    Parameters
    ----------
    earlier
        Rows of the old export up to its last month.
    missing
        How many of them the new one no longer has; those who hid later still count as there.
    appeared
        How many rows the new one has in those months beyond the old one's; in one person's exports
        there are none, since a connection made anew has a new day.
    later
        Rows of the new one after those months.
    """

    earlier: int
    missing: int
    appeared: int
    later: int


def month_by_month(old: Export, new: Export, until: date) -> MonthByMonth:
    """Return how the months up to the one of `until` agree, and what came later."""
    import pandas as pd

    last = pd.Period(until, "M")
    then, now = _counts(old), _counts(new)
    months = [month for month in then.index.union(now.index) if month <= last]
    pairs = [(int(then.get(month, 0)), int(now.get(month, 0))) for month in months]
    return MonthByMonth(
        earlier=sum(before for before, _ in pairs),
        missing=sum(max(before - after, 0) for before, after in pairs),
        # In the old export's own month, more may have come after its day.
        appeared=sum(
            max(after - before, 0)
            for month, (before, after) in zip(months, pairs, strict=True)
            if month < last
        ),
        later=int(now[now.index > last].sum()),
    )


def _counts(export: Export) -> pd.Series[Any]:
    rows = export.connections[export.connections["status"] != "duplicate"]
    months: pd.Series[Any] = rows["connected_on"].dropna().dt.to_period("M").value_counts()
    return months
