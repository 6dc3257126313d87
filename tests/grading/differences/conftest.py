"""The course of all differences, graded by both."""

from __future__ import annotations

import csv
import shutil
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from grading.courses import copy_ungraded, nbgrader
from grading.differences.course import (
    ages,
    difference_course,
    doubles,
    edit,
    hand_all_in,
    pipe_instead_of_a_time,
    solve,
)
from grading.rows import grade_rows
from weakties.grading.run import Options, grade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.grading.result import Result

BRIEFLY = ("long", "stuck")
"""Who runs into a limit here, at full speed or for long."""


@dataclass(frozen=True)
class Graded:
    """What a course came to."""

    root: Path
    said: str = ""
    results: dict[str, Result] = field(default_factory=dict)

    def points(self, learner: str, question: str) -> tuple[float | None, bool]:
        """Return the automatic points of a check, and whether a person has to look."""
        rows = grade_rows(f"sqlite:///{self.root / 'gradebook.db'}")
        row = rows[learner, "ps1", "ps1", f"{question}-check"]
        return row[0], row[3]

    def notebook(self, learner: str) -> Any:
        """Return the notebook that was kept."""
        return nbformat.read(self.root / "autograded" / learner / "ps1" / "ps1.ipynb", 4)

    def text(self, learner: str, cell_id: str) -> str:
        """Return all that a cell put out."""
        return str(next(one for one in self.notebook(learner).cells if one.id == cell_id).outputs)

    def feedback(self, learner: str) -> Path:
        """Return where a learner's page lies."""
        return self.root / "feedback" / learner / "ps1" / "ps1.html"

    def exported(self) -> dict[str, float]:
        """Return everybody's points as nbgrader exports them."""
        nbgrader(self.root, "export")
        with (self.root / "grades.csv").open(encoding="utf-8") as file:
            return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory) -> Iterator[Path]:
    """Let everybody hand in, beside a file, a port and a variable that are not theirs to read."""
    place = tmp_path_factory.mktemp("differences")
    (place / "secret.txt").write_text("secret", encoding="utf-8")
    root = difference_course(place / "course")
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.MonkeyPatch.context() as patch:
        patch.setenv("IN_THE_ENVIRONMENT", "yes")
        hand_all_in(root, place / "secret.txt", listener.getsockname()[1])
        yield root


@pytest.fixture(scope="module")
def by_nbgrader(handed_in, tmp_path_factory) -> Graded:
    """Grade with nbgrader all that its batch survives."""
    root = copy_ungraded(handed_in, tmp_path_factory.mktemp("nbgrader") / "course")
    pipe_instead_of_a_time(root, "pipe")
    ran = nbgrader(root, "autograde", "ps1", check=False)
    assert ran.returncode == 1
    nbgrader(root, "generate_feedback", "ps1", check=False)
    return Graded(root, ran.stderr)


@pytest.fixture(scope="module")
def here(handed_in, tmp_path_factory) -> Graded:
    """Grade with our engine all of that, and what stops nbgrader's batch."""
    root = copy_ungraded(handed_in, tmp_path_factory.mktemp("here") / "course")
    edit(solve(root, "twice", {}), doubles)
    edit(solve(root, "old", {}), ages)
    pipe_instead_of_a_time(root, "pipe")
    for learner in BRIEFLY:
        shutil.move(root / "submitted" / learner, root / learner)
    results = {one.learner: one for one in grade(root, "ps1", Options(feedback=True))}
    for learner in BRIEFLY:
        shutil.move(root / learner, root / "submitted" / learner)
    # A tenth of the notebook's time is a cell's: so all of it is up soon.
    brief = Options(learners=BRIEFLY, settings=("Execute.timeout=1",))
    results |= {one.learner: one for one in grade(root, "ps1", brief)}
    return Graded(root, results=results)
