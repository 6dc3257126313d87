"""How many connections each member of a team has, before anybody made an effort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, of_edition, shuffled
from weakties.data.world.names import FIRST_NAMES

if TYPE_CHECKING:
    from weakties.data.cards import Card

_ALIKE = (5, 7, 9, 11, 13)
"""How many are alike, an odd number: then an even number of members has an account."""
_SPREAD = 14


def team(edition: str, card: Card) -> pd.DataFrame:
    """Return members: one with next to none, some alike, two with many, one who is not there."""
    rng = chance_of(edition, card)
    alike = int(of_edition(edition, card, "alike", _ALIKE))
    return first_clear(_is_clear, lambda: _members(rng, card, alike))


def _members(rng: np.random.Generator, card: Card, alike: int) -> pd.DataFrame:
    usual = int(card.size_of("usual"))
    counts = [
        int(rng.integers(5, 13)),
        *(int(count) for count in usual + rng.integers(-_SPREAD, _SPREAD + 1, alike)),
        int(card.size_of("close_to_goal") + rng.integers(-12, 13)),
        int(card.size_of("at_goal") + rng.integers(0, 30)),
        None,
    ]
    names = rng.choice(FIRST_NAMES, len(counts), replace=False)
    table = pd.DataFrame({"member": names, "connections": pd.Series(counts, dtype="float64")})
    return shuffled(rng, table)


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the median of the unsorted, and with a zero, are told from the right one."""
    given = table["connections"].dropna().astype(float)
    listed, half = given.to_numpy(), len(given) // 2
    with_zero = table["connections"].fillna(0).astype(float)
    unsorted = listed[half - 1 : half + 1].mean()
    right, middle = given.median(), np.sort(listed)[half - 1 : half + 1]
    others = [unsorted, with_zero.median(), *middle, given.mean(), with_zero.mean()]
    return bool(min(abs(right - other) for other in others) > 1.1 and given.is_unique)
