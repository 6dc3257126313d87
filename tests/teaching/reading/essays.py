"""A course with a text that is read by a rubric and one that gets a number, graded without a kernel."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from grading.courses import cell, ordinary_course
from grading.idle import NOT_RUN
from weakties.grading.run import Options, grade

if TYPE_CHECKING:
    from pathlib import Path

TASK = """## Your step

*3 points, read by a person*

**How it is read:** one point each for a goal, a step that can be done, and what it costs."""
CELLS = [
    cell(TASK, "goal", locked=True, markdown=True),
    cell(
        "### BEGIN SOLUTION\n*A sample.* I will call Ben.\n### END SOLUTION",
        "goal-answer", points=3, solution=True, markdown=True,
    ),
    cell("Write freely."),
    cell(
        "### BEGIN SOLUTION\nIt depends.\n### END SOLUTION",
        "free-answer", points=4, solution=True, markdown=True,
    ),
]  # fmt: skip
READERS = """
[reading]
second_percent = 100
[[readers]]
name = "maria"
questions = ["goal"]
[[readers]]
name = "jo"
"""


def reading_course(root: Path) -> Path:
    """Make the course."""
    return ordinary_course(root, {"ps1": CELLS}, "ps1")


def write(root: Path, learner: str, goal: str, free: str = "") -> None:
    """Hand in texts; an empty one is left as it was given out."""
    notebook = json.loads((root / "release" / "ps1" / "ps1.ipynb").read_text(encoding="utf-8"))
    for one in notebook["cells"]:
        text = {"goal-answer": goal, "free-answer": free}.get(one["id"])
        if text:
            one["source"] = text
    path = root / "submitted" / learner / "ps1" / "ps1.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def regrade(root: Path, **options: object) -> None:
    """Grade what was handed in; nothing is run."""
    list(grade(root, "ps1", Options(settings=NOT_RUN, **options)))


def rows(root: Path) -> dict[tuple[str, str], tuple[float | None, bool, str | None]]:
    """Return points by hand, whether a person is due, and the comment, as nbgrader's API sees them."""
    from nbgrader.api import Gradebook

    found = {}
    with Gradebook(address(root), "weakties") as book:
        for submission in book.assignment_submissions("ps1"):
            for notebook in submission.notebooks:
                comments = {one.name: one.comment for one in notebook.comments}
                for one in notebook.grades:
                    held = (one.manual_score, one.needs_manual_grade, comments.get(one.name))
                    found[submission.student.id, one.name] = held
    return found


def by_formgrader(root: Path, learner: str, points: float, cell_name: str = "goal-answer") -> None:
    """Give points as the Formgrader does."""
    from nbgrader.api import Gradebook

    with Gradebook(address(root), "weakties") as book:
        grade = book.find_grade(cell_name, "ps1", "ps1", learner)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def address(root: Path) -> str:
    """Return where the gradebook is."""
    return f"sqlite:///{root / 'gradebook.db'}"
