"""What people log of a year: hours, connections and opportunities, with the hours behind both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, shuffled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

_IDLE = 12
_HOURS_SPREAD = 0.8
_APART = 0.105


def effort_log(edition: str, card: Card) -> pd.DataFrame:
    """Return members with hours a week, connections and opportunities; a few gave no hour at all."""
    rng = chance_of(edition, card)
    table = first_clear(_is_clear, lambda: _log(rng, card))
    table.insert(0, "member_id", [f"E{i:03d}" for i in range(1, len(table) + 1)])
    return table


def _log(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    n = int(card.size_of("members"))
    time = np.round(1.5 * np.exp(_HOURS_SPREAD * rng.normal(size=n)), 1).clip(0.2)
    known = np.log(110) + card.size_of("connections_by_hours") * np.log(time)
    known = known + card.size_of("connections_luck") * rng.normal(size=n)
    came = (
        np.log(9)
        + card.size_of("opportunities_by_hours") * np.log(time)
        + card.size_of("opportunities_by_connections") * (known - np.log(110))
        + card.size_of("opportunities_luck") * rng.normal(size=n)
    )
    active = pd.DataFrame(
        {
            "hours": time,
            "connections": np.exp(known).round().astype(int).clip(3),
            "opportunities": np.exp(came).round().astype(int).clip(1),
        }
    )
    idle = pd.DataFrame(
        {
            "hours": 0.0,
            "connections": rng.integers(10, 90, _IDLE),
            "opportunities": rng.integers(1, 4, _IDLE),
        }
    )
    return shuffled(rng, pd.concat([active, idle]))


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether right slopes are told from what other models of the same rows give."""
    rows = table[table["hours"] > 0].astype(float)
    hours, known, came = (rows[name].to_numpy() for name in table.columns)
    lh, lk, lo = np.log(hours), np.log(known), np.log(came)
    right = _slope(lh, lo)
    crude, adjusted = _slope(lk, lo), _slope(lk, lo, lh)
    every = table.astype(float)
    wrong = [
        _slope(hours, came),
        _slope(lh, came),
        _slope(hours, lo),
        _slope(lo, lh),
        _slope(np.log1p(hours), np.log1p(came)),
        _slope(np.log1p(every["hours"].to_numpy()), np.log(every["opportunities"].to_numpy())),
        _slope(lh, lk),
        float(np.corrcoef(lh, lo)[0, 1]),
        1.0,
    ]
    wrong_crude = [
        _slope(known, came),
        _slope(lo, lk),
        float(np.corrcoef(lk, lo)[0, 1]),
        _slope(np.log(every["connections"]), np.log(every["opportunities"])),
    ]
    wrong_adjusted = [
        crude,
        _slope(lh, lo, lk),
        _slope(known, came, hours),
        _slope(lk, lo, hours),
        _slope(lk, lh, lo),
    ]
    hours_out_of_one_side = _slope(lk, lo - right * lh)
    return bool(
        0.56 < right < 0.68
        and 0.11 < adjusted < 0.24
        and all(abs(right - value) > _APART for value in wrong)
        # Near the right one they can't be catalogued, but must not be taken for it either.
        and all(abs(crude - value) > 0.012 for value in wrong_crude)
        and abs(adjusted - hours_out_of_one_side) > 0.012
        and all(abs(adjusted - value) > _APART for value in wrong_adjusted)
    )


def _slope(
    cause: NDArray[np.float64], effect: NDArray[np.float64], *same: NDArray[np.float64]
) -> float:
    """Return how `effect` goes with `cause` where the `same` are the same."""
    columns = np.column_stack([cause, *same, np.ones(len(cause))])
    return float(np.linalg.lstsq(columns, effect, rcond=None)[0][0])
