"""What is taken out of a notebook before feedback is made of it."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor

from weakties.grading.feedback.clean import without_pictures

_LONGEST_TEXT = 20_000
_MOST_TEXT = 200_000
_MOST_HTML = 400_000
_SAID = "A test of this cell did not pass ({name})."


class HideTracebacks(NbGraderPreprocessor):  # type: ignore[misc]
    """Take the traceback from a check that has hidden tests: it quotes them."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.begin = ClearHiddenTests(config=self.config).begin_test_delimeter

    def preprocess_cell(self, cell: Any, resources: Any, _index: int) -> tuple[Any, Any]:
        """Return the cell with no more than the kind of each error."""
        if cell.cell_type == "code" and self.begin in cell.source:
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [_SAID.format(name=output.ename)]
                    output.evalue = ""
        return cell, resources


class ShortenTexts(NbGraderPreprocessor):  # type: ignore[misc]
    """Shorten a learner's endless texts: rendering takes the square of their length.

    Of formatted outputs so much is kept as anybody reads; the plain form of each further one stays.
    """

    def preprocess(self, notebook: Any, resources: Any) -> tuple[Any, Any]:
        """Return the notebook with no more text than anybody reads."""
        left, formatted = _MOST_TEXT, _MOST_HTML
        for cell in notebook.cells:
            if cell.cell_type != "code":
                most = min(_LONGEST_TEXT, left)
                if len(cell.source) > most:
                    cell.source = f"{cell.source[:most]} … (shortened)"
                left -= min(len(cell.source), most)
                continue
            for output in cell.outputs:
                data = output.get("data", {})
                for kind in ("text/html", "text/markdown"):
                    formatted -= len(without_pictures("".join(data.get(kind, ""))))
                    if formatted < 0 and kind in data:
                        del data[kind]
        return notebook, resources
