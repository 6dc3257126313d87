"""Who is connected to whom in the protagonist's town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.data.quality.members import NADIA, people_of, tie_table, ties_among

if TYPE_CHECKING:
    import pandas as pd

    from weakties.data.cards import Card


def friends(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - nothing is planted here
    """Return the ties among the people of Nadia's town, as the world has them."""
    people = people_of(edition)
    town = people.index[people["city"] == people.loc[NADIA, "city"]]
    return tie_table(ties_among(edition, town))
