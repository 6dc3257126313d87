"""A day from whatever a learner assigned: a date of any library, or a text of one reading."""

from __future__ import annotations

import datetime
import re
import sys
from contextlib import suppress
from typing import Any

from weakties.check import plain

_SPELLINGS = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d.%m.%Y")
"""Besides the ISO form; a text with slashes may be read in two ways, so it is none of them."""
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIODS = ("D", "W")


def date(value: object) -> datetime.date:
    """Return `value` as a date.

    It may be a text such as ``"2026-03-01"`` or ``"1 March 2026"``, a date, Timestamp, datetime64,
    the Period of a day or week (its first day), or what holds one of them alone.

    Raises
    ------
    NotPlain
        If it is none of these.

    Examples
    --------
    >>> date("04 Oct 2026")
    datetime.date(2026, 10, 4)
    >>> date("4/10/2026")
    Traceback (most recent call last):
    weakties.check.plain.NotPlain: is the text '4/10/2026', but no date like '2026-03-02': year, month, day.
    """
    held = plain.only_element(value)
    if held is not None and plain.only_element(held) is None:
        return date(held)
    plain.refuse_blank(value)
    pandas: Any = sys.modules.get("pandas")
    if plain.is_numpy(value, "datetime64"):
        generic: Any = sys.modules["numpy"].generic
        value = generic.item(generic.astype(value, "datetime64[D]"))
    if value is None or (pandas and value is pandas.NaT):
        raise plain.NotPlain("is NaT, 'not a time': a date was missing or could not be read.")
    if pandas and plain.is_a(value, pandas.Period) and _is_short(value):
        value = pandas.Period.start_time.__get__(value)
    if plain.is_a(value, datetime.date):
        base = datetime.date
        return base(*(part.__get__(value) for part in (base.year, base.month, base.day)))
    if plain.is_a(value, str):
        return _spelled(plain.text(value))
    raise plain.NotPlain(f"is {plain.a_type(value)}: a date such as '2026-03-02' is asked for.")


def _is_short(period: object) -> bool:
    """Say whether a period is a day or a week: of others nobody knows which day is meant."""
    pandas: Any = sys.modules["pandas"]
    name: str = pandas.Period.freqstr.__get__(period)
    return name.startswith(_PERIODS)


def _spelled(words: str) -> datetime.date:
    with suppress(ValueError):
        return datetime.date.fromisoformat(words[:10])
    for spelling in _SPELLINGS:
        with suppress(ValueError):
            return datetime.datetime.strptime(words.replace(",", ""), spelling).date()  # noqa: DTZ007
    if _ISO.fullmatch(words[:10]):
        raise plain.NotPlain(f"is the text '{words[:10]}': no calendar has that day.")
    raise plain.NotPlain(
        f"is the text '{words[:30]}', but no date like '2026-03-02': year, month, day."
    )
