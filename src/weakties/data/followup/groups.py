"""Groups rated at a first and a second look, of which some were kept in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, stand_apart

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

WORST = 24
_APART = 0.11
_DRIFT = 0.04


def group_visits(edition: str, card: Card) -> pd.DataFrame:
    """Return groups with two ratings, whose quality did not change, and who was kept after the first.

    A rating is the group's quality and the luck of the day. Whoever keeps groups by the first
    rating keeps better ones, and luckier ones.
    """
    rng = chance_of(edition, card)
    table = first_clear(_is_clear, lambda: _visits(rng, card))
    table.insert(0, "group_id", [f"G{i:03d}" for i in range(1, len(table) + 1)])
    return table


def _visits(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    n = int(card.size_of("groups"))
    quality = card.size_of("mean_quality") + card.size_of("quality_spread") * rng.normal(size=n)
    luck = card.size_of("luck_spread")
    # The second luck differs by next to nothing, but enough to tell the two means apart.
    days = (luck * _fair(rng, n), luck * _fair(rng, n) + rng.choice([-1, 1]) * _DRIFT)
    first, second = (np.clip(quality + day, 0, 10) for day in days)
    liked = first + rng.normal(0, 0.6, n)
    kept = liked >= np.quantile(liked, 1 - card.size_of("kept_share"))
    return pd.DataFrame(
        {
            "first_rating": np.round(first, 1),
            "kept": np.where(kept, "yes", "no"),
            "second_rating": np.round(second, 1),
        }
    )


def _fair(rng: np.random.Generator, n: int) -> NDArray[np.float64]:
    """Return luck that helps as much as it harms, over all groups."""
    drawn = rng.normal(size=n)
    return np.asarray((drawn - drawn.mean()) / drawn.std())


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the worst can be told from the next, and every change from its neighbors."""
    first, second, kept = table["first_rating"], table["second_rating"], table["kept"] == "yes"
    change = second - first
    ranked = first.sort_values().to_numpy()
    rise, of_kept = second[kept].mean() - first.mean(), change[kept].mean()
    lowest = change[first.nsmallest(WORST).index].mean()
    others = [
        change.mean(),
        second[kept].mean() - first[~kept].mean(),
        second[kept].mean() - second[~kept].mean(),
        change[~kept].mean(),
        change[second.nsmallest(WORST).index].mean(),
        change[first.nlargest(WORST).index].mean(),
        first[kept].mean() - first.mean(),
        first[kept].mean() - first[~kept].mean(),
    ]
    return bool(
        ranked[WORST] > ranked[WORST - 1]
        and 0.022 < abs(change.mean()) < 1.5 * _DRIFT
        and stand_apart([rise, of_kept, lowest], _APART)
        and min(abs(right - wrong) for right in (rise, of_kept, lowest) for wrong in others)
        > _APART
    )
