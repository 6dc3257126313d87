"""What each learner got for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.grading.report.words import number, plain
from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from weakties.grading.report.learners import Standing
    from weakties.grading.report.report import Report


def points(report: Report) -> Section:
    """Return the table of everybody's points by question, with blanks for what is not graded."""
    items = report.entries.items
    worth = ("worth", *(number(item.points) for item in items), number(report.entries.points))
    rows = [worth, *(_row(report, one) for one in report.standings)]
    columns = ("Learner", *(item.name or item.key[1] for item in items), "Together")
    return Section(
        "Points by question",
        "What did each get for each question?",
        grids=(Grid("Everybody, question by question", columns, rows),),
        cannot_tell=f"Why: `{in_course(f'teach show {report.entries.assignment} LEARNER')}` has the answers of one.",
        next_step="Look along a row before you talk to somebody, and down a column before you teach.",
    )


def _row(report: Report, one: Standing) -> tuple[str, ...]:
    submission = report.entries.submissions.get(one.learner.id)
    marks = [submission.marks.get(i.key) if submission else None for i in report.entries.items]
    so_far = f"{number(one.so_far)} so far" if one.so_far is not None else ""
    whole = number(one.points) if one.points is not None else so_far
    return (plain(one.learner.id), *(number(m.points) if m else "" for m in marks), whole)
