"""Answer rates of the same members in two quarters between which nothing was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, stand_apart

if TYPE_CHECKING:
    from weakties.data.cards import Card

TENTH = 30
_APART = 0.42


def two_quarters(edition: str, card: Card) -> pd.DataFrame:
    """Return members with the share of their messages that was answered, in two quarters.

    A rate is the member's own level and the luck of the quarter. Nobody was coached.
    """
    rng = chance_of(edition, card)
    table = first_clear(_is_clear, lambda: _rates(rng, card))
    table.insert(0, "member_id", [f"Q{i:03d}" for i in range(1, len(table) + 1)])
    return table


def _rates(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    n = int(card.size_of("members"))
    level = card.size_of("mean_rate") + card.size_of("level_spread") * rng.normal(size=n)
    luck = card.size_of("luck_spread")
    first, second = (np.clip(level + luck * rng.normal(size=n), 0, 100) for _ in range(2))
    return pd.DataFrame({"rate_1": np.round(first, 1), "rate_2": np.round(second, 1)})


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the tenths have sharp edges, and their changes stand apart from all others."""
    first, second = table["rate_1"], table["rate_2"]
    change = second - first
    ranked = first.sort_values().to_numpy()
    gain = change[first.nsmallest(TENTH).index].mean()
    loss = -change[first.nlargest(TENTH).index].mean()
    wrong = [
        change.mean(),
        second.nsmallest(TENTH).mean() - first.nsmallest(TENTH).mean(),
        change[second.nsmallest(TENTH).index].mean(),
        -change[second.nlargest(TENTH).index].mean(),
        change.nlargest(TENTH).mean(),
        -change.nsmallest(TENTH).mean(),
        change[:TENTH].mean(),
        -gain,
        -loss,
    ]
    return bool(
        ranked[TENTH] > ranked[TENTH - 1]
        and ranked[-TENTH] > ranked[-TENTH - 1]
        and abs(change.mean()) < 0.6
        and stand_apart([gain, loss], _APART)
        and min(abs(right - value) for right in (gain, loss) for value in wrong) > _APART
    )
