"""Numbers in words: three digits, with their unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

COUNTED = "counted, not estimated"


def number(value: float) -> str:
    """Return a count in full, anything else with three digits.

    Examples
    --------
    >>> number(12345), number(12.345), number(0.5)
    ('12,345', '12.3', '0.5')
    """
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def percent(share: float) -> str:
    """Return a share as a percentage.

    Examples
    --------
    >>> percent(0.7532), percent(0.004)
    ('75 %', '0.4 %')
    """
    value = 100 * share
    return f"{value:.0f} %" if value >= 10 or value == int(value) else f"{value:.1f} %"


def between(low: float, high: float) -> str:
    """Return an interval of a share in words."""
    return f"95 % interval {100 * low:.0f} to {100 * high:.0f} %"


def duration(hours: float) -> str:
    """Return a time in the unit that reads best.

    Examples
    --------
    >>> duration(0.25), duration(1), duration(5.25), duration(100)
    ('15 minutes', '1 hour', '5.2 hours', '4.2 days')
    """
    for size, unit in ((24.0, "day"), (1.0, "hour")):
        if hours >= 2 * size or (size == 1.0 and hours >= 1):
            value = f"{hours / size:.2g}" if hours / size < 100 else f"{hours / size:,.0f}"
            return f"{value} {unit}" if value == "1" else f"{value} {unit}s"
    minutes = round(60 * hours)
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def in_unit(value: float, unit: Literal["count", "share", "hours"]) -> str:
    """Return a value of a unit in words.

    Examples
    --------
    >>> in_unit(0.25, "share"), in_unit(30, "hours"), in_unit(1200, "count")
    ('25 %', '30 hours', '1,200')
    """
    if unit == "share":
        return percent(value)
    return duration(value) if unit == "hours" else number(value)


def plural(count: float, one: str, many: str = "") -> str:
    """Return the word that goes with a count.

    Examples
    --------
    >>> plural(1, "burst"), plural(0, "burst"), plural(2, "company", "companies")
    ('burst', 'bursts', 'companies')
    """
    return one if count == 1 else many or f"{one}s"


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its word.

    Examples
    --------
    >>> counted(1, "burst"), counted(1200, "company", "companies")
    ('1 burst', '1,200 companies')
    """
    return f"{count:,} {plural(count, one, many)}"


def people(count: int) -> str:
    """Return a count of people."""
    return counted(count, "person", "people")
