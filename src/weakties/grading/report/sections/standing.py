"""How many are graded, and what they got."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.counted import points
from weakties.grading.report.learners import NOT_YET
from weakties.grading.report.words import number, people, percent
from weakties.grading.result import State
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.report import Report


def standing(report: Report) -> Section:
    """Return the counts of the states, and the points of those who are graded."""
    states, whole = report.states, len(report.standings)
    facts = [
        Fact(f"{count:,}", state, f"{percent(count / whole)} of {people(whole)}")
        for state, count in states.items()
        if count or state != NOT_YET
    ]
    facts.extend(_points(report))
    return Section(
        "Where everybody stands",
        "Who is graded, and who still waits?",
        tuple(facts),
        cannot_tell="How good the work is that is not graded yet: it is blank, never 0, and counts in no average.",
        next_step=_next_of(report),
    )


def _points(report: Report) -> Iterator[Fact]:
    """Yield the average over everybody of whom something is graded, on the questions that are settled.

    Who has nothing to be read is done first, and is not the class: an average over them alone says
    how those did who left it blank.
    """
    settled = [one.item for one in report.items if one.is_settled]
    kept = [
        [submission.marks[item.key].points for item in settled if item.key in submission.marks]
        for submission in report.entries.submissions.values()
    ]
    sums = [sum(p for p in row if p is not None) for row in kept if any(p is not None for p in row)]
    if not sums:
        return
    most, whole = sum(item.points for item in settled), report.entries.points
    middle = f"median {number(median(sums))}, from {number(min(sums))} to {number(max(sums))}"
    so_far = " so far" if most < whole else ""
    left = f"; {number(whole - most)} more wait for a person" if so_far else ""
    yield Fact(
        number(fmean(sums)),
        f"points on average{so_far}",
        f"of {points(most)}, before any penalty, {people(len(sums))}, {middle}{left}",
    )


def _next_of(report: Report) -> str:
    states, unit = report.states, report.entries.assignment
    if states[State.FAILED]:
        return "Look at the reason of each learner marked failed, below: they have no points, not 0 points."
    if states[NOT_YET]:
        return f"Run `{in_course(f'grade {unit}')}`: {people(states[NOT_YET])} handed in and not graded yet."
    if states[State.NEEDS_REVIEW]:
        return (
            f"Read what waits for a person: `{in_course(f'teach read {unit}')}`, or the Formgrader."
        )
    return f"Run `{in_course(f'teach export {unit}')}` to take the points elsewhere."
