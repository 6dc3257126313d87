"""How many connections each member of a team has, before anybody made an effort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, shuffled
from weakties.data.world.names import FIRST_NAMES

if TYPE_CHECKING:
    from weakties.data.cards import Card

_ALIKE = 5
_SPREAD = 14


def team(edition: str, card: Card) -> pd.DataFrame:
    """Return nine members: one with next to none, five alike, two with many, one who is not there."""
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _members(rng, card))


def _members(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    usual = int(card.size_of("usual"))
    counts = [
        int(rng.integers(5, 13)),
        *(int(count) for count in usual + rng.integers(-_SPREAD, _SPREAD + 1, _ALIKE)),
        int(card.size_of("close_to_goal") + rng.integers(-12, 13)),
        int(card.size_of("at_goal") + rng.integers(0, 30)),
        None,
    ]
    names = rng.choice(FIRST_NAMES, len(counts), replace=False)
    table = pd.DataFrame({"member": names, "connections": pd.Series(counts, dtype="float64")})
    return shuffled(rng, table)


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the median of the unsorted, and of nine, are told from that of the eight."""
    given = table["connections"].dropna().astype(float)
    listed = given.to_numpy()
    nine = table["connections"].fillna(0).astype(float)
    unsorted = (listed[3] + listed[4]) / 2
    right = given.median()
    others = [unsorted, nine.median(), *np.sort(listed)[3:5], given.mean(), nine.mean()]
    return bool(min(abs(right - other) for other in others) > 1.1 and given.is_unique)
