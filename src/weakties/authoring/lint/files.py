"""Rules on files: what must be there, what must not, and in which state."""

from __future__ import annotations

import ast
import tomllib
from typing import TYPE_CHECKING

from weakties.authoring.layout import answers_path, hints_path
from weakties.authoring.lint.finding import Finding
from weakties.authoring.notebooks import WELCOME, text_of
from weakties.authoring.release import ReleaseError, exercise_text
from weakties.authoring.source import parsed, texts
from weakties.authoring.tidy import tidied
from weakties.command import command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material

_FEWEST_HINTS = 2


def unreadable(material: Material) -> Iterator[Finding]:
    """Find notebooks that are not valid in notebook format 4."""
    for path, reason in material.unreadable:
        yield Finding(
            path, "", "unreadable", reason, "Restore the file, or mend it in a text editor."
        )


def missing_file(material: Material) -> Iterator[Finding]:
    """Find out whether welcome, or a lesson, solution or exercise of the unit, is missing."""
    unit = material.unit
    write = "Write it, or set ready = false in course.toml."
    wanted = {WELCOME: "Write it: a learner begins there."}
    if unit:
        release = f"Run: {command(f'author release {unit.slug}')}"
        wanted = {unit.lesson: write, unit.solution: write, unit.exercise: release}
    there = {notebook.path for notebook in material.notebooks}
    there |= {path for path, _ in material.unreadable}
    for path, remedy in wanted.items():
        if path not in there:
            problem = "The course needs this notebook, and it is not there."
            yield Finding(path, "", "missing-file", problem, remedy)


def stray_file(material: Material) -> Iterator[Finding]:
    """Find files below exercises/ and solutions/ that course.toml does not name."""
    unit = material.unit
    named = {unit.exercise, unit.solution} if unit else set()
    for path in material.files:
        if path not in named:
            problem = "course.toml does not name this file, yet it would be shipped."
            yield Finding(path, "", "stray-file", problem, "Delete it, or move it elsewhere.")


def untidy(material: Material) -> Iterator[Finding]:
    """Find notebooks not in their normal form; whether outputs may stay is another rule's matter."""
    unit = material.unit.slug if material.unit else ""
    for notebook in material.notebooks:
        stored = notebook.role in ("welcome", "lesson") or any(
            cell.outputs for cell in notebook.cells
        )
        if notebook.text != text_of(tidied(notebook.node, outputs=stored)):
            yield Finding(
                notebook.path,
                "",
                "untidy",
                "It is not in its normal form.",
                f"Run: {command(f'author tidy {unit}')}",
            )


def outputs(material: Material) -> Iterator[Finding]:
    """Find outputs stored in exercises and solutions."""
    slug = material.unit.slug if material.unit else ""
    for notebook in material.of("solution", "exercise"):
        for cell in notebook.cells:
            if cell.outputs:
                yield Finding(
                    notebook.path,
                    cell.id,
                    "outputs",
                    "It stores an output, which ages and may give answers away.",
                    f"Run: {command(f'author tidy {slug}')}",
                )


def stale_exercise(material: Material) -> Iterator[Finding]:
    """Find an exercise that is not what its solution gives now.

    The solution is released afresh into a temporary folder, by nbgrader itself, and compared.
    """
    if not (unit := material.unit) or not (exercises := material.of("exercise")):
        return
    if material.solution is None:
        return
    try:
        current = exercise_text(material.course, unit)
    except ReleaseError as error:
        remedy = "Mend the cell that it names, then release the unit."
        yield Finding(unit.solution, "", "stale-exercise", str(error), remedy)
        return
    if exercises[0].text != current:
        yield Finding(
            unit.exercise,
            "",
            "stale-exercise",
            "It is not what its solution gives now: one of the two was changed without the other.",
            f"Change only {unit.solution}, then run: {command(f'author release {unit.slug}')}",
        )


def hints(material: Material) -> Iterator[Finding]:
    """Find auto-graded questions with too few or empty hints, and hints of no question."""
    if not (unit := material.unit):
        return
    path = hints_path(unit.slug)
    try:
        table = tomllib.loads(material.hints or "")
    except tomllib.TOMLDecodeError as error:
        remedy = 'Mend it; each entry looks like: photo-q1 = ["first", "second"]'
        yield Finding(path, "", "hints", f"It is not valid TOML: {error}.", remedy)
        return
    for question in material.auto_questions:
        steps = table.get(question.id, [])
        if not isinstance(steps, list) or len(steps) < _FEWEST_HINTS:
            problem = f"{question.id} has fewer than {_FEWEST_HINTS} hints."
            remedy = "Add hints from a nudge to a nearly complete step, as a list of texts."
            yield Finding(path, question.id, "hints", problem, remedy)
        elif not all(isinstance(step, str) and step.strip() for step in steps):
            problem = f"{question.id} has an empty hint."
            yield Finding(path, question.id, "hints", problem, "Write it, or remove it.")
    for name in table.keys() - {question.id for question in material.questions}:
        problem = f"'{name}' is no question of this unit, so nobody would see its hints."
        remedy = "Name the hints by a question's id in course.toml."
        yield Finding(path, name, "hints", problem, remedy)


def answers(material: Material) -> Iterator[Finding]:
    """Find auto-graded questions without right and wrong answers for `author prove`."""
    if not (unit := material.unit):
        return
    tree = parsed(material.answers or "")
    named = set(texts([n for n in ast.walk(tree) if isinstance(n, ast.expr)])) if tree else set()
    for question in material.auto_questions:
        if question.id not in named:
            yield Finding(
                answers_path(unit.slug),
                question.id,
                "answers",
                f"{question.id} has no right and wrong answers here.",
                "Add two right answers, three misconceptions and the rude set for it.",
            )
