"""The page of feedback as nbgrader's own commands and its Formgrader ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter
from nbgrader.preprocessors import Execute

from weakties.grading.feedback.marks import STAMP
from weakties.grading.feedback.page import feedback_page
from weakties.grading.stamps.digest import SHORT, digest_of_file

if TYPE_CHECKING:
    from weakties.grading.stamps.stamp import Stamp


class FeedbackExporter(Exporter):  # type: ignore[misc]
    """Makes a page that runs nothing of a learner's and asks nothing of any host."""

    file_extension = ".html"
    output_mimetype = "text/html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **_named: Any) -> tuple[str, Any]:
        """Return a graded notebook as a page, after nbgrader's steps have put the grades in."""
        notebook, resources = super().from_notebook_node(nb, resources)
        known = resources["nbgrader"]
        stamp = known.get(STAMP)
        if stamp and stamp.ground.graded != digest_of_file(_graded_file(resources)):
            stamp = None  # another program graded it since
        page = feedback_page(
            notebook,
            known["assignment"],
            known["notebook"],
            penalty=float(known.get("late_penalty") or 0.0),
            ground=_in_words(stamp),
            seconds=float(Execute(config=self.config).timeout or 0) or None,
        )
        return page, resources


def _graded_file(resources: Any) -> Path:
    """Return the graded notebook of which a page is made."""
    known = resources["metadata"]
    return Path(known["path"]) / f"{known['name']}.ipynb"


def _in_words(stamp: Stamp | None) -> str:
    """Return what the points rest on, in a sentence; nothing where nobody knows."""
    if stamp is None or not stamp.ground.hand_in:
        return ""
    data = f" with the data of edition {stamp.edition}" if stamp.edition else ""
    return f"Graded{data} by key {stamp.ground.key[:SHORT]}: say so if you ask about a point."
