"""Texts that have changed since a person read them, beside what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.words import number, plain
from weakties.pages.section import Grid, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.report import Report


def changed(report: Report) -> tuple[Section, ...]:
    """Return a section on what is to be read again; none where nothing is."""
    rows = list(_rows(report))
    if not rows:
        return ()
    columns = ("Learner", "Question", "Points given", "What was read", "What stands there now")
    return (
        Section(
            "Changed since it was read",
            "What is to be read again, and what was it before?",
            grids=(Grid("Texts that were handed in anew", columns, rows),),
            cannot_tell="Whether the points still fit: a person decides, and until then they count nowhere.",
            next_step="Open the Formgrader and give each of these its points again, the same ones or others.",
        ),
    )


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for item in report.entries.items:
        for learner, submission in report.entries.submissions.items():
            found, mark = report.entries.found.get(learner), submission.marks.get(item.key)
            texts = found.changed.get(item.key) if found else None
            if texts and mark and mark.waits:
                older, newer = (plain(" ".join(text.split())) for text in texts)
                yield (plain(learner), item.label, number(mark.manual), older, newer)
