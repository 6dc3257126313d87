"""Rules on cells: their ids, the questions that they make up, points and markers."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from weakties.authoring.ids import is_generated
from weakties.authoring.lint.check_cell import check_cell
from weakties.authoring.lint.finding import Finding
from weakties.authoring.markers import (
    MARKER_LINES,
    REGIONS,
    SOLUTION,
    alternates,
    closing,
    inside,
    opening,
)
from weakties.command import command
from weakties.counted import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material
    from weakties.course import Question

_SCHEMA = 3
_POINTS = re.compile(r"\b(\d+)\s+points?\b", re.IGNORECASE)
_RUBRIC = re.compile(r"\brubric\b|\bhow it is (read|graded|marked)\b", re.IGNORECASE)
_HASHES = re.compile(r"^[\s<!-]*#+\s*")
_LIKENESS = 0.8
_ANSWER = {"grade": False, "solution": True}
_CHECK = {"grade": True, "solution": False, "locked": True}
_REFLECTION = {"grade": True, "solution": True}


def double_id(material: Material) -> Iterator[Finding]:
    """Find cells of one notebook that share an id, or a grade_id."""
    for notebook in material.notebooks:
        for key, ids in (
            ("id", [cell.id for cell in notebook.cells]),
            ("grade_id", [cell.nbgrader.get("grade_id", "") for cell in notebook.cells]),
        ):
            for name, count in Counter(name for name in ids if name).items():
                if count > 1:
                    problem = (
                        f"{count} cells have the {key} '{name}': nbgrader grades none of them."
                    )
                    remedy = "Give each its own; the copy was probably not meant to keep it."
                    yield Finding(notebook.path, name, "double-id", problem, remedy)


def generated_id(material: Material) -> Iterator[Finding]:
    """Find ids that a program made up."""
    unit = material.unit.slug if material.unit else ""
    for notebook in material.notebooks:
        for cell in notebook.cells:
            if is_generated(cell.id):
                yield Finding(
                    notebook.path,
                    cell.id,
                    "generated-id",
                    f"A program made this id up; the cell begins: {cell.source.partition(chr(10))[0]:.40}",
                    f"Name it yourself, or run: {command(f'author tidy {unit}')}",
                )


def question_cells(material: Material) -> Iterator[Finding]:
    """Find questions whose text, answer and check are not there in this order."""
    if not (solution := material.solution):
        return
    ids = [cell.id for cell in solution.cells]
    for question in material.questions:
        wanted = _parts(question)
        for part, kind in wanted.items():
            cell = solution.cell(part)
            if cell is None or cell.kind != kind:
                problem = f"course.toml names {question.id}, but there is no {kind} cell '{part}'."
                remedy = "Write the cell, or take the question out of course.toml."
                yield Finding(solution.path, part, "question-cells", problem, remedy)
        places = [ids.index(part) for part in wanted if part in ids]
        if places != sorted(places):
            problem = f"The cells of {question.id} are out of order."
            remedy = "Put the text first, then the answer, then the check."
            yield Finding(solution.path, question.id, "question-cells", problem, remedy)


def unknown_question(material: Material) -> Iterator[Finding]:
    """Find graded cells of questions that course.toml does not list for the unit."""
    if not (solution := material.solution) or not (unit := material.unit):
        return
    known = {part for question in unit.questions for part in _parts(question)}
    numbered = re.compile(rf"{re.escape(unit.slug)}-q\d+(-answer|-check)?")
    for cell in solution.cells:
        graded = cell.nbgrader.get("grade") or cell.nbgrader.get("solution")
        if cell.id not in known and (graded or numbered.fullmatch(cell.id)):
            problem = "The cell is graded or named like a question, but course.toml has no such."
            remedy = "List the question in course.toml, or make it an ordinary cell."
            yield Finding(solution.path, cell.id, "unknown-question", problem, remedy)


def question_metadata(material: Material) -> Iterator[Finding]:
    """Find answers, checks and reflections without the nbgrader metadata of their part."""
    if not (solution := material.solution):
        return
    for question in material.questions:
        expected = (
            {f"{question.id}-answer": _ANSWER, f"{question.id}-check": _CHECK}
            if question.graded == "auto"
            else {f"{question.id}-answer": _REFLECTION}
        )
        for cell_id, marks in expected.items():
            cell = solution.cell(cell_id)
            wanted = {**marks, "grade_id": cell_id, "schema_version": _SCHEMA}
            wrong = [
                f"{key} = {value!r}"
                for key, value in wanted.items()
                if cell and cell.nbgrader.get(key) != value
            ]
            if wrong:
                problem = f"Its nbgrader metadata lacks {', '.join(wrong)}."
                remedy = "Set it in JupyterLab's property inspector, under cell metadata."
                yield Finding(solution.path, cell_id, "question-metadata", problem, remedy)


def points_shown(material: Material) -> Iterator[Finding]:
    """Find texts whose first mention of points is not what course.toml gives."""
    if not (solution := material.solution):
        return
    for question in material.questions:
        text = solution.cell(question.id)
        if text is None:
            continue
        shown = _POINTS.search(text.source)
        if shown is None or int(shown[1]) != question.points:
            says = f"shows {shown[1]}" if shown else "shows no points"
            problem = f"course.toml gives {question.id} {points(question.points)}; the text {says}."
            remedy = f"Write '{points(question.points)}' in its heading, before any other number of points."
            yield Finding(solution.path, question.id, "points-shown", problem, remedy)


def points_set(material: Material) -> Iterator[Finding]:
    """Find checks that set other points than course.toml, for nbgrader or in question(…)."""
    if not (solution := material.solution):
        return
    for question in material.questions:
        auto = question.graded == "auto"
        cell_id = f"{question.id}-check" if auto else f"{question.id}-answer"
        cell = solution.cell(cell_id)
        if cell is None:
            continue
        sets = {"nbgrader's metadata": cell.nbgrader.get("points")}
        if auto and (check := check_cell(cell.source)).block:
            sets["question(…)"] = check.points
        for place, found in sets.items():
            if found != question.points:
                problem = f"course.toml gives {points(question.points)}; {place} sets {found}."
                remedy = "Change course.toml if the worth has changed, then the other places."
                yield Finding(solution.path, cell_id, "points-set", problem, remedy)


def no_solution(material: Material) -> Iterator[Finding]:
    """Find answers and reflections without a solution between markers."""
    if not (solution := material.solution):
        return
    for question in material.questions:
        cell_id = f"{question.id}-answer"
        cell = solution.cell(cell_id)
        if cell and not inside(cell.source, SOLUTION).strip():
            problem = "Nothing stands between solution markers: nbgrader would cut the whole cell."
            remedy = f"Put it between '{opening(SOLUTION)}' and '{closing(SOLUTION)}'."
            yield Finding(solution.path, cell_id, "no-solution", problem, remedy)


def no_rubric(material: Material) -> Iterator[Finding]:
    """Find questions graded by hand whose text does not say how it is graded."""
    if not (solution := material.solution):
        return
    for question in material.questions:
        text = solution.cell(question.id)
        if question.graded == "by hand" and text and not _RUBRIC.search(text.source):
            problem = "It is graded by hand, but does not say what earns the points."
            remedy = "Add a paragraph that begins with 'How it is read' or 'Rubric'."
            yield Finding(solution.path, question.id, "no-rubric", problem, remedy)


def markers(material: Material) -> Iterator[Finding]:
    """Find lines that should fence off a solution or hidden tests, but are misspelled or unpaired."""
    for notebook in material.of("solution", "exercise"):
        for cell in notebook.cells:
            for line in cell.source.split("\n"):
                if meant := _misspelled(line):
                    problem = f"'{line.strip()}' is no marker: what it should hide would be shown."
                    yield Finding(
                        notebook.path, cell.id, "markers", problem, f"Write '{meant}' instead."
                    )
            for region in REGIONS:
                if not alternates(cell.source, region):
                    problem = f"'{opening(region)}' and '{closing(region)}' do not alternate."
                    remedy = "Open and close each region once, in this order."
                    yield Finding(notebook.path, cell.id, "markers", problem, remedy)


def _parts(question: Question) -> dict[str, str]:
    """Return the ids and kinds of the cells that make up a question, in their order."""
    if question.graded == "by hand":
        return {question.id: "markdown", f"{question.id}-answer": "markdown"}
    return {
        question.id: "markdown",
        f"{question.id}-answer": "code",
        f"{question.id}-check": "code",
    }


def _misspelled(line: str) -> str:
    """Return the marker that a line wants to be and is not."""
    if line.strip() in MARKER_LINES or not _HASHES.match(line):
        return ""
    words = "### " + _HASHES.sub("", line).strip(" ->").upper()
    return next(iter(get_close_matches(words, MARKER_LINES, n=1, cutoff=_LIKENESS)), "")
