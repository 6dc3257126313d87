"""Rules on what is still missing of a unit, from its entry in course.toml to its last test."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from weakties.authoring.layout import (
    CARDS,
    CONTENTS,
    TO_WRITE,
    WIDGETS,
    answers_path,
    hints_path,
    own_cards,
    parts_of,
)
from weakties.authoring.lint.finding import Finding
from weakties.authoring.source import parsed
from weakties.command import command
from weakties.data.cards import is_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material

_HERE = re.compile(rf"{re.escape(TO_WRITE)}\s*([^\n]*)")
_SHARED = (CONTENTS, CARDS, WIDGETS)
"""Files in which every unit has a part."""


def entry(material: Material) -> Iterator[Finding]:
    """Find what the unit's entry in course.toml does not say yet."""
    if not (unit := material.unit):
        return
    wanted = {
        "tension": (
            unit.tension,
            f"Write what the essays disagree about, then show it on the map: {command('author run')}",
        ),
        "claims": (unit.claims, 'Name the claims of the essays that it teaches, such as "E3.4".'),
        "evidence": (unit.evidence, 'Name its cards in evidence.toml, such as "R42".'),
        "lesson_minutes": (any(unit.lesson_minutes), "Write the least and the most: [25, 35]"),
        "exercise_minutes": (any(unit.exercise_minutes), "Write the least and the most: [30, 40]"),
        "questions": (unit.questions, "List its questions, each with id, title and points."),
    }
    for name, (said, remedy) in wanted.items():
        if not said:
            problem = f"The entry of {unit.slug} does not give its {name} yet."
            yield Finding(CONTENTS, name, "entry", problem, remedy)
    for question in unit.questions:
        if not question.title:
            problem = f"{question.id} has no title yet."
            remedy = "Give it one that does not tell the answer."
            yield Finding(CONTENTS, question.id, "entry", problem, remedy)


def draft(material: Material) -> Iterator[Finding]:
    """Find cards that are drafts, which nobody can load."""
    if not (unit := material.unit):
        return
    for card in own_cards(material.course.root, unit):
        if is_draft(card):
            remedy = (
                'Write the card and its generator, take the line "draft" out, then run: weakties '
                "author data"
            )
            problem = f"The card of {card['name']} is a draft, so nobody can load the dataset."
            yield Finding(CARDS, str(card["name"]), "draft", problem, remedy)


def missing_part(material: Material) -> Iterator[Finding]:
    """Find files that the unit needs beside its three notebooks, and that are not there."""
    if not (unit := material.unit):
        return
    root = material.course.root
    notebooks = (unit.lesson, unit.solution, unit.exercise)
    # Other rules miss these.
    missed = {*notebooks, hints_path(unit.slug), answers_path(unit.slug), *_SHARED}
    for path in parts_of(root, unit):
        if path not in missed and not (root / path).is_file():
            problem = "The unit needs this file, and it is not there."
            remedy = "Write it, after those of a unit that is ready."
            yield Finding(path, "", "missing-part", problem, remedy)


def unwritten(material: Material) -> Iterator[Finding]:
    """Find places that still say what is to be written there."""
    remedy = f"Write it, and take the line out that begins with '{TO_WRITE}'"
    for notebook in material.notebooks:
        if notebook.role != "exercise":  # which has them from its solution
            for cell in notebook.cells:
                if found := _HERE.findall(cell.source):
                    yield Finding(notebook.path, cell.id, "unwritten", _said(found), remedy)
    if not (unit := material.unit):
        return
    root = material.course.root
    for path in parts_of(root, unit):
        is_text = path not in _SHARED and not path.endswith(".ipynb") and (root / path).is_file()
        if is_text and (found := _HERE.findall((root / path).read_text(encoding="utf-8"))):
            yield Finding(path, "", "unwritten", _said(found), remedy)


def untested(material: Material) -> Iterator[Finding]:
    """Find test files of the unit that hold no test."""
    if not (unit := material.unit):
        return
    root = material.course.root
    for path in parts_of(root, unit):
        whole = root / path
        if whole.name.startswith("test_") and whole.is_file():
            tree = parsed(whole.read_text(encoding="utf-8"))
            nodes = ast.walk(tree) if tree else ()
            if not any(
                isinstance(n, ast.FunctionDef) and n.name.startswith("test_") for n in nodes
            ):
                remedy = "Write tests whose names are sentences about what happens."
                yield Finding(path, "", "untested", "It holds no test.", remedy)


def unoffered(material: Material) -> Iterator[Finding]:
    """Find widgets of the unit that a notebook can't import from ``weakties.widgets``."""
    path = material.course.root / WIDGETS
    if not (unit := material.unit) or not path.is_file():
        return
    offered = path.read_text(encoding="utf-8")
    for name in unit.widgets:
        if f'"{name}"' not in offered:
            problem = f"It does not offer the widget that stands in {name}/."
            remedy = "Add it to __all__, to the homes, and to the imports for types."
            yield Finding(WIDGETS, name, "unoffered", problem, remedy)


def not_ready(material: Material) -> Iterator[Finding]:
    """Find a unit that is not ready; asked only where nothing else is missing."""
    if (unit := material.unit) and not unit.ready:
        problem = f"Nothing else is missing of {unit.slug}, and learners do not get it yet."
        remedy = f"Set ready = true, then run: {command('author run')}"
        yield Finding(CONTENTS, "ready", "not-ready", problem, remedy)


def _said(found: list[str]) -> str:
    first = found[0].strip(" *\"'#/-<>").rstrip(".")
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"To be written: {first}{more}."
