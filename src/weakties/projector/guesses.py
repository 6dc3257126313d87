"""At which screens a room guesses, and at which its results are shown: read from the cells."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.lesson.prediction import Asked
    from weakties.projector.screens import Screen

_REVEALS = ("opens", "against")
_NO_RESULT = "It has no result: show the votes, and talk about them."


def said_beside(screens: Sequence[Screen], asked: Sequence[Asked]) -> list[list[str]]:
    """Return for each screen what its guesses ask of the instructor.

    Parameters
    ----------
    screens
        Of a lesson.
    asked
        What a room can ask of it, in the room's order.
    """
    numbers = {one.name: number for number, one in enumerate(asked)}
    said: list[list[str]] = [[] for _ in screens]
    waiting: dict[str, tuple[int, Asked]] = {}
    for place, screen in enumerate(screens):
        if not screen.source or screen.output:
            continue
        tree = ast.parse(screen.source)
        for name in _revealed(tree):
            if name in waiting:
                there, one = waiting.pop(name)
                number = numbers[one.name] + 1
                said[there].append(_ask(number, one, f"Reveal it at screen {place + 1}."))
                said[place].append(f"Now reveal question {number} in the room: “{one.question}”")
        for name, prediction in _asked(tree):
            if prediction in numbers:
                waiting[name] = place, asked[numbers[prediction]]
            else:
                said[place].append("A curve: have the room say where it goes, and draw that.")
    for there, one in waiting.values():
        said[there].append(_ask(numbers[one.name] + 1, one, _NO_RESULT))
    return said


def _ask(number: int, one: Asked, then: str) -> str:
    what = "Choose the room's most frequent answer" if one.choices else "Type its middle guess"
    return (
        f"Ask question {number} in the room: “{one.question}” "
        f"{what} in the form on the projector before you go on. {then}"
    )


def _asked(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the name that code gives to what it asks, and what the question is called."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Call(
                    func=ast.Name(id="Prediction" | "Sketch"),
                    args=[ast.Constant(value=str(called)), *_],
                ),
            ):
                yield name, called


def _revealed(tree: ast.AST) -> list[str]:
    """Return the names of guesses whose results code shows, in its order."""
    found = [
        (node.value.lineno, node.value.col_offset, node.value.id)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in _REVEALS
        and isinstance(node.value, ast.Name)
    ]
    return list(dict.fromkeys(name for *_, name in sorted(found)))
