"""What grading made of a submission, read from the gradebook and from the autograded notebook."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.authoring.prove.submissions import notebook_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from nbgrader.api import Gradebook

    from weakties.course import Unit

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Graded:
    """What grading made of one submission: points and message by question."""

    points: dict[str, float | None]
    messages: dict[str, str]


def graded_of(root: Path, unit: Unit, submissions: Iterable[str]) -> dict[str, Graded]:
    """Return what became of submissions in a course, by their names; the gradebook is opened once."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "weakties") as gradebook:
        return {
            name: Graded(_points(gradebook, unit, name), _messages(root, unit, name))
            for name in submissions
        }


def _points(gradebook: Gradebook, unit: Unit, submission: str) -> dict[str, float | None]:
    """Return the points by question; None where none were given."""
    from nbgrader.api import MissingEntry

    points: dict[str, float | None] = {}
    for question in unit.questions:
        if question.graded != "auto":
            continue
        check = f"{question.id}-check"
        try:
            grade = gradebook.find_grade(check, unit.slug, unit.slug, submission)
            points[question.id] = None if grade.needs_manual_grade else grade.auto_score
        except MissingEntry:
            points[question.id] = None
    return points


def _messages(root: Path, unit: Unit, submission: str) -> dict[str, str]:
    """Return what each check said, by question."""
    path = root / "autograded" / submission / unit.slug / f"{unit.slug}.ipynb"
    cells = notebook_at(path)["cells"] if path.is_file() else []
    return {
        cell["metadata"]["nbgrader"]["grade_id"].removesuffix("-check"): _message(cell)
        for cell in cells
        if cell["cell_type"] == "code" and cell["metadata"].get("nbgrader", {}).get("grade")
    }


def _message(cell: dict[str, Any]) -> str:
    """Return what a check cell displayed, as the reader sees it; variables keep their backticks."""
    shown = []
    for output in cell["outputs"]:
        if output["output_type"] == "error":
            shown.append("\n".join(output["traceback"]))
        markup = output.get("data", {}).get("text/html", "")
        markup = "".join(markup).replace("<code>", "`").replace("</code>", "`")
        shown.append(html.unescape(_TAG.sub(" ", markup)))
    return re.sub(r"\s+", " ", " ".join(shown)).strip()
