"""The days on which somebody's connections were made, as an export writes them: as text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, of_edition
from weakties.data.world.names import FIRM_WORDS, FIRST_NAMES, firm_names

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

GOAL_SET, MADE_ON = date(2026, 9, 1), date(2027, 2, 27)
"""The day on which the firm asked for 400, and the day of the export."""

_SPAN = (MADE_ON - GOAL_SET).days
_SHEET_BEGINS = 5
_YEARS_DAYS = 3600
_ON_THE_DAY = 2
_SPREAD = 6
_BEFORE = tuple(range(150, 281, 10))
"""How many are older than the goal, about: the more, the earlier the 400th."""


class _Rows(NamedTuple):
    """The rows of a file, the newest first.

    Parameters
    ----------
    ages
        Days from the connection to the export.
    hidden
        Whether the member hid.
    """

    ages: NDArray[np.int64]
    hidden: NDArray[np.bool_]


def connection_dates(edition: str, card: Card) -> pd.DataFrame:
    """Return the rows of a teammate's Connections.csv, the newest first, dates as text."""
    rng = chance_of(edition, card)
    goal = int(card.size_of("goal"))
    before = int(of_edition(edition, card, "before_goal", _BEFORE))
    rows = first_clear(lambda drawn: _is_clear(drawn, goal), lambda: _rows(rng, card, before))
    n = len(rows.ages)
    names = pd.Series(rng.choice(FIRST_NAMES, n), dtype="str")
    companies = pd.Series(rng.choice(firm_names(list(FIRM_WORDS)), n), dtype="str")
    return pd.DataFrame(
        {
            "line": range(_SHEET_BEGINS, _SHEET_BEGINS + n),
            "first_name": names.mask(rows.hidden),
            "company": companies.mask(rows.hidden),
            "connected_on": _texts(rows.ages),
        }
    )


def _rows(rng: np.random.Generator, card: Card, before: int) -> _Rows:
    jitter = rng.integers(-_SPREAD, _SPREAD + 1, 2)
    before += int(jitter[0])
    since = int(card.size_of("since_goal") + jitter[1])
    ages = np.concatenate(
        [
            _SPAN + 1 + rng.integers(0, _YEARS_DAYS, before),
            np.repeat(_SPAN, _ON_THE_DAY),
            _working_days(rng.integers(1, _SPAN, since)),
        ]
    )
    n = len(ages)
    hidden = np.zeros(n, dtype=bool)
    hidden[rng.choice(n, round(n * card.size_of("hidden_share")), replace=False)] = True
    return _Rows(np.sort(ages), hidden)


def _working_days(ages: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return ages in days moved from weekends to the Friday before: the firm's goal is work."""
    weekday = (MADE_ON.weekday() - ages) % 7
    return ages + np.clip(weekday - 4, 0, 2)


def _is_clear(rows: _Rows, goal: int) -> bool:
    """Say whether the week of the 400th is told from the weeks that slips lead to."""
    oldest, shown = rows.ages[::-1], rows.ages[~rows.hidden][::-1]
    if len(shown) < goal + 5:
        return False
    reached = int(oldest[goal - 1])
    if _weekday(reached) not in range(1, 6) or _week(reached) % 2:
        return False
    hid_before = int((rows.hidden & (rows.ages > _SPAN)).sum())
    texts = _texts(rows.ages)
    of_texts = rows.ages[sorted(range(len(texts)), key=texts.__getitem__)[goal - 1]]
    others = (oldest[goal], shown[goal - 1], rows.ages[goal - 1], of_texts)
    weeks = [_week(int(age)) for age in others]
    # The right week is an even one in every edition, so that no slip leads to another's answer.
    return (
        all(week % 2 or week < _week(_SPAN) for week in weeks)
        and len(set(weeks)) == len(weeks)
        and hid_before > 2
    )


def _texts(ages: NDArray[np.int64]) -> list[str]:
    return [f"{MADE_ON - timedelta(days=int(age)):%d %b %Y}" for age in ages]


def _weekday(age: int) -> int:
    return (MADE_ON - timedelta(days=age)).weekday()


def _week(age: int) -> int:
    """Return the number of a week that begins on a Monday, counted from the year 1."""
    return ((MADE_ON - timedelta(days=age)).toordinal() - 1) // 7
