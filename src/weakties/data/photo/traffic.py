"""A year of views of members with and without a photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of, first_clear, shuffled
from weakties.data.photo.draws import some_of
from weakties.data.world.datasets import people as people_of

if TYPE_CHECKING:
    from weakties.data.cards import Card

_LEVELS = {"monthly": (1200, 60), "weekly": (600, 300), "daily": (200, 194)}
"""How many members are how active, and how many of these have a photo; the least active first."""


def views(edition: str, card: Card) -> pd.DataFrame:
    """Return a year of 2,000 members: how active, photo or none, and how often viewed."""
    rng = chance_of(edition, card)
    table = first_clear(_rounding_shows, lambda: _views(rng, card))
    table.insert(0, "member_id", _by_activity(edition, table["activity"]))
    return table


def _views(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    frames = []
    for activity, (members, with_photo) in _LEVELS.items():
        has_photo = rng.permutation(np.arange(members) < with_photo)
        mean = card.size_of(f"views_{activity}") * np.where(
            has_photo, card.size_of(f"photo_ratio_{activity}"), 1.0
        )
        frames.append(
            pd.DataFrame(
                {
                    "activity": activity,
                    "has_photo": np.where(has_photo, "yes", "no"),
                    "views": rng.poisson(mean * rng.gamma(40, 1 / 40, members)),
                }
            )
        )
    return shuffled(rng, pd.concat(frames, ignore_index=True))


def _by_activity(edition: str, activity: pd.Series[str]) -> pd.Series[str]:
    """Return who each row is: members of the world who spend the more time, the more active."""
    everybody = people_of(edition, about("people"))
    chosen = some_of(edition, "viewed", everybody["person_id"], len(activity))
    hours = everybody.set_index("person_id")["hours_per_week"]
    by_hours = sorted(chosen, key=lambda member: (hours[member], member))
    rows = activity.map({level: rank for rank, level in enumerate(_LEVELS)})
    order = rows.sort_values(kind="stable").index
    return pd.Series(by_hours, index=order).reindex(activity.index)


def _rounding_shows(table: pd.DataFrame) -> bool:
    """Say whether the crude ratio can be told from the whole number next to it."""
    means = table.groupby("has_photo")["views"].mean()
    ratio = means["yes"] / means["no"]
    return bool(abs(ratio - round(ratio)) > 0.15)
