"""What a room can ask: the predictions of its units' lessons, read from the lessons themselves."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.lesson.prediction import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from weakties.course import Course


def questions_of(course: Course, units: Iterable[str]) -> tuple[Asked, ...]:
    """Return the predictions of some units, in the lessons' order.

    Raises
    ------
    CourseError
        If there is no such unit, or its lesson can't be read.
    """
    return tuple(
        asked
        for slug in dict.fromkeys(units)
        for asked in predictions_in(course.root / course.unit(slug).lesson)
    )


def predictions_in(lesson: Path) -> list[Asked]:
    """Return the predictions that a lesson asks for.

    Raises
    ------
    CourseError
        If the lesson can't be read.
    """
    found = []
    for source in code_of(lesson):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Prediction":
                name, question = (ast.literal_eval(argument) for argument in node.args)
                told = {key.arg: ast.literal_eval(key.value) for key in node.keywords if key.arg}
                found.append(
                    Asked(
                        name,
                        question,
                        told.get("unit", ""),
                        told.get("between"),
                        tuple(told.get("choices", ())),
                    )
                )
    return found


def code_of(lesson: Path) -> list[str]:
    """Return the code cells of a lesson.

    Raises
    ------
    CourseError
        If it can't be read.
    """
    try:
        cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError) as error:
        raise CourseError(f"{lesson} can't be read as a lesson: {error}.") from None
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
