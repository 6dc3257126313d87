"""What several of the unit's generators draw: answers in words, and numbered rows in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weakties.data.chance import shuffled

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray


def some_say_yes(rng: np.random.Generator, likely: float, n: int) -> NDArray[np.str_]:
    """Return `n` answers, each of them a yes with this probability."""
    return np.where(rng.random(n) < likely, "yes", "no")


def share_yes(answers: pd.Series[str]) -> float:
    """Return the share of answers that are a yes."""
    return float((answers == "yes").mean())


def numbered(rng: np.random.Generator, table: pd.DataFrame, letter: str, name: str) -> pd.DataFrame:
    """Return the rows in an order that says nothing, with ids in front."""
    mixed = shuffled(rng, table)
    mixed.insert(0, name, [f"{letter}{i:03d}" for i in range(1, len(mixed) + 1)])
    return mixed
