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
    hours_of_week = sent_at.dt.day_of_week * HOURS + sent_at.dt.hour
    for hour_of_week, count in hours_of_week.value_counts().items():
        weekday, hour = divmod(int(str(hour_of_week)), HOURS)
        counts[weekday][hour] = int(count)
    return counts if len(sent_at) else None
