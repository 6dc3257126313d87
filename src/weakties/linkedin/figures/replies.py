"""Threads that the owner began, and how they were answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.figures.conversations import Conversations


def started_threads(conversations: Conversations) -> pd.DataFrame:
    """Return one row for each thread whose first dated message is the owner's.

    Returns
    -------
    DataFrame
        Indexed by thread: ``began`` (the owner's first message), ``replied`` (a later one by
        somebody else), ``hours`` until the first such message, NaN without one.
    """
    messages = conversations.messages.dropna(subset="sent_at")
    first = messages.drop_duplicates("thread").set_index("thread")
    began = first.loc[first["by_owner"], "sent_at"]
    others = messages[~messages["by_owner"]].drop_duplicates("thread").set_index("thread")
    table = began.to_frame("began").join(others["sent_at"].rename("answered"))
    hours = (table["answered"] - table["began"]).dt.total_seconds() / 3600
    result: pd.DataFrame = table[["began"]].assign(replied=hours.notna(), hours=hours)
    return result
