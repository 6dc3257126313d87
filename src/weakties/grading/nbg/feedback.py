"""nbgrader's feedback for one learner: a page for each notebook, without anything of the hidden tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from traitlets.utils.importstring import import_item

from weakties.grading.nbg.folders import copy_extras, remove, set_permissions

if TYPE_CHECKING:
    from weakties.grading.nbg.desk import Desk

_LONGEST_TEXT = 20_000
_MOST_TEXT = 200_000
_SAID = "A test of this cell did not pass ({name})."


class HideTracebacks(NbGraderPreprocessor):  # type: ignore[misc]
    """Take the traceback from a check that has hidden tests: it quotes them."""

    begin = ClearHiddenTests().begin_test_delimeter

    def preprocess_cell(self, cell: Any, resources: Any, _index: int) -> tuple[Any, Any]:
        """Return the cell with no more than the kind of each error."""
        if cell.cell_type == "code" and self.begin in cell.source:
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [_SAID.format(name=output.ename)]
                    output.evalue = ""
        return cell, resources


class ShortenTexts(NbGraderPreprocessor):  # type: ignore[misc]
    """Shorten a learner's endless texts: rendering takes the square of their length."""

    def preprocess(self, notebook: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook with no more text than anybody reads."""
        left = _MOST_TEXT
        for cell in notebook.cells:
            if cell.cell_type != "code":
                most = min(_LONGEST_TEXT, left)
                if len(cell.source) > most:
                    cell.source = f"{cell.source[:most]} … (shortened)"
                left -= min(len(cell.source), most)
        return notebook, resources


class Feedback:
    """Makes feedback as nbgrader's ``generate_feedback`` does.

    Parameters
    ----------
    desk
        The run.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        converter = GenerateFeedback(coursedir=desk.room.directory, config=desk.room.config)
        self._permissions = int(str(converter.permissions), 8)
        self._exporter = converter.exporter_class(config=converter.config)
        hidden = ClearHiddenTests(config=desk.room.config)
        hide = HideTracebacks()
        hide.begin = hidden.begin_test_delimeter
        named = [import_item(k) if isinstance(k, str) else k for k in converter.preprocessors]
        others = [kind(config=converter.config) for kind in named if kind is not ClearHiddenTests]
        self._exporter._preprocessors = [hide, ShortenTexts(), *others[:1], hidden, *others[1:]]
        for step in self._exporter._preprocessors:
            step.enabled = True

    def make(self, learner: str) -> None:
        """Write a learner's pages from the autograded notebooks."""
        room = self._desk.room
        graded, place = room.folder("autograded", learner), room.folder("feedback", learner)
        made = self._desk.staging / f"feedback-{os.urandom(8).hex()}"
        made.mkdir()
        copy_extras(graded, made, room.directory.ignore)
        for path in sorted(graded.glob("*.ipynb")):
            resources = {
                "unique_key": path.stem,
                "nbgrader": {
                    "student": learner,
                    "assignment": room.assignment,
                    "notebook": path.stem,
                    "db_url": room.directory.db_url,
                },
            }
            page, _ = self._exporter.from_filename(str(path), resources=resources)
            (made / f"{path.stem}.html").write_text(page, encoding="utf-8")
        set_permissions(made, self._permissions, shared=room.directory.groupshared)
        remove(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        made.replace(place)
