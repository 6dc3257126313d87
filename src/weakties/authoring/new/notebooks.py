"""The notebooks of a new unit: the bones of a lesson, and the source of an exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.authoring.layout import TO_WRITE
from weakties.authoring.markers import HIDDEN_TESTS, SOLUTION, closing, opening
from weakties.authoring.notebooks import text_of
from weakties.authoring.tidy import tidied
from weakties.counted import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.course import Question, Unit

    Cell = dict[str, Any]

_SCHEMA = 3
_BONES = (
    ("The tension", "which essay says what, retold in our words; nobody is quoted or mocked."),
    ("Play", "what to try in the widget, and what to watch for."),
    ("Compute", "one worked example on the unit's data, another than the exercise's."),
    (
        "Evidence",
        "what to look for on the cards: the finding, how sure it is, what it leaves open.",
    ),
    ("Decide", "the question that a reader answers for Monday."),
)
_CODE = {
    "The tension": "a Prediction that asks for a number or a choice, and how sure.",
    "Play": "the unit's widget, made and shown.",
    "Compute": "the worked example, shown with its unit and its uncertainty.",
    "Evidence": "the unit's cards: evidence(...) from weakties.lesson.",
}


def notebooks(unit: Unit) -> dict[str, str]:
    """Return the files of the unit's lesson and of its exercise's source."""
    return {
        unit.solution: _file(_exercise(unit)),
        unit.lesson: _file(_lesson(unit)),
    }


def _lesson(unit: Unit) -> Iterator[Cell]:
    yield _words(
        f"{unit.slug}-lesson",
        f"# {unit.title}",
        f"{TO_WRITE} minutes; the protagonist's question; what one can do afterwards.",
    )
    for heading, belongs in _BONES:
        name = heading.lower().replace(" ", "-")
        yield _words(name, f"## {heading}", f"{TO_WRITE} minutes at the heading; {belongs}")
        if heading in _CODE:
            yield _code(f"{name}-code", f"# {TO_WRITE} {_CODE[heading]}")
    yield _code("look-back", f'from weakties.lesson import look_back\n\nlook_back("{unit.slug}")')
    link = f"[*{unit.title}*](../../exercises/{unit.slug}/{unit.slug}.ipynb)"
    yield _words(
        "on-to-the-exercise",
        f"Now compute it yourself: open the exercise, {link}.",
        f"{TO_WRITE} the essays and their authors, and the license of text and data.",
    )


def _exercise(unit: Unit) -> Iterator[Cell]:
    yield _words(
        f"{unit.slug}-exercise",
        f"# {unit.title}{'' if unit.title.endswith(('?', '!', '.')) else '.'} The exercise",
        f"{TO_WRITE} the protagonist's reason to compute; how many questions, points and minutes; "
        "how it works, as in the other exercises.",
    )
    for number, question in enumerate(unit.questions, start=1):
        if question.graded == "auto":
            yield from _question(question, number)
        else:
            yield from _reflection(question)
    yield _words(
        f"{unit.slug}-next",
        "## What now?",
        f"{TO_WRITE} how to hand in `{unit.slug}.ipynb`, and where to go from here.",
    )


def _question(question: Question, number: int) -> Iterator[Cell]:
    name = f"answer_{number}"
    yield _words(
        question.id,
        f"## {number} · To write: title",
        f"*{points(question.points)}*",
        f"{TO_WRITE} the task: which rows, which quantity, computed how, out of what.",
        "| name | type | unit | how exact |\n|---|---|---|---|\n"
        f"| `{name}` | number | {TO_WRITE} unit | within 0.005 |",
    )
    yield _code(
        f"{question.id}-answer",
        f"{name} = ...\n{opening(SOLUTION)}\n# {TO_WRITE} a solution that binds a better name than "
        f"{name}.\n{closing(SOLUTION)}",
        grade=False,
        solution=True,
    )
    yield _code(
        f"{question.id}-check",
        "from weakties.check import question\n\n"
        f'with question("{question.id}", points={question.points}) as q:\n'
        f'    q.number("{name}", {name})\n'
        f"    {opening(HIDDEN_TESTS)}\n"
        "    @q.key\n"
        "    def key():\n"
        f'        """{TO_WRITE} what the right answer means, for whoever has found it."""\n'
        f"        # {TO_WRITE} load the data here, compute what is right, and compare: q.close(...)\n"
        f'        raise NotImplementedError("{question.id} has no key yet.")\n'
        f"    {closing(HIDDEN_TESTS)}\n"
        "q.verdict",
        grade=True,
        solution=False,
        locked=True,
        points=question.points,
    )


def _reflection(question: Question) -> Iterator[Cell]:
    yield _words(
        question.id,
        "## Reflection · To write: title",
        f"*{points(question.points)}, read by a person*",
        f"{TO_WRITE} a decision to take and defend in 100 to 200 words; no names of others.",
        f"**How it is read:** {TO_WRITE} what earns one point each.",
    )
    yield _cell(
        "markdown",
        f"{question.id}-answer",
        f"{opening(SOLUTION)}\n*A sample answer.* {TO_WRITE} one that would get all points.\n"
        f"{closing(SOLUTION)}",
        grade=True,
        solution=True,
        points=question.points,
    )


def _words(cell_id: str, *paragraphs: str) -> Cell:
    return _cell("markdown", cell_id, "\n\n".join(paragraphs))


def _code(cell_id: str, source: str, **marks: bool | int) -> Cell:
    return _cell("code", cell_id, source, **marks)


def _cell(kind: str, cell_id: str, source: str, **marks: bool | int) -> Cell:
    metadata: dict[str, Any] = {}
    if marks:
        always = {"grade_id": cell_id, "locked": False, "schema_version": _SCHEMA, "task": False}
        metadata["nbgrader"] = dict(sorted({**always, **marks}.items()))
    return {"cell_type": kind, "id": cell_id, "metadata": metadata, "source": source}


def _file(cells: Iterator[Cell]) -> str:
    return text_of(tidied({"cells": list(cells)}, outputs=False))
