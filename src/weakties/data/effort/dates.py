"""The days on which somebody's connections were made, as an export writes them: as text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear
from weakties.data.world.names import FIRM_WORDS, FIRST_NAMES, firm_names

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

GOAL_SET, MADE_ON = date(2026, 9, 1), date(2027, 2, 27)
"""The day on which the firm asked for 400, and the day of the export."""

_SHEET_BEGINS = 5
_YEARS_DAYS = 3600
_ON_THE_DAY = 2
_SPREAD = 6


def connection_dates(edition: str, card: Card) -> pd.DataFrame:
    """Return the rows of a teammate's Connections.csv, the newest first, dates as text."""
    rng = chance_of(edition, card)
    return first_clear(lambda table: _is_clear(table, card), lambda: _rows(rng, card))


def _rows(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    jitter = rng.integers(-_SPREAD, _SPREAD + 1, 2)
    before = int(card.size_of("before_goal") + jitter[0])
    since = int(card.size_of("since_goal") + jitter[1])
    span = (MADE_ON - GOAL_SET).days
    ages = [
        *(span + 1 + rng.integers(0, _YEARS_DAYS, before)),
        *[span] * _ON_THE_DAY,
        *_working_days(rng.integers(1, span, since)),
    ]
    days = sorted((MADE_ON - timedelta(days=int(age)) for age in ages), reverse=True)
    n = len(days)
    hidden = np.isin(
        np.arange(n), rng.choice(n, round(n * card.size_of("hidden_share")), replace=False)
    )
    firms = firm_names(list(FIRM_WORDS))
    names = pd.Series(rng.choice(FIRST_NAMES, n), dtype="str")
    companies = pd.Series(rng.choice(firms, n), dtype="str")
    return pd.DataFrame(
        {
            "line": range(_SHEET_BEGINS, _SHEET_BEGINS + n),
            "first_name": names.mask(hidden),
            "company": companies.mask(hidden),
            "connected_on": [f"{day:%d %b %Y}" for day in days],
        }
    )


def _working_days(ages: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return ages in days moved from weekends to the Friday before: the firm's goal is work."""
    weekday = (MADE_ON.weekday() - ages) % 7
    return ages + np.clip(weekday - 4, 0, 2)


def _is_clear(table: pd.DataFrame, card: Card) -> bool:
    """Say whether the week of the 400th is told from the weeks that slips lead to."""
    goal = int(card.size_of("goal"))
    text = table["connected_on"]
    days = pd.to_datetime(text, format="%d %b %Y")
    in_order = days.sort_values().reset_index(drop=True)
    shown = days[table["first_name"].notna()].sort_values().reset_index(drop=True)
    if len(shown) < goal + 5:
        return False
    reached = in_order[goal - 1]
    of_file, of_texts = days[goal - 1], days[text.sort_values().index[goal - 1]]
    slips = [_week(day) for day in (in_order[goal], shown[goal - 1], of_file, of_texts)]
    since = _week(pd.Timestamp(GOAL_SET))
    before = days < pd.Timestamp(GOAL_SET)
    # The right week is an even one in every edition, so that no slip leads to another's answer.
    return bool(
        reached.weekday() in range(1, 6)
        and _week(reached) % 2 == 0
        and all(week % 2 or week < since for week in slips)
        and len(set(slips)) == len(slips)
        and before.sum() - (before & table["first_name"].notna()).sum() > 2
    )


def _week(day: pd.Timestamp) -> int:
    """Return the number of a week that begins on a Monday, counted from one long ago."""
    return int((day - pd.Timestamp("2001-01-01")).days // 7)
