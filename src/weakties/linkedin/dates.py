"""The ways in which an export writes a moment: one parser for each, and no guessing."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(),  # noqa: SIM905
        start=1,
    )
}
_DAY = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SECOND = re.compile(
    r"(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?: UTC|Z)?"
)
_MINUTE = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),? (\d{1,2}):(\d{2})(?::\d{2})?[ \u202f]([AaPp])[Mm]"
)
_MONTH = re.compile(r"([A-Za-z]{3})[a-z]*[ -](\d{4}|\d{2})")
_IN_NAME = re.compile(r"LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)


def day(text: str) -> date | None:
    """Return the day in a Connected On, or None.

    Examples
    --------
    As LinkedIn writes it, as Excel leaves it, and as it was about 2018:

    >>> day("08 Feb 2026"), day("4-Apr-21"), day("2/8/18, 9:14 AM")
    (datetime.date(2026, 2, 8), datetime.date(2021, 4, 4), datetime.date(2018, 2, 8))

    The third of April or the fourth of March? Nobody knows:

    >>> day("03/04/2024") is None
    True
    """
    text = text.strip()
    if found := _DAY.fullmatch(text):
        return _date(_year(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if found := _ISO_DAY.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    moment = minute(text)
    return moment.date() if moment else None


def minute(text: str) -> datetime | None:
    """Return the moment in an invitation: American order, 12 hours, no zone; or None.

    Examples
    --------
    >>> minute("1/29/26, 2:37 PM")
    datetime.datetime(2026, 1, 29, 14, 37)
    """
    found = _MINUTE.fullmatch(text.strip())
    if not found:
        return None
    hour = int(found[4])
    if not 1 <= hour <= 12:
        return None
    half = 12 if found[6].lower() == "p" else 0
    try:
        return datetime(  # noqa: DTZ001 - the file states no zone
            _year(found[3]), int(found[1]), int(found[2]), hour % 12 + half, int(found[5])
        )
    except ValueError:
        return None


def second(text: str) -> datetime | None:
    """Return the moment of a message or an endorsement, in UTC but without a zone; or None.

    Examples
    --------
    >>> second("2025-06-01 14:03:22 UTC") == second("2025-06-01T14:03:22")
    True
    """
    found = _SECOND.fullmatch(text.strip())
    if not found:
        return None
    year, month, of_month, hour, minutes, seconds = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month, of_month, hour, minutes, seconds)  # noqa: DTZ001
    except ValueError:
        return None


def month(text: str) -> date | None:
    """Return the first day of the month, or of the year, in which a position began; or None.

    Examples
    --------
    >>> month("Jan 2024"), month("Jan-24"), month("2019")
    (datetime.date(2024, 1, 1), datetime.date(2024, 1, 1), datetime.date(2019, 1, 1))
    """
    text = text.strip()
    if re.fullmatch(r"\d{4}", text):
        return _date(int(text), 1, 1)
    found = _MONTH.fullmatch(text)
    return _date(_year(found[2]), _MONTHS.get(found[1].lower(), 0), 1) if found else None


def moment(text: str) -> datetime | None:
    """Return a moment in any of the ways above; for columns whose way differs between eras."""
    found = second(text) or minute(text)
    if found:
        return found
    whole = day(text)
    return datetime(whole.year, whole.month, whole.day) if whole else None  # noqa: DTZ001


def in_file_name(name: str) -> date | None:
    """Return the day on which an archive was made, from its name; or None.

    Examples
    --------
    >>> in_file_name("Basic_LinkedInDataExport_10-03-2026.zip")
    datetime.date(2026, 10, 3)
    """
    found = _IN_NAME.search(name)
    return _date(int(found[3]), int(found[1]), int(found[2])) if found else None


def _year(digits: str) -> int:
    # LinkedIn opened in 2003, so two digits are of this century.
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _date(year: int, month_number: int, of_month: int) -> date | None:
    try:
        return date(year, month_number, of_month)
    except ValueError:
        return None
