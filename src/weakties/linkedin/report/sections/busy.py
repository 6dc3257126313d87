"""The busiest conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.insight.busiest import both_ways, busiest
from weakties.linkedin.report.said import people, percent
from weakties.linkedin.report.sections.alive import GET_MESSAGES, NO_MESSAGES
from weakties.pages.section import Fact, Grid, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

_TITLE = "Busiest conversations"
_QUESTION = "With whom do you write most, and who of the two writes more?"
_SHOWN = 10
_FEW = 5


def busy(figures: Figures) -> Section:
    """Return the section on those with most messages."""
    if figures.conversations is None:
        return Section(_TITLE, _QUESTION, words=(NO_MESSAGES,), next_step=GET_MESSAGES)
    counts = both_ways(figures).tolist()
    if not counts:
        return Section(
            _TITLE,
            _QUESTION,
            words=("With nobody here did messages go both ways.",),
            next_step="Write to one person whom you would like to hear from.",
        )
    rows = [
        (
            one.name,
            one.role or "–",
            f"{one.from_owner:,}",
            f"{one.from_person:,}",
            f"{one.last:%b %Y}" if one.last else "–",
        )
        for one in busiest(figures, most=_SHOWN)
    ]
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(
            Fact(
                percent(sum(counts[:_FEW]) / sum(counts)),
                f"of what goes both ways is with {people(min(_FEW, len(counts)))}",
                f"{sum(counts[:_FEW]):,} of {sum(counts):,} messages",
            ),
        ),
        grids=(
            Grid(
                f"The {len(rows)} with most messages",
                ("Name", "Today", "From you", "From them", "Last message"),
                rows,
            ),
        ),
        cannot_tell=(
            "How much a conversation means. In a group what you write counts for each in it, and a "
            "friend whom you see every day may not be here at all."
        ),
        next_step="Look for the row in which one of you writes far more. Ask whether it suits both.",
    )
