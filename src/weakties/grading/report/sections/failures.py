"""What could not be graded, each reason once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.grading.report.learners import NOT_YET
from weakties.grading.report.words import plain
from weakties.grading.result import State
from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.report import Report


def failures(report: Report) -> Iterator[Section]:
    """Yield a section on whose work is not graded, if there is any."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for one in report.standings:
        if one.state in (State.FAILED, NOT_YET):
            reasons[plain(one.reason)].append(plain(one.learner.id))
    if not reasons:
        return
    ranked = sorted(reasons.items(), key=lambda pair: -len(pair[1]))
    rows = [(reason, f"{len(names):,}", ", ".join(names)) for reason, names in ranked]
    unit = report.entries.assignment
    yield Section(
        "Not graded",
        "Whose work has no points, and why?",
        grids=(Grid("Reasons", ("Reason", "Learners", "Who"), rows),),
        cannot_tell="What the work is worth: no points are not 0 points.",
        next_step=(
            f"Tell them: `{in_course(f'teach return {unit}')}` writes each a page with the reason and "
            "what to do."
        ),
    )
