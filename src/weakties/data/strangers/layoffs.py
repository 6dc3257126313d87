"""Years that may come: who still has a job, at the protagonist's own firm and elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, stand_apart
from weakties.data.strangers.nadia import OWN_FIRM, employers_elsewhere

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

_YEARS = 800
_COLLEAGUES = range(1, 5)
_ELSEWHERE = range(5, 9)
"""Columns of the contacts at the protagonist's firm and of those elsewhere; she is column 0."""


def layoffs(edition: str, card: Card) -> pd.DataFrame:
    """Return 800 possible years with who kept their job in each.

    The four contacts elsewhere run the same risk as the four colleagues, only not together.
    """
    rng = chance_of(edition, card)
    lost = first_clear(_is_clear, lambda: _lost(rng, card))
    persons = ["Nadia", *(f"C{i}" for i in (*_COLLEAGUES, *_ELSEWHERE))]
    employers = [OWN_FIRM] * (1 + len(_COLLEAGUES))
    employers += employers_elsewhere(rng, edition, len(_ELSEWHERE))
    return pd.DataFrame(
        {
            "scenario": np.repeat([f"S{i:03d}" for i in range(1, _YEARS + 1)], len(persons)),
            "person": np.tile(persons, _YEARS),
            "employer": np.tile(employers, _YEARS),
            "kept_job": np.where(lost.ravel(), "no", "yes"),
        }
    )


def _lost(rng: np.random.Generator, card: Card) -> NDArray[np.bool_]:
    """Return who lost their job: a row for each year, a column for each person."""
    cut = card.size_of("cut_share")
    year = rng.permutation(np.arange(_YEARS) / _YEARS)
    at_firm = np.where(year < cut, card.size_of("lost_in_a_cut"), card.size_of("lost_otherwise"))
    # Half of the firm's bad years are bad years for everybody; the mean risk is the same.
    slump = year < cut / 2
    mean = cut * card.size_of("lost_in_a_cut") + (1 - cut) * card.size_of("lost_otherwise")
    in_slump = card.size_of("lost_in_a_slump")
    otherwise = (mean - in_slump * cut / 2) / (1 - cut / 2)
    elsewhere = np.where(slump, in_slump, otherwise)
    risk = np.column_stack([at_firm] * (1 + len(_COLLEAGUES)) + [elsewhere] * len(_ELSEWHERE))
    return np.asarray(rng.random(risk.shape) < risk)


def _is_clear(lost: NDArray[np.bool_]) -> bool:
    """Say whether the two networks, and the slips with each, can be told apart."""
    needed = lost[lost[:, 0]]
    risks = []
    for group in (list(_COLLEAGUES), list(_ELSEWHERE)):
        share, over_all_years = needed[:, group].mean(), lost[:, group].all(axis=1).mean()
        right = needed[:, group].all(axis=1).mean()
        risks.append(float(lost[:, group].mean()))
        independent = max(risks[-1], share) ** len(group)
        if not stand_apart([right, share, over_all_years], 0.021) or right - independent < 0.021:
            return False
    return abs(risks[0] - risks[1]) < 0.02
