"""How moments are spelled in files, LinkedIn's way and the way that Excel leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(when: datetime, *, excel: bool) -> str:
    """Return ``08 Feb 2026``, or Excel's ``8-Feb-26``."""
    name = _MONTHS[when.month - 1]
    if excel:
        return f"{when.day}-{name}-{when.year % 100:02}"
    return f"{when.day:02} {name} {when.year:04}"


def month(when: datetime, *, excel: bool) -> str:
    """Return ``Jan 2024``, or Excel's ``Jan-24``."""
    name = _MONTHS[when.month - 1]
    return f"{name}-{when.year % 100:02}" if excel else f"{name} {when.year:04}"


def minute(when: datetime) -> str:
    """Return ``1/29/26, 2:37 PM``."""
    half = "PM" if when.hour >= 12 else "AM"
    hour = when.hour % 12 or 12
    return f"{when.month}/{when.day}/{when.year % 100:02}, {hour}:{when.minute:02} {half}"


def second(when: datetime, *, sign: str) -> str:
    """Return ``2025-06-01 14:03:22 UTC``, with another sign between the numbers of the date."""
    days = sign.join((f"{when.year:04}", f"{when.month:02}", f"{when.day:02}"))
    return f"{days} {when.hour:02}:{when.minute:02}:{when.second:02} UTC"


def old_second(when: datetime) -> str:
    """Return ``2019-11-06T02:08:20``, as messages had it until 2020."""
    return second(when, sign="-").replace(" ", "T", 1).removesuffix(" UTC")
