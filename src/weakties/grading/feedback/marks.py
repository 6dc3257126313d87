"""What nbgrader's own step reads for feedback, and whether a person is still due."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import GetGrades

from weakties.grading.stamps.table import stamp_at

STAMP = "stamp"
"""Where the page finds what the marks rest on, among what nbgrader's steps hand on."""


class MarksForFeedback(GetGrades):  # type: ignore[misc]
    """Write points and comments into the cells, and which of them nobody has graded yet."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> Any:
        """Do what nbgrader's step does, and look up once what the marks rest on."""
        if STAMP not in resources["nbgrader"]:
            connection = self.gradebook.db.connection()
            named = (self.assignment_id, self.student_id, self.notebook_id)
            resources["nbgrader"][STAMP] = stamp_at(connection, *named)
        return super().preprocess_cell(cell, resources, cell_index)

    def _get_score(self, cell: Any, resources: Any) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(
            cell.metadata["nbgrader"]["grade_id"],
            self.notebook_id,
            self.assignment_id,
            self.student_id,
        )
        # Points by hand of which a person is due again were given to an older text.
        nobody = grade.manual_score is None and grade.auto_score is None
        cell.metadata.nbgrader["waits"] = bool(nobody or grade.needs_manual_grade)
