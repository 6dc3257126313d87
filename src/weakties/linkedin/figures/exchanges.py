"""What the owner and each person wrote to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.figures.conversations import Conversations

MOST_IN_A_THREAD = 20
"""More people than that are an audience: they need not know of one another, and what is written to
all of them is contact with none."""


def exchanges_of(conversations: Conversations) -> pd.DataFrame:
    """Return one row for each person with whom there was contact, indexed by person.

    Whoever sits in a small thread is one, and of an audience whoever wrote in it.

    Returns
    -------
    DataFrame
        ``threads``, ``from_owner`` and ``from_person`` (messages in those threads), ``last`` (of
        these messages, in UTC), ``both_ways``.
    """
    messages, taking_part = conversations.messages, in_contact(conversations)
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


def in_contact(conversations: Conversations) -> pd.DataFrame:
    """Return who takes part in which thread, without the silent part of an audience."""
    taking_part, messages = conversations.taking_part, conversations.messages
    large = taking_part.groupby("thread")["person"].transform("nunique") > MOST_IN_A_THREAD
    if not large.any():
        return taking_part
    wrote = set(zip(messages["thread"], messages["person"], strict=True))
    persons = zip(taking_part["thread"], taking_part["person"], strict=True)
    return taking_part[
        [spoke in wrote or not many for spoke, many in zip(persons, large, strict=True)]
    ]
