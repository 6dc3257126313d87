"""What the owner and each person wrote to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.figures.conversations import Conversations


def exchanges_of(conversations: Conversations) -> pd.DataFrame:
    """Return one row for each person in a thread, indexed by person.

    Returns
    -------
    DataFrame
        ``threads``, ``from_owner`` and ``from_person`` (messages in those threads), ``last`` (of
        these messages, in UTC), ``both_ways``.
    """
    messages, taking_part = conversations.messages, conversations.taking_part
    by_thread = (
        messages[messages["by_owner"]]
        .groupby("thread")["sent_at"]
        .agg(from_owner="size", last="max")
    )
    owners = taking_part.join(by_thread, on="thread").groupby("person")
    theirs = (
        messages[~messages["by_owner"] & (messages["person"] >= 0)]
        .groupby("person")["sent_at"]
        .agg(from_person="size", their_last="max")
    )
    table = owners.agg(
        threads=("thread", "nunique"), from_owner=("from_owner", "sum"), last=("last", "max")
    ).join(theirs)
    last = table[["last", "their_last"]].max(axis=1)
    counts = table[["from_owner", "from_person"]].fillna(0).astype("int64")
    return table[["threads"]].assign(**counts, last=last, both_ways=(counts > 0).all(axis=1))
