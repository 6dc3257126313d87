"""What is handed in for the proof of a unit: the blank exercise, the solution and every variant."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any

from weakties.authoring.answers import Variant, variants_of
from weakties.authoring.in_process import starter
from weakties.authoring.prove.proof import ProofError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.authoring.answers import Catalogue
    from weakties.course import Unit


def variants_of_unit(
    unit: Unit, catalogue: dict[str, Catalogue], source: dict[str, Any]
) -> dict[str, list[Variant]]:
    """Return the variants of each question that is graded automatically and catalogued."""
    return {
        question.id: variants_of(
            question.id,
            question.points,
            catalogue[question.id],
            _answer_names(source_of(source, f"{question.id}-answer")),
        )
        for question in unit.questions
        if question.graded == "auto" and question.id in catalogue
    }


def submissions(
    exercise: dict[str, Any], source: dict[str, Any], variants: dict[str, list[Variant]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is handed in: the blank exercise, the solution, then one variant per question."""
    solutions = {question: source_of(source, f"{question}-answer") for question in variants}
    yield "blank", exercise
    yield "solution", with_answers(exercise, solutions)
    for i in range(max(len(entries) for entries in variants.values())):
        answers = {
            question: starter(solutions[question]) + entries[i].code
            if i < len(entries)
            else solutions[question]
            for question, entries in variants.items()
        }
        yield f"variant-{i:02d}", with_answers(exercise, answers)


def with_answers(exercise: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    """Return a notebook with other code in its answer cells, by question."""
    cells = [
        {**cell, "source": answers.get(cell.get("id", "").removesuffix("-answer"), "")}
        if cell.get("id", "").endswith("-answer") and cell["cell_type"] == "code"
        else cell
        for cell in exercise["cells"]
    ]
    return {**exercise, "cells": cells}


def _answer_names(solution: str) -> list[str]:
    """Return the variables whose starter code is three dots."""
    return [
        target.id
        for node in ast.parse(starter(solution)).body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and node.value.value is ...
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def source_of(notebook: dict[str, Any], cell_id: str) -> str:
    """Return the source of a notebook's cell; raise ProofError where there is none."""
    for cell in notebook["cells"]:
        if cell.get("id") == cell_id:
            return "".join(cell["source"])
    raise ProofError(f"The solution has no cell '{cell_id}'.")


def notebook_at(path: Path) -> dict[str, Any]:
    """Return a notebook as its file holds it; nothing is repaired, and nothing refused."""
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def write_notebook(path: Path, notebook: dict[str, Any]) -> None:
    """Write a notebook in a new folder."""
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
