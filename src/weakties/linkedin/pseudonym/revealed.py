"""What a copy still tells apart, measured on the tables themselves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from weakties.linkedin.companies import company_key
from weakties.linkedin.insight.roles import role_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import pandas as pd

    from weakties.linkedin.tables import Tables


class Revealed(NamedTuple):
    """How far rows can be told apart.

    Parameters
    ----------
    people
        Share of connections that no other equals in month, company, function and level.
    fewest
        How many share these at least; 0 without connections.
    conversations
        Share of conversations whose lengths of messages, in their order, no other has.
    """

    people: float
    fewest: int
    conversations: float


def revealed_by(tables: Tables) -> Revealed:
    """Return what the tables tell apart."""
    table = tables.connections
    there = table[~table["status"].isin(["hidden", "duplicate"])]
    months = there["connected_on"].dt.to_period("M").astype(str)
    keys = Counter(
        (month, company_key(company), *role_of(title))
        for month, company, title in zip(months, there["company"], there["position"], strict=True)
    )
    return Revealed(
        _unique(keys), min(keys.values(), default=0), _unique(Counter(_sequences(tables.messages)))
    )


def _sequences(messages: pd.DataFrame) -> Iterable[Hashable]:
    """Return the lengths of each conversation's messages; those of a copy are its texts."""
    texts = messages.sort_values("sent_at", kind="stable")
    lengths = [text if text.isdigit() else str(len(text)) for text in texts["content"]]
    by_thread: dict[str, list[str]] = {}
    for thread, length in zip(texts["conversation"], lengths, strict=True):
        by_thread.setdefault(thread, []).append(length)
    return map(tuple, by_thread.values())


def _unique(counts: Counter[Any]) -> float:
    """Return the share of cases that are alone in their class."""
    return sum(count == 1 for count in counts.values()) / max(counts.total(), 1)
