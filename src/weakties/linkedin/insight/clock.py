"""On which weekdays and at which hours the owner writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOURS = 24


def clock_of(figures: Figures) -> list[list[int]] | None:
    """Return the owner's messages by weekday and hour in UTC; None where no hours are known."""
    if figures.conversations is None or not figures.knows_owner or figures.by_month:
        return None
    messages = figures.conversations.messages
    sent_at = messages.loc[messages["by_owner"], "sent_at"].dropna()
    counts = [[0] * HOURS for _ in WEEKDAYS]
    for weekday, hour in zip(sent_at.dt.day_of_week, sent_at.dt.hour, strict=True):
        counts[weekday][hour] += 1
    return counts if len(sent_at) else None
