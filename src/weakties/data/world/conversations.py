"""Who talked to whom in the last half-year, who answered, and whether it brought something new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.world.calendar import LAST_YEAR, dates, day
from weakties.data.world.draws import Draws
from weakties.data.world.people import worded

if TYPE_CHECKING:
    from weakties.data.world.parameters import Parameters
    from weakties.data.world.ties import Ties

YES_NO = ("no", "yes")
MONTHS = tuple(
    (day(f"{LAST_YEAR}-{month:02d}-01"), day(f"{LAST_YEAR}-{month:02d}-28"))
    for month in range(7, 13)
)
_LONGEST_WAIT = 400.0
_FIRST_WEEKS = 30


def conversations(edition: str, ties: Ties, parameters: Parameters) -> pd.DataFrame:
    """Return the conversations of the last six months, at most one a month on each tie.

    Attention is divided: a tie of somebody with many ties is talked on less. What two people write
    in the first 30 days is told with their invitation.
    """
    draws = Draws(edition, "conversations")
    found, started = [], []
    for begin, end in MONTHS:
        moment = begin + draws.below(end - begin + 1, len(ties))
        talked = (
            draws.chance(ties.talk, len(ties))
            & (ties.since + _FIRST_WEEKS < moment)
            & (moment <= ties.until)
        )
        tie = np.flatnonzero(talked)
        tie = tie[np.argsort(moment[tie], kind="stable")]
        found.append(tie)
        started.append(moment[tie])
    tie, start = np.concatenate(found), np.concatenate(started)
    n, strong = len(tie), ties.strong[tie]
    opened_by_a = draws.chance(0.5, n)
    replied = draws.chance(np.where(strong, parameters.strong_reply, parameters.weak_reply), n)
    half_life = np.where(strong, parameters.strong_reply_hours, parameters.weak_reply_hours)
    hours = np.round(np.minimum(draws.waiting(half_life, n), _LONGEST_WAIT), 1)
    novelty = np.where(
        ties.same_industry[tie],
        parameters.novelty_same_industry,
        parameters.novelty_other_industry,
    )
    new = replied & draws.chance(
        novelty / np.where(strong, parameters.strong_reply, parameters.weak_reply), n
    )
    messages = np.where(replied, 2 + draws.waiting(1.5, n).astype(np.int64), 1)
    return pd.DataFrame(
        {
            "conversation_id": np.arange(n),
            "tie_id": tie,
            "opener_id": np.where(opened_by_a, ties.a[tie], ties.b[tie]),
            "other_id": np.where(opened_by_a, ties.b[tie], ties.a[tie]),
            "started": dates(start),
            "replied": worded(replied.astype(np.int64), YES_NO),
            "reply_hours": np.where(replied, hours, np.nan),
            "messages": messages,
            "brought_news": worded(new.astype(np.int64), YES_NO),
        }
    )
