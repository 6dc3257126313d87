"""Half a year of a sales team's invitations, by what came with them: sent, accepted, replied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear

if TYPE_CHECKING:
    from weakties.data.cards import Card

_MONTHS = pd.date_range("2026-06-01", periods=6, freq="MS")
_SENT = {
    "blank": (500, 800, 1_500, 2_700, 4_000, 5_600),
    "question": (300, 400, 600, 900, 1_300, 1_900),
    "pitch": (300, 400, 600, 900, 1_300, 1_900),
}
"""More every month; the blanks are quickest to send."""
_HASTE = np.linspace(1, 0, len(_MONTHS))
"""How much of the first month's care is left."""


def funnel(edition: str, card: Card) -> pd.DataFrame:
    """Return how many invitations of each kind were sent, accepted and followed by a reply."""
    rng = chance_of(edition, card)
    return first_clear(_is_clear, lambda: _funnel(rng, card))


def _funnel(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    frames = []
    for variant, plan in _SENT.items():
        sent = np.round(np.array(plan) * rng.uniform(0.92, 1.08, len(plan))).astype(int)
        care = 1 + (card.size_of("care") - 1) * _HASTE
        accepted = rng.binomial(sent, card.size_of(f"{variant}_accepted") * care)
        replied = rng.binomial(accepted, card.size_of(f"{variant}_replied"))
        frames.append(
            pd.DataFrame(
                {
                    "month": _MONTHS,
                    "variant": variant,
                    "sent": sent,
                    "accepted": accepted,
                    "replied": replied,
                }
            )
        )
    return pd.concat(frames).sort_values(["month", "variant"], ignore_index=True)


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether each kind leads at another stage, and a mean of monthly rates shows as one."""
    total = table.groupby("variant")[["sent", "accepted", "replied"]].sum()
    accepted = total["accepted"] / total["sent"]
    replied = total["replied"] / total["accepted"]
    yields = 1000 * total["replied"] / total["sent"]
    of_all = 1000 * total["replied"].sum() / total["sent"].sum()
    monthly = (1000 * table["replied"] / table["sent"]).groupby(table["variant"]).mean()
    return bool(
        accepted["blank"] > accepted["question"] + 0.01
        and replied["pitch"] > replied["question"] + 0.02
        and yields["question"] > yields.drop("question").max() + 5
        and yields["pitch"] > max(yields["blank"], of_all) + 1.1
        and total["replied"].idxmax() == "blank"
        # In no edition is a mean of monthly rates what another edition's right answer is.
        and yields["question"] < 46 < 47.1 < monthly["question"]
        and yields["pitch"] < 34.4 < 35.5 < monthly["pitch"]
    )
