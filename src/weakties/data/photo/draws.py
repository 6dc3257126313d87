"""Draws that hold exactly: members, and numbers of mean 0 and standard deviation 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weakties.data.editions import seed_of

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray


def some_of(edition: str, purpose: str, members: pd.Series[str], n: int) -> list[str]:
    """Return `n` of these members, in the order of their ids."""
    rng = np.random.default_rng(seed_of(edition, f"photo/{purpose}"))
    return sorted(rng.choice(members.to_numpy(dtype=object), n, replace=False))


def standardized(rng: np.random.Generator, n: int) -> NDArray[np.float64]:
    """Return n normal draws moved and stretched to mean 0 and standard deviation 1."""
    draws = rng.normal(0, 1, n)
    standard: NDArray[np.float64] = (draws - draws.mean()) / draws.std()
    return standard


def uncorrelated(rng: np.random.Generator, k: int, n: int) -> list[NDArray[np.float64]]:
    """Return `k` standardized vectors of length `n`, each uncorrelated with the ones before."""
    vectors: list[NDArray[np.float64]] = []
    for _ in range(k):
        vector = standardized(rng, n)
        for other in vectors:
            vector = vector - (vector * other).mean() * other
        vectors.append((vector - vector.mean()) / vector.std())
    return vectors
