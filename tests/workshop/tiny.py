"""A course small enough to see at a glance, for laying out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from weakties.course import Course, Question, Unit

if TYPE_CHECKING:
    from pathlib import Path


def notebook(text: str) -> str:
    """Return a notebook that shows `text` and asks for nothing, as an author stores it."""
    shown = {"output_type": "stream", "name": "stdout", "text": ["seen before\n"]}
    cells = [
        {"cell_type": "markdown", "id": "text", "metadata": {}, "source": [text]},
        {
            "cell_type": "code",
            "id": "code",
            "metadata": {},
            "execution_count": 1,
            "outputs": [shown],
            "source": ["print('seen before')"],
        },
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


FILES = {
    "course/course.toml": "title = 'for the library, not for learners'",
    "course/welcome.ipynb": notebook("welcome, first version"),
    "course/map.svg": "<svg/>",
    "course/photo/lesson.ipynb": notebook("lesson, first version"),
    "course/photo/portrait.png": "a picture beside the lesson",
    "course/photo/facilitate.md": "for instructors",
    "course/later/lesson.ipynb": notebook("a unit that is only announced"),
    "exercises/photo/photo.ipynb": notebook("exercise, first version"),
    "solutions/photo/photo.ipynb": notebook("the key"),
}


def tiny_course(root: Path) -> Course:
    """Return a course with one ready unit and one announced, its files in `root`."""
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    photo = Unit("photo", "Photo", "?", ready=True, questions=(Question("photo-q1", "One", 1),))
    later = Unit("later", "Later", "?", ready=False)
    return Course("Tiny", "A course", root, (photo, later))
