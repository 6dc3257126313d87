"""The protagonist in the world: whom everybody is connected with, and where her contacts work."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from weakties.data.cards import about
from weakties.data.world.datasets import people, ties

if TYPE_CHECKING:
    import numpy as np

NADIA = "P0000"
OWN_FIRM = "Tarn Valley"


@lru_cache(maxsize=2)
def circles(edition: str) -> dict[str, set[str]]:
    """Return everybody's connections in the world."""
    found: dict[str, set[str]] = {}
    table = ties(edition, about("ties"))
    for a, b in zip(table["a"], table["b"], strict=True):
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found


def employers_elsewhere(rng: np.random.Generator, edition: str, n: int) -> list[str]:
    """Return `n` firms of different industries, not Nadia's own, at which she knows somebody."""
    everybody = people(edition, about("people"))
    at_home = everybody.loc[everybody["employer"] == OWN_FIRM, "industry"]
    known = everybody[everybody["person_id"].isin(circles(edition)[NADIA])]
    firms = known[~known["industry"].isin(at_home)].drop_duplicates("employer")
    mixed = firms.iloc[rng.permutation(len(firms))].drop_duplicates("industry")
    return list(mixed["employer"].head(n))
