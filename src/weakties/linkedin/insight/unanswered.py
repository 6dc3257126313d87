"""Who wrote to the owner and never got an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.linkedin.names import full_name

if TYPE_CHECKING:
    from datetime import datetime

    from weakties.linkedin.figures import Figures


class Unanswered(NamedTuple):
    """Somebody who wrote: name, position and company, and when last, if that is known."""

    name: str
    role: str
    last: datetime | None


def unanswered_people(figures: Figures) -> list[Unanswered]:
    """Return people whose conversations hold messages of theirs and none of the owner's.

    The latest come first.
    """
    if figures.exchanges is None:
        return []
    waiting = figures.exchanges[
        (figures.exchanges["from_person"] > 0) & (figures.exchanges["from_owner"] == 0)
    ].sort_values("last", ascending=False, kind="stable")
    told = figures.people.loc[
        waiting.index, ["first_name", "last_name", "slug", "position", "company"]
    ]
    rows = zip(told.itertuples(index=False, name=None), waiting["last"], strict=True)
    return [
        Unanswered(
            full_name(first, last_name) or slug,
            ", ".join(filter(None, (position, company))),
            None if last != last else last.to_pydatetime(),
        )
        for (first, last_name, slug, position, company), last in rows
    ]
