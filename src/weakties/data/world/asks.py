"""Favors asked in the last year: through which channel, what was expected, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.world.calendar import DAYS_PER_MONTH, LAST_DAY, LAST_YEAR, dates, day
from weakties.data.world.conversations import YES_NO
from weakties.data.world.draws import Draws
from weakties.data.world.people import worded

if TYPE_CHECKING:
    from weakties.data.world.parameters import Parameters
    from weakties.data.world.ties import Ties

CHANNELS = ("e-mail", "phone", "face to face")
CONTACT = ("in touch", "lapsed", "dormant")
"""In touch when asked, out of touch for less than three years, or for longer."""

_CHANNEL_SHARES = (0.5, 0.25, 0.25)
_FIRST_DAY = day(f"{LAST_YEAR}-01-01")
_DORMANT_AFTER = 36 * DAYS_PER_MONTH


def asks(edition: str, size: int, ties: Ties, parameters: Parameters) -> pd.DataFrame:
    """Return what people asked of their connections, in the order of asking."""
    draws = Draws(edition, "asks")
    # Some of these are thrown away: ties that did not exist yet, and ties that nobody thinks of.
    wanted = int(size * parameters.asks_per_person)
    n = 4 * wanted
    tie = draws.below(len(ties), n)
    asked = _FIRST_DAY + draws.below(LAST_DAY - _FIRST_DAY + 1, n)
    silent = asked - ties.until[tie]
    contact = np.select([silent < 0, silent < _DORMANT_AFTER], [0, 1], default=2)
    thought_of = draws.chance(np.where(contact == 0, 1.0, parameters.dormant_asked), n)
    kept = np.flatnonzero(thought_of & (ties.since[tie] < asked))[:wanted]
    kept = kept[np.argsort(asked[kept], kind="stable")]
    tie, asked, contact, n = tie[kept], asked[kept], contact[kept], len(kept)
    strong = ties.strong[tie]
    channel = draws.shared_out(_CHANNEL_SHARES, n)
    yes = np.array([parameters.email_yes, parameters.phone_yes, parameters.face_yes])[channel]
    said_yes = draws.chance(np.minimum(yes + parameters.strong_yes * strong, 1.0), n)
    expected = np.array(
        [parameters.email_predicted, parameters.phone_predicted, parameters.face_predicted]
    )[channel]
    predicted = 5 * np.round(20 * expected + 3 * draws.normal(n)).astype(np.int64)
    useful = 5.0 + parameters.dormant_use * (contact == 2) + parameters.strong_use * strong
    useful = np.clip(np.round(useful + 1.5 * draws.normal(n)), 0, 10)
    asked_by_a = draws.chance(0.5, n)
    return pd.DataFrame(
        {
            "ask_id": np.arange(n),
            "tie_id": tie,
            "asker_id": np.where(asked_by_a, ties.a[tie], ties.b[tie]),
            "asked_id": np.where(asked_by_a, ties.b[tie], ties.a[tie]),
            "asked_on": dates(asked),
            "channel": worded(channel, CHANNELS),
            "contact": worded(contact, CONTACT),
            "predicted_pct": np.clip(predicted, 0, 100),
            "said_yes": worded(said_yes.astype(np.int64), YES_NO),
            "usefulness": np.where(said_yes, useful, np.nan),
        }
    )
