"""How long ties lasted, as far as anybody watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, shuffled
from weakties.measures import survival_at

if TYPE_CHECKING:
    from weakties.data.cards import Card

_MONTH = 12
"""The month that the exercise asks about, for `_is_clear` only."""
_APART = 0.01
KINDS = ("bridge", "embedded")


def tie_spans(edition: str, card: Card) -> pd.DataFrame:
    """Return ties with the months that each was watched, and whether it ended in the last of them.

    Ties began at different times and the watch ended on one day, so that many were still in touch.
    """
    rng = chance_of(edition, card)
    table = first_clear(_is_clear, lambda: _spans(rng, card))
    table.insert(0, "tie_id", [f"L{i:03d}" for i in range(1, len(table) + 1)])
    return table


def _spans(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    longest = int(card.size_of("longest_watch"))
    parts = []
    for kind in KINDS:
        n = int(card.size_of(f"{kind}_ties"))
        monthly = 0.5 ** (1 / card.size_of(f"{kind}_half_life"))
        lasts = rng.geometric(1 - monthly, n)
        watched = rng.integers(1, longest + 1, n)
        months = np.minimum(lasts, watched)
        ended = np.where(lasts <= watched, "yes", "no")
        parts.append(pd.DataFrame({"kind": kind, "months": months, "ended": ended}))
    return shuffled(rng, pd.concat(parts))


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the share that lasts stands apart from what comes of mishandling the watch."""
    for _, ties in table.groupby("kind"):
        months, ended = ties["months"], ties["ended"] == "yes"
        lasted = months > _MONTH
        known = ended | lasted
        right = survival_at(months, ended, _MONTH)
        wrong = [
            lasted[ended].mean(),
            lasted.mean(),
            1 - (ended & ~lasted).mean(),
            lasted[known].mean(),
            survival_at(months, ended, _MONTH - 1),
            survival_at(months, ended, _MONTH + 1),
            1 - right,
            right / survival_at(months, ended, 1),
        ]
        if min(abs(right - value) for value in wrong) < _APART:
            return False
    return True
