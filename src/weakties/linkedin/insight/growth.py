"""When connections came: by month, with the months that stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

BURST_TIMES = 3
BY_CHANCE = 0.06
"""At most so many quiet months stand out all the same: docs/mirror.md has them counted."""
_AROUND = 12
_LEAST = 5


def months_of(connected_on: pd.Series[pd.Timestamp]) -> pd.DataFrame:
    """Return one row for each month from the first connection to the last.

    A month is a burst if it has 5 connections or more, and more than 3 times the mean of the 12
    months before and after it. No chance is stated: people connect in sittings, and a rule for
    those who come one by one would call every sitting a burst.

    Parameters
    ----------
    connected_on
        Days; missing ones are left out.

    Returns
    -------
    DataFrame
        Indexed by month (a Period): ``connections``, ``expected``, ``burst``.
    """
    import pandas as pd

    months = connected_on.dropna().dt.to_period("M")
    counts = months.value_counts().sort_index()
    if len(counts):
        whole = pd.period_range(counts.index[0], counts.index[-1], freq="M")
        counts = counts.reindex(whole, fill_value=0)
    around = counts.rolling(2 * _AROUND + 1, center=True, min_periods=1)
    others = around.count() - 1
    expected = (around.sum() - counts) / others.where(others > 0)
    burst = [
        bool(count >= _LEAST and count > BURST_TIMES * rate)
        for count, rate in zip(counts, expected, strict=True)
    ]
    return pd.DataFrame({"connections": counts, "expected": expected, "burst": burst})
