"""Attributes of a photo that a vendor tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of

if TYPE_CHECKING:
    from weakties.data.cards import Card


_ATTRIBUTES = (
    "suit", "tie", "collar", "glasses", "sunglasses", "hat", "smile", "teeth shown", "gaze to camera",
    "head tilt", "close-up", "full body", "plain background", "office background",
    "outdoor background", "black and white", "high contrast", "pet", "drink", "logo", "beard",
    "jewelry",
)  # fmt: skip


def attributes(edition: str, card: Card) -> pd.DataFrame:
    """Return 22 attributes of a photo with the p value of each, two of them not tested.

    Some attributes matter, in each edition another number of them; one of their p values lies between
    0.05 / 22 and 0.05 / 20, one just above. Of the other tested ones a few fall below 0.05 by luck, and
    one stands exactly on it. The surest two of those that matter lower the impression: who counts only
    what raises it finds fewer.
    """
    rng = chance_of(edition, card)
    fewest, most = (int(card.size_of(f"{which}_real_effects")) for which in ("fewest", "most"))
    real, lucky = int(rng.integers(fewest, most + 1)), int(rng.integers(1, 4))
    small = [0.0024, 0.0035, *(_p(rng, 0.00001, 0.0018) for _ in range(real - 2))]
    chance = [0.05, *(_p(rng, 0.008, 0.048) for _ in range(lucky))]
    rest = [_p(rng, 0.07, 0.98) for _ in range(20 - real - len(chance))]
    names = rng.permutation(_ATTRIBUTES)
    p_values = rng.permutation([*small, *chance, *rest, np.nan, np.nan])
    effects = np.round(rng.normal(0, 0.12, 22) + np.where(p_values < 0.05, 0.3, 0), 2)
    surest = np.argsort(p_values)[: int(card.size_of("negative_effects"))]
    effects[surest] = -np.maximum(np.abs(effects[surest]), 0.1)
    return pd.DataFrame({"attribute": names, "effect": effects, "p_value": p_values})


def _p(rng: np.random.Generator, low: float, high: float) -> float:
    return float(np.round(rng.uniform(low, high), 5))
