"""What was compared, and what is to be known about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from weakties.linkedin.compare import Comparison


def compared(comparison: Comparison) -> Section:
    """Return the section on the two files."""
    pair = (comparison.old, comparison.new)
    rows = [
        (when, figures.export.name, str(figures.as_of or "unknown"), f"{len(figures.people):,}")
        for when, figures in zip(("then", "now"), pair, strict=True)
    ]
    said = [sentence for figures in pair for sentence in figures.export.account.said_of_dates]
    return Section(
        title="What was compared",
        question="Are these two exports of one person, in the right order?",
        words=(
            *comparison.pair.remarks,
            *dict.fromkeys(said),
        )
        or ("They are: owner, people and days fit.",),
        grids=(Grid("The two exports", ("Which", "Name", "Day", "People"), rows),),
        cannot_tell="What LinkedIn left out of one archive and put into the other.",
        next_step="Keep the newer archive: it is the older one of next time.",
    )
