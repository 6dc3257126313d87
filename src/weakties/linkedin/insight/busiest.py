"""With whom most was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.linkedin.names import full_name

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd

    from weakties.linkedin.figures import Figures


class Busy(NamedTuple):
    """Somebody, and how many messages went each way in the conversations with them."""

    name: str
    role: str
    from_owner: int
    from_person: int
    last: datetime | None


def both_ways(figures: Figures) -> pd.Series[int]:
    """Return how many messages went both ways with whom, by the people's rows; most come first."""
    import pandas as pd

    if figures.exchanges is None:
        return pd.Series(dtype="int64")
    table = figures.exchanges[figures.exchanges["both_ways"]]
    often = table["from_owner"] + table["from_person"]
    return often.sort_values(ascending=False, kind="stable")


def busiest(figures: Figures, *, most: int) -> list[Busy]:
    """Return people with messages both ways, those with most messages first."""
    if figures.exchanges is None:
        return []
    table = figures.exchanges.loc[both_ways(figures).index[:most]]
    told = figures.people.loc[
        table.index, ["first_name", "last_name", "slug", "position", "company"]
    ]
    counts = table[["from_owner", "from_person", "last"]]
    return [
        Busy(
            full_name(first, last_name) or slug,
            ", ".join(filter(None, (position, company))),
            int(mine),
            int(theirs),
            None if last != last else last.to_pydatetime(),
        )
        for (first, last_name, slug, position, company), (mine, theirs, last) in zip(
            told.itertuples(index=False, name=None),
            counts.itertuples(index=False, name=None),
            strict=True,
        )
    ]
