"""How each question did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.drawing import difficulties
from weakties.grading.report.words import (
    correlation,
    correlations,
    number,
    percent,
    percents,
    seconds,
    still_wait,
)
from weakties.pages.section import Grid, Picture, Section

if TYPE_CHECKING:
    from weakties.grading.report.report import Report

_DIFFICULTY = (
    "The mean share of the points among those graded is what the field calls an item's difficulty: "
    "a high one means an easy question."
)
_DISCRIMINATION = (
    "“Goes with the rest” is the corrected item-total correlation: near 1, those who did well on "
    "the other questions did well here; below 0, they did worse. It is blank where it is undefined."
)


def questions(report: Report) -> Section:
    """Return how hard each question was, and whether it goes with the rest."""
    rows = [
        (
            one.item.name or one.item.key[1],
            number(one.item.points),
            f"{one.graded:,}",
            f"{one.waiting:,}" if one.waiting else "",
            percent(one.difficulty),
            percents(one.difficulty_interval),
            correlation(one.discrimination),
            correlations(one.discrimination_interval),
            seconds(one.seconds),
        )
        for one in report.items
    ]
    columns = (
        "Question",
        "Points",
        "Graded",
        "Wait for a person",
        "Mean share of points",
        "95% interval",
        "Goes with the rest",
        "Its 95% interval",
        "Check, median",
    )
    grid = Grid("Questions in numbers", columns, rows)
    known = [one for one in report.items if one.difficulty is not None]
    spoken = ", ".join(
        f"{one.item.label} {percent(one.difficulty)}{still_wait(one.waiting)}" for one in known
    )
    picture = Picture(
        "Mean share of the points, with its 95% interval",
        difficulties(report.items, alt=f"Mean share of the points by question: {spoken}."),
        spoken,
        _shares(report),
    )
    return Section(
        "Questions",
        "How hard was each, and does it tell apart who did well elsewhere?",
        words=(
            _DIFFICULTY,
            _DISCRIMINATION,
        ),
        pictures=(picture,),
        grids=(grid,),
        cannot_tell="Why: a hard question may be badly worded, badly taught, or simply hard.",
        next_step=_question_to_look_at(report),
    )


def _shares(report: Report) -> Grid:
    rows = [
        (
            f"{one.item.label}{still_wait(one.waiting)}",
            percent(one.difficulty),
            percents(one.difficulty_interval),
        )
        for one in report.items
    ]
    return Grid("Shares of the points", ("Question", "Mean share", "95% interval"), rows)


def _question_to_look_at(report: Report) -> str:
    against = [
        one
        for one in report.items
        if one.is_settled and one.discrimination_interval and one.discrimination_interval[1] < 0
    ]
    if against:
        worst = min(against, key=lambda one: one.discrimination or 0)
        return (
            f"Read {worst.item.label} again, and how it is graded: learners who did well elsewhere "
            "did worse here."
        )
    known = [one for one in report.items if one.is_settled]
    if not known:
        return "Grade what is handed in, and read what waits for a person."
    hardest = min(known, key=lambda one: one.difficulty or 0)
    return f"Begin the next session with {hardest.item.label}: it was the hardest."
