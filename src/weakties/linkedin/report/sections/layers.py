"""Strength layers beside the idea of 5, 15, 50 and 150."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.insight.layers import layers_of
from weakties.linkedin.report.charts import picture_of_bars
from weakties.linkedin.report.sections.alive import GET_MESSAGES, MONTHS_ALONE, NO_MESSAGES
from weakties.pages.section import Grid, Picture, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures
    from weakties.linkedin.insight.layers import Layer

_TITLE = "Layers of strength"
_QUESTION = "With how many people are you in touch weekly, monthly, twice a year, once a year?"


def layers(figures: Figures) -> Section:
    """Return the section on layers."""
    found = layers_of(figures)
    if figures.by_month:
        return Section(
            _TITLE,
            _QUESTION,
            words=(MONTHS_ALONE,),
            next_step="Look at your own archive for this: a copy keeps the month of a message alone.",
        )
    if not found:
        return Section(_TITLE, _QUESTION, words=(NO_MESSAGES,), next_step=GET_MESSAGES)
    return Section(
        title=_TITLE,
        question=_QUESTION,
        words=(
            (
                "Robin Dunbar's idea: people keep about 5, 15, 50 and 150 others, each number holding "
                "the one before, with contact about weekly, monthly, every six months, yearly. Counted "
                f"here are days with a message in the year up to {figures.as_of}."
            ),
            (
                "How wide that idea is: his own 95 % interval for the 150 goes from 100 to 231. "
                "Lindenfors, Wartel and Lind (2021) did the sums again and found 69 to 109 with one "
                "method and 16 to 42 with another, with 95 % intervals from 4 to 520 and from 2 to 336. "
                "So 150 is no limit that you could be above or below."
            ),
        ),
        pictures=(_picture(found),),
        cannot_tell=(
            "Your closest people hardly write to you on LinkedIn. Small numbers here say which "
            "channel you use, not how many friends you have."
        ),
        next_step=(
            "Write down the five people you would call at night. Count how many are in this file. "
            "Then decide whom to move one layer inward this quarter."
        ),
    )


def _picture(found: list[Layer]) -> Picture:
    rows = [
        (f"at least {layer.often}", float(layer.people), f"{layer.people:,} (idea: {layer.idea})")
        for layer in found
    ]
    alt = "Bars of people in touch, outlines for the idea: " + ", ".join(
        f"{name} {words}" for name, _, words in rows
    )
    grid = Grid(
        "People in touch, each row holding the one above",
        ("In touch", "Days with a message", "People here", "The idea"),
        [
            (
                f"at least {layer.often}",
                f"{layer.days} or more",
                f"{layer.people:,}",
                str(layer.idea),
            )
            for layer in found
        ],
    )
    ideas = [float(layer.idea) for layer in found]
    caption = "People in touch (bars), and the idea (outlines)"
    return picture_of_bars(caption, rows, alt, grid, ideas)
