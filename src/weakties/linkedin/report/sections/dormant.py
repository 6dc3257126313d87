"""Dormant ties worth a thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.insight.dormant import REASONS, dormant_ties
from weakties.linkedin.report.said import COUNTED, percent
from weakties.linkedin.report.sections.alive import GET_MESSAGES, NO_MESSAGES
from weakties.pages.section import Fact, Grid, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures
    from weakties.linkedin.insight.dormant import DormantTie

_SHOWN = 10
_TITLE = "Dormant ties worth a thought"
_QUESTION = "Whom did you once talk with, and have not for three years or more?"


def dormant(figures: Figures) -> Section:
    """Return the section on ties that fell asleep, ranked."""
    if figures.exchanges is None:
        return Section(_TITLE, _QUESTION, words=(NO_MESSAGES,), next_step=GET_MESSAGES)
    ties = dormant_ties(figures, most=_SHOWN)
    found = 0 if figures.dormant is None else len(figures.dormant)
    both = int(figures.exchanges["both_ways"].sum())
    share = f"{percent(found / both)} of the {both:,} with messages both ways" if both else COUNTED
    points = "; ".join(f"{short}: {meaning}" for short, meaning in REASONS.items())
    ranked = f"One point each for – {points}. Equal points are sorted by the number of messages."
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(Fact(f"{found:,}", "dormant ties", f"{share}; as of {figures.as_of}"),),
        words=(
            (
                "224 executives who woke up ties like these got advice at least as useful as from the "
                "people they see today (Levin, Walter and Murnighan 2011). Left to themselves they "
                "chose those they felt closest to; more useful were those with news, standing and "
                "goodwill (Walter, Levin and Murnighan 2015). So these come first here."
            ),
            ranked,
        ),
        grids=(_grid(ties),) if ties else (),
        cannot_tell=(
            "Whether you meet them outside of LinkedIn, whether you parted well, and whether they "
            "would be glad. The points are our reading of two studies and not a measurement."
        ),
        next_step=(
            "Choose one name that makes you smile and write three sentences: what you remember, "
            "what you wonder, no request."
            if ties
            else "Nobody yet. Note three people whom you would be sorry to lose, and write to one."
        ),
    )


def _grid(ties: list[DormantTie]) -> Grid:
    rows = [
        (
            tie.name,
            tie.role or "–",
            f"{tie.last:%b %Y}",
            f"{tie.messages:,}",
            " · ".join(tie.reasons) or "none of the reasons",
        )
        for tie in ties
    ]
    columns = ("Name", "Today", "Last message", "Messages", "What made it rank")
    return Grid(f"The first {len(ties)} of your dormant ties", columns, rows)
