"""What woke up, and what fell asleep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.changes.rows import people_grid
from weakties.linkedin.report.said import COUNTED
from weakties.linkedin.report.sections.alive import GET_MESSAGES, NO_MESSAGES, NOT_YOURS
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from weakties.linkedin.compare import Comparison

_TITLE = "What woke up"
_QUESTION = "Which ties came to life since, and which fell asleep?"


def woke(comparison: Comparison) -> Section:
    """Return the section on dormant ties that woke, first words, and ties that fell asleep."""
    awake = comparison.awake
    if awake is None:
        if comparison.new.conversations is None:
            why = NO_MESSAGES
        elif comparison.pair.until is None:
            why = "The older export has no day, so nothing is known to have come since."
        else:
            why = NOT_YOURS
        return Section(_TITLE, _QUESTION, words=(why,), next_step=GET_MESSAGES)
    people = comparison.new.people
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(
            Fact(f"{len(awake.woke):,}", "dormant ties woke up", "silent for three years before"),
            Fact(f"{len(awake.answered):,}", "of them wrote to you", COUNTED),
            Fact(f"{len(awake.first_words):,}", "first messages", "tied before, silent until then"),
            Fact(f"{len(awake.fell_asleep):,}", "fell asleep", "their three years are full now"),
        ),
        grids=(
            *people_grid(people, awake.woke, "Woke up"),
            *people_grid(people, awake.first_words, "First messages"),
            *people_grid(people, awake.fell_asleep, "Fell asleep"),
        ),
        cannot_tell=(
            "What was said, and whether it was welcome; whom you met or called instead. A tie that "
            "fell asleep did nothing: time passed."
        ),
        next_step=(
            "Take one that woke up and ask what you can do for them."
            if awake.woke
            else "None of the dormant ties woke up. Write to one: what you remember, what you "
            "wonder, no request."
        ),
    )
