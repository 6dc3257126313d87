"""Opportunities of the last two years, and through whom they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.world.calendar import LAST_DAY, LAST_YEAR, dates, day
from weakties.data.world.draws import Draws, exp
from weakties.data.world.people import worded

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from weakties.data.world.parameters import Parameters
    from weakties.data.world.ties import Ties

KINDS = ("job lead", "client", "project", "invitation to speak")
ROUTES = ("weak tie", "strong tie", "no contact")

_KIND_SHARES = (0.4, 0.25, 0.25, 0.1)
_FIRST_DAY = day(f"{LAST_YEAR - 1}-01-01")
_DAYS_PER_YEAR = 365.25


def usefulness_of(mutuals: ArrayLike, parameters: Parameters) -> NDArray[np.float64]:
    """Return what a tie passes on, relative to one with the best number of mutual connections.

    With x = mutuals ÷ best, the inverted U is (x · e^(1 − x))³ above a floor: 1 at the best
    number, falling slowly to its right and fast to its left.

    Examples
    --------
    >>> from weakties.data.world.parameters import Parameters
    >>> usefulness_of([0, 5, 10, 20, 40], Parameters()).round(2).tolist()
    [0.1, 0.6, 1.0, 0.46, 0.11]
    """
    x = np.minimum(np.asarray(mutuals, float) / parameters.best_mutuals, 20.0)
    hump = x * exp(1.0 - x)
    return np.asarray(parameters.least_use + (1.0 - parameters.least_use) * hump * hump * hump)


def opportunities(edition: str, size: int, ties: Ties, parameters: Parameters) -> pd.DataFrame:
    """Return the opportunities of two years in order of time, at most one on each tie."""
    draws = Draws(edition, "opportunities")
    n = len(ties)
    for_a = draws.chance(0.5, n)
    attention = np.where(for_a, ties.attention[:, 0], ties.attention[:, 1])
    begin = np.maximum(ties.since, _FIRST_DAY)
    years = (LAST_DAY - begin) / _DAYS_PER_YEAR
    chance = parameters.opportunities_per_tie * usefulness_of(ties.mutuals, parameters) * years
    chance = chance * np.where(ties.strong, parameters.strong_worth, 1.0) * attention
    tie = np.flatnonzero(draws.chance(np.minimum(chance, 1.0), n))
    came = begin[tie] + draws.below(LAST_DAY - begin[tie] + 1, len(tie))
    alone = round(len(tie) * (1.0 - parameters.contact_share) / parameters.contact_share)
    a_gets = for_a[tie]
    nobody = np.full(alone, -1)
    person = np.concatenate([np.where(a_gets, ties.a[tie], ties.b[tie]), draws.below(size, alone)])
    via = np.concatenate([np.where(a_gets, ties.b[tie], ties.a[tie]), nobody])
    through = np.concatenate([tie, nobody])
    came = np.concatenate([came, _FIRST_DAY + draws.below(LAST_DAY - _FIRST_DAY + 1, alone)])
    order = np.argsort(came, kind="stable")
    through = through[order]
    route = np.where(through < 0, 2, ties.strong[through].astype(np.int64))
    return pd.DataFrame(
        {
            "opportunity_id": np.arange(len(order)),
            "person_id": person[order],
            "via_id": via[order],
            "tie_id": through,
            "route": worded(route, ROUTES),
            "kind": worded(draws.shared_out(_KIND_SHARES, len(order)), KINDS),
            "came": dates(came[order]),
        }
    )
