"""A course small enough to see at a glance, for laying out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.course import Course, Question, Unit

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "course/course.toml": "title = 'for the library, not for learners'",
    "course/welcome.ipynb": "welcome, first version",
    "course/map.svg": "<svg/>",
    "course/photo/lesson.ipynb": "lesson, first version",
    "course/photo/portrait.png": "a picture beside the lesson",
    "course/photo/facilitate.md": "for instructors",
    "course/later/lesson.ipynb": "a unit that is only announced",
    "exercises/photo/photo.ipynb": "exercise, first version",
    "solutions/photo/photo.ipynb": "the key",
}


def tiny_course(root: Path) -> Course:
    """Return a course with one ready unit and one announced, its files in `root`."""
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    photo = Unit("photo", "Photo", "?", ready=True, questions=(Question("photo-q1", "One", 1),))
    later = Unit("later", "Later", "?", ready=False)
    return Course("Tiny", "A course", root, (photo, later))
