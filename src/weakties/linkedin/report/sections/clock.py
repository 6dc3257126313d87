"""On which weekday and at which hour the owner writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.insight.clock import HOURS, WEEKDAYS, clock_of
from weakties.linkedin.report.charts import picture_of_hours
from weakties.linkedin.report.said import percent
from weakties.linkedin.report.sections.alive import (
    GET_MESSAGES,
    MONTHS_ALONE,
    NO_MESSAGES,
    NOT_YOURS,
)
from weakties.pages.section import Fact, Grid, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

_TITLE = "When you write"
_QUESTION = "On which days and at which hours do you write?"
_NONE = "No message of yours in this export has a date that could be read."
_OWN_WEEK = "Note for a week when you write to people, and when you wish you had."


def clock(figures: Figures) -> Section:
    """Return the section on weekdays and hours."""
    if figures.conversations is None:
        return Section(_TITLE, _QUESTION, words=(NO_MESSAGES,), next_step=GET_MESSAGES)
    counts = clock_of(figures)
    if counts is None:
        why = MONTHS_ALONE if figures.by_month else _NONE if figures.knows_owner else NOT_YOURS
        return Section(_TITLE, _QUESTION, words=(why,), next_step=_OWN_WEEK)
    whole = sum(map(sum, counts))
    by_day = [sum(row) for row in counts]
    by_hour = [sum(row[hour] for row in counts) for hour in range(HOURS)]
    day, hour = by_day.index(max(by_day)), by_hour.index(max(by_hour))
    caption = "Your messages by weekday and hour, in UTC"
    alt = (
        f"Dots by weekday and hour for {whole:,} messages; the fullest day is {WEEKDAYS[day]}, the "
        f"fullest hour begins at {hour}:00."
    )
    rows = [
        (name, *(f"{count:,}" for count in row)) for name, row in zip(WEEKDAYS, counts, strict=True)
    ]
    grid = Grid(caption, ("Day", *(f"{one}:00" for one in range(HOURS))), rows)
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(
            _share(by_day[day], whole, f"of your messages on a {WEEKDAYS[day]}"),
            _share(by_hour[hour], whole, f"between {hour}:00 and {hour + 1}:00 UTC"),
            _share(sum(by_day[5:]), whole, "on Saturdays and Sundays"),
        ),
        words=(
            (
                "LinkedIn writes times in UTC, and nothing in an export says in which time zone you "
                "sat: move the hours by your own."
            ),
        ),
        pictures=(picture_of_hours(WEEKDAYS, counts, alt, grid),),
        cannot_tell="When the others read. A full hour is your habit and no advice on when to write.",
        next_step="Choose one hour a week that is empty here, and give it to one tie.",
    )


def _share(some: int, whole: int, name: str) -> Fact:
    return Fact(percent(some / whole), name, f"{some:,} of {whole:,}")
