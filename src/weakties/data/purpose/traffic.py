"""Where the visitors of a small site come from, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, of_edition

if TYPE_CHECKING:
    from weakties.data.cards import Card

SOURCES = ("LinkedIn", "Facebook", "Twitter", "other blogs")
_MONTHS = 24
_NOISE = 0.05
_BEGINS = (10, 11, 12, 13)


def traffic(edition: str, card: Card) -> pd.DataFrame:
    """Return visits by month and source; LinkedIn comes first because the others fall faster."""
    rng = chance_of(edition, card)
    begins = int(of_edition(edition, card, "campaign_begins", _BEGINS))
    wide = first_clear(_is_clear, lambda: _drawn(rng, card, begins))
    rows = [
        (month, source, int(wide.loc[month, source])) for month in wide.index for source in SOURCES
    ]
    return pd.DataFrame(rows, columns=["month", "source", "visits"])


def _drawn(rng: np.random.Generator, card: Card, earliest: int) -> pd.DataFrame:
    way, months = np.linspace(0, 1, _MONTHS), np.arange(1, _MONTHS + 1)
    begins = earliest + int(rng.integers(2))
    campaign = (months >= begins) & (months < begins + rng.integers(4, 7))
    columns = {}
    for source in SOURCES:
        name = source.lower().replace(" ", "_")
        begin = card.size_of(f"{name}_begin") * rng.uniform(0.9, 1.1)
        fall = card.size_of(f"{name}_falls") * rng.uniform(0.9, 1.1)
        trend = begin * (1 - fall * way)
        if source == "Twitter":
            trend = np.where(campaign, card.size_of("twitter_campaign") * trend, trend)
        columns[source] = np.round(trend * np.exp(_NOISE * rng.normal(size=_MONTHS))).astype(int)
    return pd.DataFrame(columns, index=months)


def _is_clear(wide: pd.DataFrame) -> bool:
    """Say whether LinkedIn comes first once and stays, later than it beats any one source alone."""
    ours, total = wide["LinkedIn"], wide.sum(axis=1)
    share = ours / total
    first = wide.idxmax(axis=1) == "LinkedIn"
    month = _first_month(first)
    change = int(ours.iloc[-1] - ours.iloc[0])
    percent = 100 * change / ours.iloc[0]
    others = [
        int(ours.iloc[-1] - ours[month]),
        int(ours[month] - ours.iloc[0]),
        int(ours.max() - ours.min()),
        int(total.iloc[-1] - total.iloc[0]),
        int(wide.iloc[-1].max() - wide.iloc[0].max()),
        percent,
    ]
    return bool(
        10 <= month <= 21
        and all(_first_month(ours > wide[source]) < month - 1 for source in ("Facebook", "Twitter"))
        and first.loc[month:].all()
        and _first_month(share == share.max()) > month + 1
        and _first_month(ours == ours.max()) < month - 2
        and change < -100
        and min(abs(change - other) for other in others) > 25
    )


def _first_month(flags: pd.Series[bool]) -> int:
    """Return the first month that is flagged."""
    return int(flags.to_numpy().argmax()) + 1
