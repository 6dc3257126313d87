"""The proof of a unit: every catalogued answer, graded as an instructor would, gets what it must.

A submission carries one variant of each question, since questions do not depend on one another.
The course is released with nbgrader's own command in a temporary folder, and graded with ours in a copy
of it for each edition of the data. A few submissions of one edition are graded by nbgrader
as well: it is the oracle, and a point of difference fails the proof.
"""

from __future__ import annotations

import ast
import html
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from weakties.authoring.answers import Variant, catalogue_path, read_catalogue, variants_of
from weakties.check.key import SOLUTION
from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.authoring.answers import Catalogue
    from weakties.course import Course, Unit

EDITIONS = ("open", "proof-a", "proof-b")
_ORACLES = 4
"""So many submissions of the first edition are graded by nbgrader itself as well."""
_TAG = re.compile(r"<[^>]+>")


class ProofError(CourseError):
    """The unit could not be released or graded at all."""


@dataclass(frozen=True)
class Failure:
    """One answer that did not get what it must."""

    edition: str
    question: str
    answer: str
    expected: str
    got: str

    def __str__(self) -> str:
        """Return the failure as one line."""
        where = f"{self.question}, {self.answer} (edition {self.edition})"
        return f"{where}: expected {self.expected}, got {self.got}"


@dataclass
class Proof:
    """What the proof of a unit counted and found."""

    unit: str
    questions: int
    right: int
    wrong: int
    rude: int
    editions: int
    blank_score: float = 0.0
    solution_score: float = 0.0
    max_score: float = 0.0
    failures: list[Failure] = field(default_factory=list)

    def __str__(self) -> str:
        """Return the proof as a few lines for a person."""
        counted = (
            f"{self.unit}: {self.questions} questions, {self.right} right, {self.wrong} wrong and "
            f"{self.rude} rude answers in {self.editions} editions.\n"
            f"The blank exercise gets {self.blank_score:g}, the solution "
            f"{self.solution_score:g} of {self.max_score:g} points."
        )
        found = [f"  {failure}" for failure in self.failures] or ["Every answer got what it must."]
        return "\n".join([counted, *found])

    def as_json(self) -> dict[str, Any]:
        """Return the proof as plain values."""
        return {**asdict(self), "failures": [str(failure) for failure in self.failures]}


@dataclass(frozen=True)
class _Graded:
    """What grading made of one submission: points and message by question."""

    points: dict[str, float | None]
    messages: dict[str, str]


def prove(course: Course, unit: Unit, editions: Sequence[str] = EDITIONS) -> Proof:
    """Grade every catalogued answer of a unit and compare.

    Parameters
    ----------
    course
        The course in a checkout, with ``solutions/`` and ``tests/answers/``.
    unit
        The unit to prove.
    editions
        The editions of the data to prove it in.

    Raises
    ------
    CourseError
        If the answers file is missing or the unit can't be released or graded.
    """
    catalogue = read_catalogue(catalogue_path(course.root, unit.slug))
    source = _notebook(course.root / unit.solution)
    variants = _variants(unit, catalogue, source)
    kinds = [variant.kind for entries in variants.values() for variant in entries]
    proof = Proof(
        unit.slug,
        questions=len(variants),
        right=kinds.count("right"),
        wrong=kinds.count("wrong"),
        rude=kinds.count("rude"),
        editions=len(editions),
        max_score=sum(question.points for question in unit.questions if question.graded == "auto"),
    )
    proof.failures += _missing(unit, catalogue)
    if not variants:
        return proof
    with TemporaryDirectory(prefix="weakties-proof-") as folder:
        handed_in = _handed_in(Path(folder) / "course", course, unit, variants)
        for i, edition in enumerate(editions):
            root = Path(shutil.copytree(handed_in, Path(folder) / edition))
            graded = _graded_edition(root, unit, edition, 0 if i else _ORACLES)
            _compare(proof, edition, variants, graded)
            proof.failures += _disagreements(edition, graded)
    return proof


def _disagreements(edition: str, graded: dict[str, _Graded]) -> Iterator[Failure]:
    """Yield a failure for each question that nbgrader grades otherwise than we do."""
    for name, ours in graded.items():
        theirs = graded.get(f"{name} by nbgrader")
        for question, points in (theirs.points if theirs else {}).items():
            if ours.points[question] != points:
                expected, got = f"{points} points, as nbgrader gives", str(ours.points[question])
                yield Failure(edition, question, f"the submission {name}", expected, got)


def _variants(
    unit: Unit, catalogue: dict[str, Catalogue], source: dict[str, Any]
) -> dict[str, list[Variant]]:
    return {
        question.id: variants_of(
            question.id,
            question.points,
            catalogue[question.id],
            _answer_names(_source_of(source, f"{question.id}-answer")),
        )
        for question in unit.questions
        if question.graded == "auto" and question.id in catalogue
    }


def _missing(unit: Unit, catalogue: dict[str, Catalogue]) -> Iterator[Failure]:
    """Yield a failure for each question that has too few catalogued answers to prove anything."""
    for question in unit.questions:
        if question.graded != "auto":
            continue
        entry = catalogue.get(question.id)
        right, wrong = (len(entry.right), len(entry.wrong)) if entry else (0, 0)
        if right < 2 or wrong < 3:
            expected = "at least 2 right and 3 wrong answers"
            yield Failure("any", question.id, "catalogue", expected, f"{right} and {wrong}")


def _handed_in(root: Path, course: Course, unit: Unit, variants: dict[str, list[Variant]]) -> Path:
    """Release the unit in a folder, as for every edition, and hand everything in."""
    solution = root / unit.solution
    solution.parent.mkdir(parents=True)
    shutil.copyfile(course.root / unit.solution, solution)
    shutil.copyfile(course.root / "nbgrader_config.py", root / "nbgrader_config.py")
    _run(root, EDITIONS[0], "nbgrader", "generate_assignment", unit.slug)
    exercise, source = _notebook(root / unit.exercise), _notebook(solution)
    for name, notebook in _submissions(exercise, source, variants):
        _write(root / "submitted" / name / unit.slug / f"{unit.slug}.ipynb", notebook)
    return root


def _graded_edition(root: Path, unit: Unit, edition: str, oracles: int) -> dict[str, _Graded]:
    """Grade what was handed in with one edition's data; submissions by their name.

    Some of them, as many as there are to be oracles, are graded by nbgrader as well.
    """
    learners = sorted(path.name for path in (root / "submitted").iterdir())
    theirs = learners[:: -(-len(learners) // oracles)] if oracles else []
    by_nbgrader = _graded_by_nbgrader(root, edition, unit, theirs) if theirs else {}
    _grade(root, edition, unit)
    return {**by_nbgrader, **{learner: _graded(root, unit, learner) for learner in learners}}


def _graded_by_nbgrader(
    root: Path, edition: str, unit: Unit, learners: Sequence[str]
) -> dict[str, _Graded]:
    """Grade some submissions with nbgrader, in a copy of the course that our engine has not seen."""
    beside = root / "nbgrader"
    for name in ("solutions", "exercises"):
        shutil.copytree(root / name, beside / name)
    for name in ("nbgrader_config.py", "gradebook.db"):
        shutil.copyfile(root / name, beside / name)
    for learner in learners:
        shutil.copytree(root / "submitted" / learner, beside / "submitted" / learner)
    # Whoever lost a race for a port is graded at the next try, and nobody else.
    _run(beside, edition, "nbgrader", "autograde", unit.slug, tries=3)
    return {f"{learner} by nbgrader": _graded(beside, unit, learner) for learner in learners}


def _grade(root: Path, edition: str, unit: Unit) -> None:
    """Grade with our own engine; where there is no sandbox, in plain kernels: all code is our own."""
    words = [
        "weakties",
        "grade",
        unit.slug,
        "--course",
        str(root),
        "--json",
        str(root / "graded.json"),
    ]
    try:
        _run(root, edition, *words)
    except ProofError as error:
        if "No sandbox" not in str(error):
            raise
        _run(root, edition, *words, "--executor", "kernel")


def _run(root: Path, edition: str, *arguments: str, tries: int = 1) -> None:
    scripts = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "WEAKTIES_EDITION": edition,
        # Only the key in the notebook itself is proven, not one that is installed beside it.
        "WEAKTIES_SOLUTIONS": "off",
        # nbgrader calls alembic by name.
        "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")]),
    }
    for _ in range(tries):
        result = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode == 0:
            return
    last = "\n".join((result.stdout + result.stderr).strip().splitlines()[-12:])
    raise ProofError(f"{' '.join(arguments[:2])} failed:\n{last}")


def _submissions(
    exercise: dict[str, Any], source: dict[str, Any], variants: dict[str, list[Variant]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is handed in: the blank exercise, the solution, then one variant per question."""
    solutions = {question: _source_of(source, f"{question}-answer") for question in variants}
    yield "blank", exercise
    yield "solution", _with_answers(exercise, solutions)
    for i in range(max(len(entries) for entries in variants.values())):
        answers = {
            question: _starter(solutions[question]) + entries[i].code
            if i < len(entries)
            else solutions[question]
            for question, entries in variants.items()
        }
        yield f"variant-{i:02d}", _with_answers(exercise, answers)


def _graded(root: Path, unit: Unit, submission: str) -> _Graded:
    from nbgrader.api import Gradebook, MissingEntry

    path = root / "autograded" / submission / unit.slug / f"{unit.slug}.ipynb"
    cells = _notebook(path)["cells"] if path.is_file() else []
    points: dict[str, float | None] = {}
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "weakties") as gradebook:
        for question in unit.questions:
            if question.graded != "auto":
                continue
            check = f"{question.id}-check"
            try:
                grade = gradebook.find_grade(check, unit.slug, unit.slug, submission)
                points[question.id] = None if grade.needs_manual_grade else grade.auto_score
            except MissingEntry:
                points[question.id] = None
    messages = {
        cell["metadata"]["nbgrader"]["grade_id"].removesuffix("-check"): _message(cell)
        for cell in cells
        if cell["cell_type"] == "code" and cell["metadata"].get("nbgrader", {}).get("grade")
    }
    return _Graded(points, messages)


def _compare(
    proof: Proof, edition: str, variants: dict[str, list[Variant]], graded: dict[str, _Graded]
) -> None:
    proof.blank_score = max(proof.blank_score, _total(graded["blank"]))
    proof.solution_score = _total(graded["solution"])
    if _total(graded["blank"]) != 0:
        proof.failures.append(
            Failure(edition, "all", "blank exercise", "0 points", f"{_total(graded['blank']):g}")
        )
    if proof.solution_score != proof.max_score:
        expected = f"{proof.max_score:g} points"
        got = f"{proof.solution_score:g}"
        proof.failures.append(Failure(edition, "all", "solution", expected, got))
    for question, entries in variants.items():
        for i, variant in enumerate(entries):
            result = graded[f"variant-{i:02d}"]
            points = result.points[question]
            message = result.messages.get(question, "")
            answer = f"{variant.kind} answer '{variant.name}'"
            if points != variant.points:
                expected, got = f"{variant.points:g} points", f"{points} ({message[:120]})"
                proof.failures.append(Failure(edition, question, answer, expected, got))
            elif variant.says not in message.replace("\xa0", " "):
                expected, got = f"the words '{variant.says}'", f"'{message[:200]}'"
                proof.failures.append(Failure(edition, question, answer, expected, got))


def _total(graded: _Graded) -> float:
    return sum(points or 0.0 for points in graded.points.values())


def _message(cell: dict[str, Any]) -> str:
    """Return what a check cell displayed, as the reader sees it; variables keep their backticks."""
    shown = []
    for output in cell["outputs"]:
        if output["output_type"] == "error":
            shown.append("\n".join(output["traceback"]))
        markup = output.get("data", {}).get("text/html", "")
        markup = "".join(markup).replace("<code>", "`").replace("</code>", "`")
        shown.append(html.unescape(_TAG.sub(" ", markup)))
    return re.sub(r"\s+", " ", " ".join(shown)).strip()


def _with_answers(exercise: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    cells = [
        {**cell, "source": answers.get(cell.get("id", "").removesuffix("-answer"), "")}
        if cell.get("id", "").endswith("-answer") and cell["cell_type"] == "code"
        else cell
        for cell in exercise["cells"]
    ]
    return {**exercise, "cells": cells}


def _starter(solution: str) -> str:
    return solution.partition(SOLUTION[0])[0]


def _answer_names(solution: str) -> list[str]:
    """Return the variables whose starter code is three dots."""
    return [
        target.id
        for node in ast.parse(_starter(solution)).body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and node.value.value is ...
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def _source_of(notebook: dict[str, Any], cell_id: str) -> str:
    for cell in notebook["cells"]:
        if cell.get("id") == cell_id:
            return "".join(cell["source"])
    raise ProofError(f"The solution has no cell '{cell_id}'.")


def _notebook(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def _write(path: Path, notebook: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
