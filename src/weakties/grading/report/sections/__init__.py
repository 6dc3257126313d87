"""The report in sections, each with its question, its numbers and one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.sections.changed import changed
from weakties.grading.report.sections.course import course
from weakties.grading.report.sections.failures import failures
from weakties.grading.report.sections.learners import learners
from weakties.grading.report.sections.points import points
from weakties.grading.report.sections.questions import questions
from weakties.grading.report.sections.standing import standing
from weakties.grading.report.sections.stumbles import stumbles

if TYPE_CHECKING:
    from weakties.grading.report.report import Report
    from weakties.pages.section import Section


def sections_of(report: Report, *, anonymous: bool = False) -> tuple[Section, ...]:
    """Return the report's sections in their order.

    Parameters
    ----------
    report
        What is reported.
    anonymous
        Whether those sections are left out that are about single learners.
    """
    of_all = (standing(report), questions(report), *stumbles(report))
    if anonymous:
        return of_all
    about_learners = (*changed(report), learners(report), points(report), *course(report))
    return (*failures(report), *of_all, *about_learners)
