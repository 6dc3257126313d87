"""Grading without running anything: the outputs that were handed in decide about the points."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from grading.courses import cell, ordinary_course
from weakties.grading.run import Options, grade

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from weakties.grading.result import Result

NOT_RUN = ("Execute.enabled=False", "ClearOutput.enabled=False")
CELLS = [
    cell("import math"),
    cell("### BEGIN SOLUTION\nx = 3\n### END SOLUTION", "x", solution=True),
    cell(
        "assert x\n### BEGIN HIDDEN TESTS\nassert x == 3\n### END HIDDEN TESTS", "x-check", points=9
    ),
    cell(
        "### BEGIN SOLUTION\nIt depends.\n### END SOLUTION",
        "essay", points=4, solution=True, markdown=True,
    ),
]  # fmt: skip


class Idle:
    """An executor that nobody asks to run anything."""

    apart = True
    workers = 1

    def begin(self, _settings: object, _config: object) -> dict[str, object]:
        return {}

    def end(self) -> None:
        pass


def idle(patch: pytest.MonkeyPatch) -> None:
    """Start no executor in this test, and let nbgrader find its own commands."""
    patch.setattr("weakties.grading.run.started", lambda *_: Idle())


def essay_course(root: Path) -> Path:
    """Make a course with one check of 9 points and one text that a person reads."""
    return ordinary_course(root, {"ps1": CELLS}, "ps1")


def put(root: Path, learner: str, points: float | None = 9, essay: str = "Because.") -> Path:
    """Hand in what gets these points, in place of whatever lies there; ``None`` fails."""
    place = root / "submitted" / learner / "ps1"
    place.mkdir(parents=True, exist_ok=True)
    path, new = place / "ps1.ipynb", place / "new"
    notebook = json.loads((root / "release" / "ps1" / "ps1.ipynb").read_text(encoding="utf-8"))
    for one in notebook["cells"]:
        if one["id"] == "x-check":
            shown = {"data": {"text/plain": str(points)}, "metadata": {}, "execution_count": 1}
            one["outputs"] = [{"output_type": "execute_result", **shown}]
        elif one["id"] == "essay":
            one["source"] = essay
    new.write_text("{" if points is None else json.dumps(notebook), encoding="utf-8")
    os.replace(new, path)  # noqa: PTH105 - whole or not at all
    return path


def graded(root: Path, **options: object) -> dict[str, Result]:
    """Grade what was handed in."""
    how = Options(settings=NOT_RUN, **options)
    return {result.learner: result for result in grade(root, "ps1", how)}


def read_by_a_person(course: Path, learner: str, points: float = 2.0) -> None:
    """Give points for the essay as the Formgrader does."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        grade = book.find_grade("essay", "ps1", "ps1", learner)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()
