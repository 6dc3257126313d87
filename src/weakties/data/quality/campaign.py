"""A firm that set its staff a target: connections and opportunities, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, stand_apart
from weakties.data.quality.members import NADIA, people_of

if TYPE_CHECKING:
    from weakties.data.cards import Card

_MONTHS = pd.date_range("2025-01-01", periods=24, freq="MS")
_YEAR = 12


def target(edition: str, card: Card) -> pd.DataFrame:
    """Return two years of sixty members of a firm; the target comes with the second January.

    Before, people have as many connections as they have relationships, and opportunities come
    from relationships. After, everybody goes for the target, whoever they know.
    """
    rng = chance_of(edition, card)
    staff = _staff(rng, people_of(edition), int(card.size_of("members")))
    return first_clear(_is_clear, lambda: _target(rng, staff, card))


def _staff(rng: np.random.Generator, people: pd.DataFrame, n: int) -> list[str]:
    """Return people of a large firm, not Nadia's, in the order of their ids."""
    elsewhere = people[people["employer"] != people.loc[NADIA, "employer"]]
    largest = elsewhere["employer"].value_counts().index[0]
    at_firm = elsewhere.loc[elsewhere["employer"] == largest, "person_id"]
    return sorted(rng.choice(at_firm.to_numpy(dtype=object), n, replace=False))


def _target(rng: np.random.Generator, staff: list[str], card: Card) -> pd.DataFrame:
    n, goal = len(staff), card.size_of("target")
    relationships = np.exp(rng.normal(np.log(card.size_of("median_connections")), 0.55, n))
    relationships = np.clip(relationships, 12, 0.95 * goal)
    start = relationships * rng.uniform(0.25, 1.0, n)
    # Some months bring many new relationships and most bring none, so that no other month's
    # count stands in for December's.
    grown = rng.dirichlet(np.full(_YEAR - 1, 0.15), n).cumsum(axis=1)
    # Those who were furthest behind collect the most, and some do not stop at the target.
    final = goal * rng.uniform(0.97, 1.1, n) + rng.exponential(60, n)
    rate = card.size_of("opportunities_per_100") / _YEAR * relationships / 100
    connections, opportunities = [], []
    for member in range(n):
        growth = relationships[member] - start[member]
        before = start[member] + growth * np.concatenate([[0.0], grown[member]])
        pace = np.linspace(0, 1, _YEAR + 1)[1:] ** rng.uniform(0.3, 0.9)
        after = relationships[member] + (final[member] - relationships[member]) * pace
        connections.append(np.round(np.concatenate([before, after])).astype(int))
        opportunities.append(rng.poisson(rate[member], 2 * _YEAR))
    return pd.DataFrame(
        {
            "member_id": np.repeat(staff, 2 * _YEAR),
            "month": np.tile(_MONTHS, n),
            "connections": np.concatenate(connections),
            "opportunities": np.concatenate(opportunities),
        }
    )


def _is_clear(table: pd.DataFrame) -> bool:
    """Say whether the correlation is there before, gone after, and unlike what slips lead to."""
    years = [table[table["month"].dt.year == year] for year in (2025, 2026)]
    before, after = (_r(year) for year in years)
    slips = [
        _monthly(table),
        *map(_monthly, years),
        *(_monthly(year[_is_last(year)]) for year in years),
    ]
    return (
        before > 0.6
        and abs(after) < 0.15
        and stand_apart([0.0, before, after, *slips], least=0.012)
        and min(abs(before - other) for other in _other_counts(years[0])) > 0.012
        and min(abs(after - other) for other in _other_counts(years[1])) > 0.0012
    )


def _other_counts(year: pd.DataFrame) -> list[float]:
    """Return the correlations with January's, November's and the mean count, and of ranks."""
    return [_r(year, "first"), _r_of_november(year), _r(year, "mean"), _rank_r(year)]


def _r(year: pd.DataFrame, counted: str = "last") -> float:
    """Return the members' correlation, with the connections of another month or all of them."""
    members = year.groupby("member_id")
    connections = members["connections"].agg(counted)
    return float(connections.corr(members["opportunities"].sum()))


def _r_of_november(year: pd.DataFrame) -> float:
    november = year.loc[~_is_last(year)].groupby("member_id")["connections"].last()
    return float(november.corr(year.groupby("member_id")["opportunities"].sum()))


def _rank_r(year: pd.DataFrame) -> float:
    members = year.groupby("member_id")
    connections, opportunities = members["connections"].last(), members["opportunities"].sum()
    return float(connections.rank().corr(opportunities.rank()))


def _monthly(rows: pd.DataFrame) -> float:
    return float(rows["connections"].corr(rows["opportunities"]))


def _is_last(year: pd.DataFrame) -> pd.Series[bool]:
    return year["month"].eq(year["month"].max())
