"""How many are graded, and what they got."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING

from weakties.grading.report.learners import NOT_YET
from weakties.grading.report.words import number, people, percent
from weakties.grading.result import State
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from weakties.grading.report.report import Report


def standing(report: Report) -> Section:
    """Return the counts of the states, and the points of those who are graded."""
    states, whole = report.states, len(report.standings)
    facts = [
        Fact(f"{count:,}", state, f"{percent(count / whole)} of {people(whole)}")
        for state, count in states.items()
        if count or state != NOT_YET
    ]
    points = [one.points for one in report.standings if one.points is not None]
    if points:
        middle = (
            f"median {number(median(points))}, from {number(min(points))} to {number(max(points))}"
        )
        of = f"of {number(report.entries.points)} points, {middle}"
        facts.append(Fact(number(fmean(points)), "points on average", of))
    return Section(
        "Where everybody stands",
        "Who is graded, and who still waits?",
        tuple(facts),
        cannot_tell="How good the work is that is not graded: only those whose work is graded as a whole count in the points. What is not graded is blank, never 0.",
        next_step=_next_of(report),
    )


def _next_of(report: Report) -> str:
    states, unit = report.states, report.entries.assignment
    if states[State.FAILED]:
        return "Look at the reason of each learner marked failed, below: they have no points, not 0 points."
    if states[NOT_YET]:
        return (
            f"Run `weakties grade {unit}`: {people(states[NOT_YET])} handed in and not graded yet."
        )
    if states[State.NEEDS_REVIEW]:
        return "Open the Formgrader and grade by hand what waits for a person."
    return f"Run `weakties teach export {unit}` to take the points elsewhere."
