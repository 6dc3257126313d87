"""People as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.names import full_name
from weakties.pages.section import Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_SHOWN = 20


def people_grid(people: pd.DataFrame, rows: Sequence[int], caption: str) -> tuple[Grid, ...]:
    """Return a table of people, the latest first; none for nobody.

    Parameters
    ----------
    people
        Those of one export.
    rows
        Which of them.
    caption
        What they have in common.
    """
    if not rows:
        return ()
    told = people.iloc[list(rows)].sort_values("connected_on", ascending=False, kind="stable")
    columns = ["first_name", "last_name", "slug", "position", "company", "connected_on"]
    listed = [
        (
            full_name(first, last) or slug or "somebody",
            ", ".join(filter(None, (position, company))) or "–",
            "–" if day != day else f"{day:%d %b %Y}",
        )
        for first, last, slug, position, company, day in told[columns].itertuples(
            index=False, name=None
        )
    ]
    said = f"{caption}: {len(listed):,}"
    if len(listed) > _SHOWN:
        said += f", the latest {_SHOWN} are shown"
    return (Grid(said, ("Name", "At what", "Connected on"), listed[:_SHOWN]),)
