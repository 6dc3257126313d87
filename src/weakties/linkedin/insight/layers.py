"""With how many people there was contact how often, beside the layers 5, 15, 50, 150."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.linkedin.figures.exchanges import in_contact

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

_LAYERS = (
    ("weekly", 52, 5),
    ("monthly", 12, 15),
    ("twice a year", 2, 50),
    ("once a year", 1, 150),
)


class Layer(NamedTuple):
    """How many people there was contact with at least so often, and how many the idea has."""

    often: str
    days: int
    people: int
    idea: int


def layers_of(figures: Figures) -> list[Layer]:
    """Return the cumulative layers of the 365 days up to the figures' day; none without days.

    A day of contact is a day on which the owner or the person wrote in a thread of theirs.
    """
    import pandas as pd

    if figures.conversations is None or figures.as_of is None or figures.by_month:
        return []
    messages = figures.conversations.messages.dropna(subset="sent_at")
    day = messages["sent_at"].dt.tz_localize(None).dt.floor("D")
    age = pd.Timestamp(figures.as_of) - day
    in_year = (age >= pd.Timedelta(0)) & (age < pd.Timedelta(days=365))
    recent = messages.assign(day=day)[in_year]
    threads = in_contact(figures.conversations).rename(columns={"person": "with"})
    pairs = recent.merge(threads, on="thread")
    pairs = pairs[pairs["by_owner"] | (pairs["person"] == pairs["with"])]
    days = pairs.drop_duplicates(["with", "day"]).groupby("with").size()
    return [Layer(often, least, int((days >= least).sum()), idea) for often, least, idea in _LAYERS]
