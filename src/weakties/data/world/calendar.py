"""The world's time: half-years from 2015 to the end of 2026, in days since 1970."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_YEAR, LAST_YEAR = 2015, 2026
DAYS_PER_MONTH = 365.25 / 12


def day(date: str) -> int:
    """Return a date's number of days since 1970-01-01.

    Examples
    --------
    >>> day("1970-02-01")
    31
    """
    return int(np.datetime64(date, "D").astype(np.int64))


FIRST_DAY = day(f"{FIRST_YEAR}-01-01")
LAST_DAY = day(f"{LAST_YEAR}-12-31")
"""The day on which the world is looked at: all tables say what was so on it."""

HALF_YEARS = tuple(
    (day(f"{year}-{begin}"), day(f"{year}-{end}"))
    for year in range(FIRST_YEAR, LAST_YEAR + 1)
    for begin, end in (("01-01", "06-30"), ("07-01", "12-31"))
)
"""First and last day of each half-year."""

CAMPAIGN = day(f"{LAST_YEAR}-09-01")
"""The day on which the protagonist's firm asks everyone for 400 connections."""


def dates(days: NDArray[np.int64]) -> NDArray[np.datetime64]:
    """Return days since 1970 as dates."""
    return days.astype("datetime64[D]").astype("datetime64[us]")


def dates_or_none(days: NDArray[np.int64], known: NDArray[np.bool_]) -> NDArray[np.datetime64]:
    """Return days since 1970 as dates, and no date where none is known."""
    return np.where(known, dates(days), np.datetime64("NaT", "us"))
