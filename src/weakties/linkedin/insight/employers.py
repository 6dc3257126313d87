"""The network by company: how many are there, whom of them one writes with, and when they came."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures


class Employer(NamedTuple):
    """A company: its people, those with messages both ways, and how many came in which year."""

    name: str
    people: int
    both_ways: int | None
    came: dict[int, int]


def employers_of(figures: Figures, *, most: int) -> list[Employer]:
    """Return the companies with most people, the largest first; a company is today's."""
    counts = figures.companies.head(most)
    of_these = figures.company_keys.isin(counts.index)
    people = figures.people.loc[of_these, ["company", "connected_on"]]
    at = dict(list(people.groupby(figures.company_keys[of_these])))
    both = None
    if figures.exchanges is not None and figures.knows_owner:
        both = figures.exchanges.index[figures.exchanges["both_ways"]]
    found = []
    for key, count in counts.items():
        there = at[str(key)]
        years = there["connected_on"].dropna().dt.year.value_counts()
        found.append(
            Employer(
                str(there["company"].iloc[0]),
                int(count),
                None if both is None else int(there.index.isin(both).sum()),
                {int(str(year)): int(number) for year, number in years.items()},
            )
        )
    return found
