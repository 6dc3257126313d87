"""Answers by the length of a message, printed as vendors print them: against the average."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear

if TYPE_CHECKING:
    from weakties.data.cards import Card

_BINS = {
    "up to 400": ("short", 3_000),
    "401 to 800": ("medium", 9_000),
    "801 to 1200": ("long", 11_000),
    "over 1200": ("longest", 7_000),
}


def lengths(edition: str, card: Card) -> pd.DataFrame:
    """Return four lengths, how many messages had each, and how far from the average its answers are."""
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _lengths(rng, card))


def _lengths(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    messages = np.array([round(n * rng.uniform(0.9, 1.1)) for _, n in _BINS.values()])
    times = np.array([1 + card.size_of(effect) / 100 for effect, _ in _BINS.values()])
    answered = rng.binomial(messages, card.size_of("answered") * times)
    average = answered.sum() / messages.sum()
    return pd.DataFrame(
        {
            "length": list(_BINS),
            "messages": messages,
            "vs_average_pct": np.round(100 * (answered / messages / average - 1), 1),
        }
    )


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether shorter is better, and rates and their ratio are far from what slips lead to."""
    against = table["vs_average_pct"].to_numpy() / 100
    short, longest = 1 + against[0], 1 + against[-1]
    falls = bool((np.diff(against) < -0.04).all())
    slips = max(1 + short - longest, (short - 1) / (1 - longest))
    # At 25 percent above an average of 20, the rate and the printed figure are the same number.
    return falls and slips < 1.58 < 1.685 < short / longest and against[0] > 0.265
