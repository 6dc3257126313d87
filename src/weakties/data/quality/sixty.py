"""Sixty people whom the protagonist could ask, and who among them knows whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of
from weakties.data.quality.members import (
    NADIA,
    connections_of,
    degree_of,
    network_of,
    people_of,
    person_ids,
    tie_table,
    ties_among,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

    Ints = NDArray[np.int64]


def candidates(edition: str, card: Card) -> pd.DataFrame:
    """Return the sixty: the world's best connected, colleagues, her own trade, other trades.

    Nobody was chosen for whom they know, but that those of other trades are connections of hers
    where there are enough.
    """
    rng = chance_of(edition, card)
    people, degree = people_of(edition), degree_of(edition)
    others_degree = np.where(people.index == NADIA, 0, degree)
    best = np.argsort(-others_degree, kind="stable")[: int(card.size_of("best_connected"))]
    her = people.loc[NADIA]
    modest = (degree < degree[best].min()) & (degree >= card.size_of("least_connections"))
    may_be = pd.Series(modest, index=people.index) & (people.index != NADIA)
    known = pd.Series(people.index.isin(connections_of(edition, NADIA)), index=people.index)
    colleague = people["employer"] == her["employer"]
    own_trade = people["industry"] == her["industry"]
    others = [trade for trade in np.unique(people["industry"]) if trade != her["industry"]]
    each = int(card.size_of("each_other_trade"))
    chosen = [
        best,
        _some(rng, may_be & known & colleague, int(card.size_of("colleagues"))),
        _some(rng, may_be & known & own_trade & ~colleague, int(card.size_of("own_trade"))),
        *(
            _some(rng, may_be & (people["industry"] == trade), each, first=known)
            for trade in others
        ),
    ]
    rows = np.sort(np.concatenate(chosen))
    seen, mutuals = people.loc[rows], _mutuals(edition, rows)
    return pd.DataFrame(
        {
            "person_id": person_ids(rows),
            "name": (seen["first_name"] + " " + seen["last_name"]).to_numpy(),
            "industry": seen["industry"].to_numpy(),
            "employer": seen["employer"].to_numpy(),
            "function": seen["function"].to_numpy(),
            "connections": degree[rows],
            "mutuals": mutuals,
        }
    )


def candidate_ties(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - nothing is planted here
    """Return the ties among the sixty, as the world has them."""
    rows = candidates(edition, about("candidates"))["person_id"].str[1:].astype(int)
    return tie_table(ties_among(edition, rows))


def _some(
    rng: np.random.Generator,
    who: pd.Series[bool],
    n: int,
    first: pd.Series[bool] | None = None,
) -> Ints:
    """Return n of the people that `who` marks; those that `first` marks go first."""
    eligible = rng.permutation(who.index[who].to_numpy())
    if first is not None:
        eligible = eligible[np.argsort(~first.loc[eligible].to_numpy(), kind="stable")]
    return np.asarray(eligible[:n])


def _mutuals(edition: str, rows: Ints) -> Ints:
    """Return how many connections each has in common with the protagonist."""
    return network_of(edition).mutuals(np.full(len(rows), NADIA), rows)
