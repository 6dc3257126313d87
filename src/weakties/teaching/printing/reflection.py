"""A unit's reflection as a form on paper: the exercise's own words, and lines to write on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.grading.nbg.reading import notebook_at

if TYPE_CHECKING:
    from weakties.course import Course, Unit


def reflection_of(course: Course, unit: Unit) -> str:
    """Return what the exercise asks to be written, as Markdown.

    Raises
    ------
    CourseError
        If the exercise has no such text.
    """
    wanted = f"{unit.slug}-reflection"
    for cell in notebook_at(course.root / unit.exercise)["cells"]:
        if cell["id"] == wanted and cell["cell_type"] == "markdown":
            return re.sub(r"\]\([^)]*\)", "]", cell["source"])
    raise CourseError(f"{unit.exercise} has no cell “{wanted}”: what should be written?")
