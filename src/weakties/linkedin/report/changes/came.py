"""Who came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.changes.rows import people_grid
from weakties.linkedin.report.said import COUNTED
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from weakties.linkedin.compare import Comparison

_TITLE = "Who came"
_QUESTION = "Who is in the new export and was not in the old one?"
_NEXT = "Write to one of them this week, with one sentence on why you are tied."


def came(comparison: Comparison) -> Section:
    """Return the section on who came."""
    found = comparison.people
    if found is None:
        return Section(
            _TITLE,
            _QUESTION,
            cannot_tell=(
                "Who came, and how many, from copies without names. How many more or fewer there are "
                "in all stands among the figures below."
            ),
            next_step=_NEXT,
        )
    people = comparison.new.people
    back = set(comparison.reappeared)
    fresh = [row for row in found.came if row not in back]
    facts: tuple[Fact, ...] = (Fact(f"{len(fresh):,}", "came", COUNTED),)
    if back:
        facts += (Fact(f"{len(back):,}", "show again", "their day is older than the old export"),)
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=facts,
        grids=(
            *people_grid(people, fresh, "Came"),
            *people_grid(people, sorted(back), "Show again, having been hidden"),
        ),
        cannot_tell="Who asked whom, and why: the list of connections does not say.",
        next_step=_NEXT if found.came else "Nobody came. Was that the plan?",
    )
