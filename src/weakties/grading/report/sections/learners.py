"""What each learner got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.learners import NOT_YET, STATES
from weakties.grading.report.words import number, plain, seconds
from weakties.grading.result import State
from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from weakties.grading.report.report import Report


_FIRST = (str(State.FAILED), NOT_YET, str(State.NEEDS_REVIEW), *STATES)


def learners(report: Report) -> Section:
    """Return the table of everybody, failures first, with blanks for what is not graded."""
    rows = [
        (
            plain(one.learner.id),
            one.state,
            number(one.points),
            number(one.so_far) if one.points is None else "",
            number(one.penalty) if one.penalty else "",
            seconds(one.seconds),
            plain(" ".join([one.reason, *one.notes])).strip(),
        )
        for one in sorted(report.standings, key=lambda one: _FIRST.index(one.state))
    ]
    columns = ("Learner", "State", "Points", "So far", "Penalty", "Run", "Why, and what was noted")
    return Section(
        "Learners",
        "What did each get?",
        grids=(Grid("Everybody", columns, rows),),
        cannot_tell="Who worked together, or how long anybody worked.",
        next_step="Keep this file as you keep the gradebook: it names people.",
    )
