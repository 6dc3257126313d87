"""What nbgrader's autograde and its feedback need beside its own preprocessors."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor

NOTES = "weakties_notes"
"""The mark, in its metadata, of a cell that tells an instructor what was noted."""
OLDER = "older text"
"""What that mark says where the cell holds what was read before."""


class DropNotes(NbGraderPreprocessor):  # type: ignore[misc]
    """Take the cells that are meant for instructors out of a learner's feedback."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook without them."""
        nb.cells = [cell for cell in nb.cells if not cell.metadata.get(NOTES)]
        return nb, resources


class KeepFirstOfDoubleCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Let the first of two cells with the same grade id count, and make the other an ordinary cell.

    A learner who copies a question's cell copies its grade id. nbgrader's own `DeduplicateIds`
    empties the copy's metadata, which its next step takes for an old format: the whole batch
    stops there.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook with each grade id on one cell at most."""
        seen: set[str] = set()
        for cell in nb.cells:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            if grade_id in seen:
                self.log.warning("The cell %s stands twice: the first one counts.", grade_id)
                del cell.metadata["nbgrader"]
            elif grade_id:
                seen.add(grade_id)
        return nb, resources
