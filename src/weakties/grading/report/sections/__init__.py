"""The report in sections, each with its question, its numbers and one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.sections.learners import learners
from weakties.grading.report.sections.questions import questions
from weakties.grading.report.sections.standing import standing
from weakties.grading.report.sections.stumbles import stumbles

if TYPE_CHECKING:
    from weakties.grading.report.report import Report
    from weakties.pages.section import Section


def sections_of(report: Report) -> tuple[Section, ...]:
    """Return the report's sections in their order."""
    return (standing(report), questions(report), *stumbles(report), learners(report))
