"""Recruiters who look at profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of
from weakties.data.photo.draws import some_of, standardized
from weakties.data.world.datasets import people as people_of

if TYPE_CHECKING:
    from weakties.data.cards import Card


def pilot(edition: str, card: Card) -> pd.DataFrame:
    """Return 30 recruiters by ten profiles: the share of the time that went to the photo."""
    rng = chance_of(edition, card)
    everybody = people_of(edition, about("people"))
    recruiting = everybody.loc[everybody["function"] == "recruiting", "person_id"]
    chosen = some_of(edition, "asked", recruiting, 30)
    recruiters = card.size_of("mean_share") + 9.0 * standardized(rng, 30)
    rows = [
        (recruiter, f"V{j:02d}", float(np.clip(np.round(mean + rng.normal(0, 4), 1), 0, 100)))
        for recruiter, mean in zip(chosen, np.clip(recruiters, 2, None), strict=True)
        for j in range(1, 11)
    ]
    return pd.DataFrame(rows, columns=["recruiter_id", "profile_id", "photo_time_pct"])
