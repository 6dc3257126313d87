"""The protagonist in the world: whom everybody is connected with, and where her contacts work."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from weakties.data.cards import about
from weakties.data.world.datasets import id_words, people, world_of

NADIA = "P0000"
OWN_FIRM = "Tarn Valley"


@lru_cache(maxsize=2)
def circles(edition: str) -> dict[str, set[str]]:
    """Return everybody's connections in the world."""
    table = world_of(edition).ties
    a, b = table["a"].to_numpy(), table["b"].to_numpy()
    one, other = np.concatenate([a, b]), np.concatenate([b, a])
    order = np.argsort(one, kind="stable")
    ids = id_words("person_id", world_of(edition).size)
    who, first = np.unique(one[order], return_index=True)
    known = np.split(ids[other[order]], first[1:])
    return {person: set(theirs) for person, theirs in zip(ids[who], known, strict=True)}


def employers_elsewhere(rng: np.random.Generator, edition: str, n: int) -> list[str]:
    """Return `n` firms of different industries, not Nadia's own, at which she knows somebody."""
    everybody = people(edition, about("people"))
    at_home = everybody.loc[everybody["employer"] == OWN_FIRM, "industry"]
    known = everybody[everybody["person_id"].isin(circles(edition)[NADIA])]
    firms = known[~known["industry"].isin(at_home)].drop_duplicates("employer")
    mixed = firms.iloc[rng.permutation(len(firms))].drop_duplicates("industry")
    return list(mixed["employer"].head(n))
