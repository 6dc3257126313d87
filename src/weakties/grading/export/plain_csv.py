"""One row for each learner and assignment, with the columns of ``nbgrader export`` and the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.export.cells import exact, harmless
from weakties.grading.export.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.grading.report.report import Report

HEADER = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score", "state", "score_so_far", "reason", "edition", "key",
)  # fmt: skip
"""nbgrader's own columns first, so that what reads its export reads this."""


def plain_csv(reports: Sequence[Report]) -> Sheet:
    """Return everything that is known, with blanks where nbgrader's own export has zeros."""
    return Sheet([HEADER, *(row for report in reports for row in _rows(report))])


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    entries = report.entries
    for one in report.standings:
        submission = entries.submissions.get(one.learner.id)
        is_graded = one.points is not None
        texts = (
            entries.assignment,
            str(entries.due or ""),
            str((submission.when if submission else None) or ""),
            one.learner.id,
            one.learner.last_name,
            one.learner.first_name,
            one.learner.email,
        )
        yield (
            *map(harmless, texts),
            exact(one.raw if is_graded else None),
            exact(one.penalty if is_graded else None),
            exact(one.points),
            exact(entries.points),
            one.state,
            exact(one.so_far),
            harmless(one.reason),
            harmless(entries.editions(one.learner.id)),
            entries.key_digests(one.learner.id),
        )
