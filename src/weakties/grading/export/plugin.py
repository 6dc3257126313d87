"""What ``nbgrader export`` writes with this course's settings: blanks where it would write 0.0."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbgrader.plugins import ExportPlugin

from weakties.grading.cohort.apply import kept_current
from weakties.grading.export.plain_csv import plain_csv
from weakties.grading.nbg.course import Classroom
from weakties.grading.report.read import entries_of
from weakties.grading.report.report import Report

if TYPE_CHECKING:
    from weakties.grading.report.entries import Entries


class BlankWhereUngraded(ExportPlugin):  # type: ignore[misc]
    """Writes nbgrader's own columns, then the state; what is not graded is blank, never 0."""

    def export(self, gradebook: Any) -> None:
        """Write everybody's points of each assignment, or of those that are asked for."""
        directory = self.parent.coursedir
        wanted = [str(name) for name in self.assignment]
        names = [one.name for one in gradebook.assignments if not wanted or one.name in wanted]
        rooms = [Classroom(Path(directory.root), name, directory, self.config) for name in names]
        for room in rooms[:1]:
            for sentence in kept_current(room):
                self.log.info(sentence)
        sheet = plain_csv([Report(self._chosen(entries_of(room))) for room in rooms])
        to = Path(self.to or "grades.csv")
        to.write_bytes(sheet.text.encode())
        self.log.info("Exported the grades to %s; what is not graded is blank.", to)

    def _chosen(self, entries: Entries) -> Entries:
        """Return the entries of the learners who are asked for; of everybody by default."""
        wanted = {str(name) for name in self.student}
        if not wanted:
            return entries
        return replace(entries, learners=tuple(o for o in entries.learners if o.id in wanted))
