"""Who went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.changes.rows import people_grid
from weakties.linkedin.report.said import COUNTED
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from weakties.linkedin.compare import Comparison

_TITLE = "Who went"
_QUESTION = "Who was in the old export and is not in the new one?"


def went(comparison: Comparison) -> Section:
    """Return the section on who went."""
    found = comparison.people
    if found is None:
        return Section(
            _TITLE,
            _QUESTION,
            cannot_tell="Who went, and how many, from copies without names.",
            next_step=_NEXT,
        )
    facts: tuple[Fact, ...] = (
        Fact(f"{len(found.went):,}", "went", COUNTED),
        Fact(f"{len(found.pairs):,}", "stayed", COUNTED),
    )
    hidden = comparison.may_have_hidden
    if hidden:
        sure = "the new export has as many more hidden members with their day"
        facts += (Fact(f"{hidden:,}", "of those who went may be there and hide", sure),)
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=facts,
        grids=people_grid(comparison.old.people, found.went, "Went"),
        cannot_tell=(
            "Whether they removed you, you removed them, or they left LinkedIn. The export holds "
            "no trace of it."
        ),
        next_step=_NEXT if found.went else "Nobody went. Think of one person who stayed, and why.",
    )


_NEXT = "Is one among those who went whom you miss? There are other ways to write to somebody."
