"""What is run for the proof of a unit: nbgrader's release, our grading, and nbgrader as the oracle."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.authoring.prove.graded import Graded, graded_of
from weakties.authoring.prove.proof import ProofError
from weakties.authoring.prove.submissions import notebook_at, submissions, write_notebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.authoring.answers import Variant
    from weakties.course import Course, Unit

EDITIONS = ("open", "proof-a", "proof-b")
"""The editions of the data that a unit is proven in."""


def release(root: Path, course: Course, unit: Unit) -> Path:
    """Release the unit in a folder, as for every edition."""
    solution = root / unit.solution
    solution.parent.mkdir(parents=True)
    shutil.copyfile(course.root / unit.solution, solution)
    shutil.copyfile(course.root / "nbgrader_config.py", root / "nbgrader_config.py")
    _run(root, EDITIONS[0], "nbgrader", "generate_assignment", unit.slug)
    return root


def hand_in(root: Path, unit: Unit, variants: dict[str, list[Variant]]) -> None:
    """Hand in the blank exercise, the solution, and every variant of an answer."""
    exercise, source = notebook_at(root / unit.exercise), notebook_at(root / unit.solution)
    for name, notebook in submissions(exercise, source, variants):
        write_notebook(root / "submitted" / name / unit.slug / f"{unit.slug}.ipynb", notebook)


def graded_edition(root: Path, unit: Unit, edition: str, oracles: int) -> dict[str, Graded]:
    """Grade what was handed in with one edition's data; submissions by their name.

    Some of them, as many as there are to be oracles, are graded by nbgrader as well.
    """
    learners = sorted(path.name for path in (root / "submitted").iterdir())
    theirs = learners[:: -(-len(learners) // oracles)]
    by_nbgrader = _graded_by_nbgrader(root, edition, unit, theirs)
    _grade(root, edition, unit)
    return {**by_nbgrader, **graded_of(root, unit, learners)}


def _graded_by_nbgrader(
    root: Path, edition: str, unit: Unit, learners: Sequence[str]
) -> dict[str, Graded]:
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
    graded = graded_of(beside, unit, learners)
    return {f"{learner} by nbgrader": graded[learner] for learner in learners}


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
