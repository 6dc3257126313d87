"""A small course of two questions, and what learners hand in for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from grading.courses import cell, hand_in, ordinary_course

if TYPE_CHECKING:
    from pathlib import Path

CELLS = [
    cell("import math"),
    cell("### BEGIN SOLUTION\nx = 3\n### END SOLUTION", "x", solution=True),
    cell("assert x == math.isqrt(9)", "x-check", points=2),
    cell("### BEGIN SOLUTION\ny = 4\n### END SOLUTION", "y", solution=True),
    cell("### BEGIN HIDDEN TESTS\nassert y == 4\n### END HIDDEN TESTS", "y-check", points=1),
]


def small_course(root: Path, *, config: str = "") -> Path:
    """Make the course."""
    plain = 'c = get_config()\nc.CourseDirectory.course_id = "weakties"\nc.Execute.timeout = 3\n'
    return ordinary_course(root, {"ps1": CELLS}, "ps1", plain + config)


def answer(root: Path, learner: str, x: str = "x = 3", y: str = "y = 4") -> Path:
    """Hand in two answers."""
    path = root / "release" / "ps1" / "ps1.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for one in notebook["cells"]:
        if one["id"] in ("x", "y"):
            one["source"] = {"x": x, "y": y}[one["id"]]
    return hand_in(root, learner, notebook, "ps1")
