"""A trial in which cohorts, not people, were drawn by lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear

if TYPE_CHECKING:
    from weakties.data.cards import Card

_SIZES = (30, 81)


def cohort_trial(edition: str, card: Card) -> pd.DataFrame:
    """Return people in cohorts, half of which were trained by lot, and who was employed after."""
    rng = chance_of(edition, card)
    table = first_clear(lambda drawn: _is_clear(drawn, card), lambda: _people(rng, card))
    table.insert(0, "person_id", [f"T{i:04d}" for i in range(1, len(table) + 1)])
    return table


def _people(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    cohorts = int(card.size_of("cohorts"))
    treated = rng.permutation(np.arange(cohorts) < cohorts // 2)
    sizes = rng.integers(*_SIZES, cohorts)
    base = np.where(treated, card.size_of("employed_trained"), card.size_of("employed_others"))
    likely = np.clip(base + card.size_of("cohort_spread") * rng.normal(size=cohorts), 0.05, 0.97)
    who = np.repeat(np.arange(cohorts), sizes)
    return pd.DataFrame(
        {
            "cohort": [f"C{k + 1:02d}" for k in who],
            "trained": np.where(treated[who], "yes", "no"),
            "employed": np.where(rng.random(len(who)) < likely[who], "yes", "no"),
        }
    )


def _is_clear(table: pd.DataFrame, card: Card) -> bool:
    """Say whether people and cohorts as units lead to numbers that stand apart."""
    employed = (table["employed"] == "yes").astype(float)
    shares = employed.groupby([table["trained"], table["cohort"]]).mean()
    means = shares.groupby("trained").mean()
    pooled = employed.groupby(table["trained"]).mean()
    counts = table.groupby("trained").size()
    hired = employed.groupby(table["trained"]).sum()
    effect = 100 * (means["yes"] - means["no"])
    planted = 100 * (card.size_of("employed_trained") - card.size_of("employed_others"))
    of_arms = 100**2 * shares.groupby("trained").var() / _arms(shares)
    error, of_an_arm = np.sqrt(of_arms.sum()), np.sqrt(of_arms.max())
    of_people = 100 * float(np.sqrt((pooled * (1 - pooled) / counts).sum()))
    return bool(
        abs(effect - planted) < 1.5
        and abs(100 * (pooled["yes"] - pooled["no"]) - effect) > 0.45
        and abs(100 * (pooled["yes"] / pooled["no"] - means["yes"] / means["no"])) > 0.45
        and abs(100 * (hired["yes"] / hired["no"] - means["yes"] / means["no"])) > 0.45
        and error - of_people > 0.5
        and error - of_an_arm > 0.45
    )


def _arms(shares: pd.Series[float]) -> pd.Series[int]:
    return shares.groupby("trained").size()
