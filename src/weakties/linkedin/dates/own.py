"""Two things that LinkedIn alone writes: the months of a position, and an archive's name."""

from __future__ import annotations

import re
from datetime import date

from weakties.linkedin.dates.names import month_number
from weakties.linkedin.dates.spellings import year_of

_MONTH = re.compile(r"([^\W\d_]+)\.?[ -](\d{4}|\d{2})")
_IN_NAME = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)


def month(text: str) -> date | None:
    """Return the first day of the month, or of the year, in which a position began; or None.

    Examples
    --------
    >>> month("Jan 2024"), month("janv.-24"), month("2019")
    (datetime.date(2024, 1, 1), datetime.date(2024, 1, 1), datetime.date(2019, 1, 1))
    """
    text = text.strip()
    if re.fullmatch(r"\d{4}", text):
        return _date(int(text), 1, 1)
    found = _MONTH.fullmatch(text)
    return _date(year_of(found[2]), month_number(found[1]) or 0, 1) if found else None


def in_file_name(name: str) -> date | None:
    """Return the day on which an archive was made, from its name; or None.

    Examples
    --------
    >>> in_file_name("Basic_LinkedInDataExport_10-03-2026.zip")
    datetime.date(2026, 10, 3)
    """
    found = _IN_NAME.search(name)
    return _date(int(found[3]), int(found[1]), int(found[2])) if found else None


def _date(year: int, of_year: int, of_month: int) -> date | None:
    try:
        return date(year, of_year, of_month)
    except ValueError:
        return None
