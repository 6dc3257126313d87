"""Running lessons: what they show is kept, and a cell that stops is named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from weakties.authoring.notebooks import read
from weakties.authoring.run import WELCOME, RunError, run_lessons

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.course import Course

LESSON = "course/photo/lesson.ipynb"


def write_lesson(root: Path, source: str) -> None:
    path = root / LESSON
    notebook = json.loads(path.read_text("utf-8"))
    cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    cell["source"], cell["outputs"] = source, []
    notebook["cells"] = [cell]
    path.write_text(json.dumps(notebook), "utf-8")


def test_what_a_lesson_shows_is_stored_with_its_place_in_the_run(clean_course: Course):
    write_lesson(clean_course.root, "import os; os.environ['WEAKTIES_EDITION']")

    assert run_lessons(clean_course, ["photo"]) == (LESSON,)

    cell = json.loads((clean_course.root / LESSON).read_text("utf-8"))["cells"][0]
    assert cell["execution_count"] == 1
    assert cell["outputs"][0]["data"]["text/plain"] == ["'open'"]


def test_a_cell_that_stops_is_a_sentence_and_leaves_the_file_alone(clean_course: Course):
    write_lesson(clean_course.root, "1 / 0")
    before = (clean_course.root / LESSON).read_bytes()

    with pytest.raises(RunError, match=r"lesson\.ipynb stops with ZeroDivisionError"):
        run_lessons(clean_course, ["photo"])

    assert (clean_course.root / LESSON).read_bytes() == before


def test_the_welcome_is_run_alone_by_its_name(clean_course: Course, monkeypatch):
    welcome = clean_course.root / WELCOME
    welcome.write_bytes((clean_course.root / LESSON).read_bytes())
    monkeypatch.setattr("weakties.authoring.run._executed", lambda path, _name: read(path))

    assert run_lessons(clean_course, ["welcome"]) == (WELCOME,)
    assert run_lessons(clean_course) == (WELCOME, LESSON)
