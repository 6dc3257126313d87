"""Writing a learner's feedback: a page for each notebook, or one that says why there are no points."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import ClearHiddenTests, GetGrades
from traitlets.utils.importstring import import_item

from weakties.grading.feedback.exporter import FeedbackExporter
from weakties.grading.feedback.marks import MarksForFeedback
from weakties.grading.feedback.page import failure_page
from weakties.grading.feedback.paths import without_paths
from weakties.grading.feedback.preprocessors import HideTracebacks, ShortenTexts
from weakties.grading.nbg.folders import copy_extras, remove, set_permissions
from weakties.grading.release_feedback import RECEIPT

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom

_LONGEST_RECEIPT = 1_000
_OURS = (HideTracebacks, ShortenTexts, ClearHiddenTests)


class Feedback:
    """Makes feedback as nbgrader's ``generate_feedback`` does with the course's settings.

    Parameters
    ----------
    room
        The assignment.
    staging
        A folder for pages that are being made, on the disk on which they will lie.
    """

    def __init__(self, room: Classroom, staging: Path) -> None:
        self._room, self._staging = room, staging
        converter = GenerateFeedback(coursedir=room.directory, config=room.config)
        self._permissions = int(str(converter.permissions), 8)
        # An exporter or a template of the instructor's own goes before our page.
        is_own = converter.exporter_class is not HTMLExporter or bool(
            {"template_name", "template_file"} & set(room.config.HTMLExporter)
        )
        kind = converter.exporter_class if is_own else FeedbackExporter
        self._exporter = kind(config=converter.config)
        named = [import_item(k) if isinstance(k, str) else k for k in converter.preprocessors]
        others = [MarksForFeedback if k is GetGrades else k for k in named if k not in _OURS]
        if issubclass(kind, FeedbackExporter):
            others = [k for k in others if k is not CSSHTMLHeaderPreprocessor]
        steps = [HideTracebacks, ShortenTexts, *others[:1], ClearHiddenTests, *others[1:]]
        self._exporter._preprocessors = [step(config=converter.config) for step in steps]
        for step in self._exporter._preprocessors:
            step.enabled = True

    def make(self, learner: str) -> None:
        """Write a learner's pages from the autograded notebooks."""
        graded = self._room.folder("autograded", learner)
        pages = {path.stem: self._page(learner, path) for path in sorted(graded.glob("*.ipynb"))}
        self._write(learner, pages, graded)

    def say_failed(self, learner: str, reason: str, names: Collection[str]) -> None:
        """Write a page for somebody whose work could not be graded, in place of each notebook's.

        Parameters
        ----------
        learner, reason
            Who, and why.
        names
            The names of the assignment's notebooks.
        """
        said = without_paths(reason)
        pages = {name: failure_page(self._room.assignment, name, said) for name in names}
        self._write(learner, pages)

    def _page(self, learner: str, path: Path) -> str:
        resources: dict[str, Any] = {
            "unique_key": path.stem,
            "nbgrader": {
                "student": learner,
                "assignment": self._room.assignment,
                "notebook": path.stem,
                "db_url": self._room.directory.db_url,
            },
        }
        page, _ = self._exporter.from_filename(str(path), resources=resources)
        return str(page)

    def _write(self, learner: str, pages: Mapping[str, str], beside: Path | None = None) -> None:
        """Put pages in the place of what was there, all at once."""
        made = self._staging / f"feedback-{os.urandom(8).hex()}"
        made.mkdir()
        if beside:
            copy_extras(beside, made, self._room.directory.ignore)
        else:
            _copy_receipt(self._room.folder("submitted", learner), made)
        for name, page in pages.items():
            (made / f"{name}.html").write_text(page, encoding="utf-8")
        set_permissions(made, self._permissions, shared=self._room.directory.groupshared)
        place = self._room.folder("feedback", learner)
        remove(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        made.replace(place)


def _copy_receipt(source: Path, target: Path) -> None:
    """Copy what nbgrader finds the way back by, where it is an ordinary file."""
    for name in RECEIPT:
        file = source / name
        if file.is_file() and not file.is_symlink() and file.stat().st_size <= _LONGEST_RECEIPT:
            (target / name).write_bytes(file.read_bytes())
