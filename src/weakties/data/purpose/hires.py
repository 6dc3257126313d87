"""Who applied, who knew somebody at the firm, and who was hired."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, stand_apart

if TYPE_CHECKING:
    from weakties.data.cards import Card

_APART = 0.021
"""Shares differ by more than this, and what is said of *times* by more than fifty of it."""


def hires(edition: str, card: Card) -> pd.DataFrame:
    """Return applicants: whether they had a connection at the firm, and whether they were hired."""
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _drawn(rng, card))


def _drawn(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    n = int(card.size_of("applicants"))
    connected = rng.random(n) < card.size_of("connected")
    chance = np.where(connected, card.size_of("hired_connected"), card.size_of("hired_others"))
    return pd.DataFrame(
        {
            "applicant_id": [f"A{number:04d}" for number in range(1, n + 1)],
            "has_connection": np.where(connected, "yes", "no"),
            "hired": np.where(rng.random(n) < chance, "yes", "no"),
        }
    )


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether swapped denominators, joint shares and other ratios can be told from what is right."""
    connected, hired = table["has_connection"] == "yes", table["hired"] == "yes"
    both = (connected & hired).sum()
    among_hired, among_connected = both / hired.sum(), both / connected.sum()
    among_others = hired[~connected].mean()
    shares = [
        *(among_hired, among_connected, among_others, both / len(table)),
        *(hired.mean(), connected.mean(), connected[~hired].mean(), 1 - among_hired),
    ]
    times = among_connected / among_others
    ratios = [
        both / (hired & ~connected).sum(),
        among_hired / among_connected,
        among_connected / hired.mean(),
        times * (1 - among_others) / (1 - among_connected),
        among_hired / connected[~hired].mean(),
    ]
    others = [value for value in shares if value not in (among_hired, among_connected)]
    return bool(
        stand_apart([among_hired, among_connected], _APART)
        and min(abs(among_hired - value) for value in others) > _APART
        and min(abs(among_connected - value) for value in others) > _APART
        and min(abs(times - ratio) for ratio in ratios) > 50 * _APART
        and 7.5 < times < 10.5
    )
