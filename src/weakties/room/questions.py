"""What a room can ask: the predictions of its units' lessons, read from the lessons themselves."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError
from weakties.lesson.prediction import Asked
from weakties.room.played import plays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from weakties.course import Course, Unit
    from weakties.room.played import Play


DECISION = "-decision"
"""How the name of a question for a decision ends."""
DECISIONS = (
    "I will begin something",
    "I will stop something",
    "I will do something differently",
    "I will go on as before",
    "I have not decided yet",
)


def questions_of(course: Course, units: Iterable[str]) -> tuple[Asked, ...]:
    """Return the predictions of some units in the lessons' order, each unit's decision last.

    Raises
    ------
    CourseError
        If there is no such unit, or its lesson can't be read.
    """
    return tuple(
        asked
        for slug in dict.fromkeys(units)
        for asked in (
            *predictions_in(course.root / course.unit(slug).lesson),
            decision_of(course.unit(slug)),
        )
    )


def decision_of(unit: Unit) -> Asked:
    """Return what is asked at the end of a unit: which kind of decision somebody made."""
    return Asked(
        f"{unit.slug}{DECISION}",
        f"“{unit.title}”: what did you decide for Monday?",
        choices=DECISIONS,
    )


def plays_of(course: Course, units: Iterable[str]) -> tuple[Play, ...]:
    """Return the widgets of some units whose outcomes a room shows.

    Raises
    ------
    CourseError
        If there is no such unit, or its lesson can't be read.
    """
    known = plays()
    called = [
        getattr(node.func, "id", "")
        for slug in dict.fromkeys(units)
        for source in code_of(course.root / course.unit(slug).lesson)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
    ]
    return tuple(known[name] for name in dict.fromkeys(called) if name in known)


def predictions_in(lesson: Path) -> list[Asked]:
    """Return the predictions that a lesson asks for.

    Raises
    ------
    CourseError
        If the lesson can't be read.
    """
    return [asked for source in code_of(lesson) for asked in asked_in(source)]


def asked_in(source: str) -> Iterator[Asked]:
    """Yield the predictions that a code cell asks for.

    What several of them share may stand in a name of the same cell: ``Prediction(…, **shared)``.
    """
    tree = ast.parse(source)
    shared = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Prediction":
            name, question = (ast.literal_eval(argument) for argument in node.args)
            told = _told(node.keywords, shared)
            yield Asked(
                name,
                question,
                told.get("unit", ""),
                told.get("between"),
                tuple(told.get("choices", ())),
            )


def _told(keywords: Iterable[ast.keyword], shared: Mapping[str, ast.expr]) -> dict[str, Any]:
    """Return what keywords say; a name stands for what the cell has given it."""
    told: dict[str, Any] = {}
    for key in keywords:
        value = shared[key.value.id] if isinstance(key.value, ast.Name) else key.value
        said = ast.literal_eval(value)
        told |= {key.arg: said} if key.arg else said
    return told


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
