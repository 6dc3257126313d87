"""Opportunities of a firm's people in a year: many have few, a few have many."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, of_edition, shuffled

if TYPE_CHECKING:
    from weakties.data.cards import Card

_APART = 0.021
_MEMBERS = (40, 44, 48, 52, 56, 60, 64, 68, 72)


def outcomes(edition: str, card: Card) -> pd.DataFrame:
    """Return members with their opportunities in a year, in no order."""
    rng = chance_of(edition, card)
    usual = int(of_edition(edition, card, "members", _MEMBERS))
    table = first_clear(_is_clear, lambda: _members(rng, card, usual))
    table.insert(0, "member_id", [f"M{i:02d}" for i in range(1, len(table) + 1)])
    return table


def _members(rng: np.random.Generator, card: Card, usual: int) -> pd.DataFrame:
    n = usual + int(rng.integers(-3, 4))
    drawn = np.exp(card.size_of("spread") * rng.normal(size=n))
    counts = np.sort(np.floor(card.size_of("median") * drawn).astype(int))[::-1]
    # Two share the place at the edge of the top tenth, so that a threshold takes in too many.
    edge = ceil(n / 10)
    counts[edge] = counts[edge - 1]
    return shuffled(rng, pd.DataFrame({"opportunities": counts}))


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether one member more or less in the top tenth, or in the half, can be told."""
    counts = np.sort(table["opportunities"].to_numpy())[::-1]
    n, total = len(counts), counts.sum()
    top = ceil(n / 10)
    running = np.cumsum(counts) / total
    half = int(np.argmax(running >= 0.5)) + 1
    return bool(
        n % 10 in range(2, 9)
        and n % 2
        and counts[top] / total > _APART
        and counts[top] > counts[top + 1]
        and counts[top - 2] > counts[top - 1]
        and 0.35 < running[top - 1] < 0.48
        and abs(running[half - 1] - 0.5) > 0.004
        and half not in (top, top + 1, n // 2, ceil(n / 2))
        and (counts == 0).sum() > 2
    )
