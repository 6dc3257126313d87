"""What moments a text can mean: LinkedIn's own spellings, and those of spreadsheets.

Only the order of day and month can be in doubt, and only between slashes or hyphens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from weakties.linkedin.dates.names import is_weekday, month_number

Order = Literal["day-first", "month-first"]
ORDERS: tuple[Order, ...] = ("day-first", "month-first")

# "miércoles, 5 de septiembre de 2024 at 10:15:00 AM UTC" is no longer.
_LONGEST = 64
_MIDNIGHT = time()

_CLOCK = re.compile(
    r"(?P<before>,? at |, ?| |t)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?:utc|gmt|z|\+00:?00))?$"
)
_NUMBERS = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})\.?")
_YEAR_FIRST = re.compile(
    r"(\d{4}) ?(?:([./-]) ?(\d{1,2}) ?\2 ?(\d{1,2})|年 ?(\d{1,2})月 ?(\d{1,2})日)"
)
_DAY_NAMED = re.compile(
    r"(?:([^\W\d_]+(?:-feira)?)[.,]{0,2} )?(\d{1,2})(?:st|nd|rd|th|er|º)?[ ./-]{1,2}(?:de )?"
    r"([^\W\d_]+)[ .,/-]{1,2}(?:de |del )?(\d{4}|\d{2})"
)
_NAMED_DAY = re.compile(
    r"(?:([^\W\d_]+)[.,]{0,2} )?([^\W\d_]+)[ ./-]{1,2}(\d{1,2})(?:st|nd|rd|th)?[ ,/-]{1,2}(\d{4}|\d{2})"
)
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d{1,12}))?")
_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a file states no zone
# LinkedIn opened in May 2003, and no export is of the next century.
_SERIALS = range(37_742, 73_051)


@dataclass(frozen=True, slots=True)
class Readings:
    """What a text means under each order of day and month; None where it means nothing.

    Parameters
    ----------
    day_first, month_first
        The moments, in the file's own time.
    usual
        The order that holds for this spelling unless other texts of the column say otherwise.
    """

    day_first: datetime | None
    month_first: datetime | None
    usual: Order | None = None

    @property
    def two(self) -> bool:
        """Return whether both orders give a moment, and not the same."""
        return None not in (self.day_first, self.month_first) and self.day_first != self.month_first

    @property
    def certain(self) -> datetime | None:
        """Return the one moment that this can mean; None if there are two."""
        return None if self.two else self.day_first or self.month_first

    @property
    def needs(self) -> Order | None:
        """Return the only order in which this can be read; None if both will do."""
        if self.month_first is None:
            return "day-first"
        return "month-first" if self.day_first is None else None

    def under(self, order: Order) -> datetime | None:
        """Return what this means in an order."""
        return self.day_first if order == "day-first" else self.month_first


def readings(text: str) -> Readings | None:
    """Return what a text can mean; None for what is no date.

    Examples
    --------
    LinkedIn's own ways, and the one that Excel makes of the first:

    >>> readings("08 Feb 2026").certain, readings("8-Feb-26").certain
    (datetime.datetime(2026, 2, 8, 0, 0), datetime.datetime(2026, 2, 8, 0, 0))
    >>> readings("2025-06-01 14:03:22 UTC").certain
    datetime.datetime(2025, 6, 1, 14, 3, 22)

    The third of April or the fourth of March?

    >>> doubtful = readings("03/04/2024")
    >>> doubtful.certain is None, doubtful.day_first.month, doubtful.month_first.month
    (True, 4, 3)
    >>> readings("16/02/2024").needs
    'day-first'

    An invitation's time is American unless its column says otherwise:

    >>> readings("1/5/26, 2:37 PM").usual
    'month-first'
    """
    if len(text) > _LONGEST:
        return None
    plain = " ".join(text.casefold().split())
    clock, usual = _MIDNIGHT, False
    if ":" in plain and (found := _CLOCK.search(plain)):
        told = _clock(found)
        if told is None:
            return None
        clock, plain = told, plain[: found.start()]
        usual = bool(found["half"]) and found["before"].startswith(",")
    return _named(plain, clock) or _numbered(plain, clock, usual=usual)


def year_of(digits: str) -> int:
    """Return the year that four or two digits mean."""
    # LinkedIn opened in 2003, so two digits are of this century.
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _named(plain: str, clock: time) -> Readings | None:
    """Return what a date means whose month has a name."""
    if found := _DAY_NAMED.fullmatch(plain):
        weekday, of_month, name, year = found.groups()
    elif found := _NAMED_DAY.fullmatch(plain):
        weekday, name, of_month, year = found.groups()
    else:
        return None
    month = month_number(name)
    if month is None or (weekday and not is_weekday(weekday)):
        return None
    return _sure(_moment(year_of(year), month, int(of_month), clock))


def _numbered(plain: str, clock: time, *, usual: bool) -> Readings | None:
    """Return what a date in numbers means."""
    if found := _YEAR_FIRST.fullmatch(plain):
        year, *numbers = (int(part) for part in found.group(1, 3, 4, 5, 6) if part)
        return _sure(_moment(year, numbers[0], numbers[1], clock))
    if found := _NUMBERS.fullmatch(plain):
        one, other, year = int(found[1]), int(found[3]), year_of(found[4])
        day_first = _moment(year, other, one, clock)
        if found[2] == ".":
            return _sure(day_first)
        month_first = _moment(year, one, other, clock)
        if day_first or month_first:
            return Readings(day_first, month_first, "month-first" if usual else None)
        return None
    if clock == _MIDNIGHT and (found := _SERIAL.fullmatch(plain)) and int(found[1]) in _SERIALS:
        part = float(f"0.{found[2] or 0}")
        return _sure(_DAY_0 + timedelta(days=int(found[1]), seconds=round(86_400 * part)))
    return None


def _sure(moment: datetime | None) -> Readings | None:
    return Readings(moment, moment) if moment else None


def _clock(found: re.Match[str]) -> time | None:
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None


def _moment(year: int, month: int, of_month: int, clock: time) -> datetime | None:
    try:
        return datetime(year, month, of_month, clock.hour, clock.minute, clock.second)  # noqa: DTZ001
    except ValueError:
        return None
