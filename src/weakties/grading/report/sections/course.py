"""What everybody has over the whole course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.grading.report.words import number, plain
from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.report import Report
    from weakties.grading.report.totals import Total


def course(report: Report) -> Iterator[Section]:
    """Yield the table of everybody's points over all assignments, if there are several."""
    if not report.totals:
        return
    units = [entries.assignment for entries in report.course]
    worth = [entries.points for entries in report.course]
    first = ("worth", *map(number, worth), number(sum(worth)))
    rows = [first, *(_row(one) for one in report.totals)]
    yield Section(
        "The course so far",
        "What has each over all that is graded?",
        grids=(Grid("Everybody, over the course", ("Learner", *units, "Together"), rows),),
        cannot_tell="What an assignment counts for: points are added as they are.",
        next_step=f"`{in_course(f'teach export {units[0]} {units[1]}')}` takes several assignments at once.",
    )


def _row(one: Total) -> tuple[str, ...]:
    so_far = "" if one.is_complete or one.total is None else " so far"
    return (plain(one.learner), *map(number, one.so_far.values()), f"{number(one.total)}{so_far}")
