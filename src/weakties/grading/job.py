"""One notebook to run, as plain data, and what running it came to."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from weakties.grading.sandbox.limits import Limits


class Place(StrEnum):
    """Where a step runs, and what becomes of its outputs."""

    LEARNER = "learner"
    """With the learner's own cells; its outputs are the cell's."""
    SHADOW = "shadow"
    """With the learner's own cells, for its names alone; nothing it puts out is kept."""
    PRELUDE = "prelude"
    """With the checks, for its names alone: a cell of the instructor's that a check builds on."""
    APART = "apart"
    """With the checks, on values that are carried over; its outputs are the cell's."""


@dataclass(frozen=True)
class Step:
    """One piece of code to run.

    Parameters
    ----------
    place
        Where.
    source
        The code.
    cell
        The number of the cell in the notebook that its outputs belong to.
    wants
        The learner's names that it reads; they are carried over before a step that runs apart.
    grade_id
        The name of the graded cell, for a check.
    """

    place: Place
    source: str
    cell: int
    wants: tuple[str, ...] = ()
    grade_id: str = ""


@dataclass(frozen=True)
class Job:
    """A notebook's code in its order, its limits, and the folder whose files it finds.

    Parameters
    ----------
    steps
        What to run.
    limits
        What it may use.
    files
        The folder with the learner's files, or an empty text.
    check_files
        The folder with the instructor's files, in which the checks run, or an empty text.
    """

    steps: tuple[Step, ...]
    limits: Limits = field(default_factory=Limits)
    files: str = ""
    check_files: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the job as plain JSON values."""
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Job:
        """Return the job that `as_json` described."""
        steps = tuple(
            Step(Place(s["place"]), s["source"], s["cell"], tuple(s["wants"]), s["grade_id"])
            for s in values["steps"]
        )
        return Job(steps, Limits(**values["limits"]), values["files"], values["check_files"])


@dataclass(frozen=True)
class CellRun:
    """What one cell came to.

    Parameters
    ----------
    outputs
        Its outputs, in nbformat's words.
    count
        Its execution count.
    seconds
        How long it took.
    apart
        Whether it ran apart from the learner's process.
    verdict
        What a check of ours said, as plain data; empty for any other cell.
    values
        What a check was given: each name with its value in a few words.
    uncarried
        Names whose value, or a part of it, could not be carried over.
    """

    outputs: list[dict[str, Any]]
    count: int | None = None
    seconds: float = 0.0
    apart: bool = False
    verdict: dict[str, Any] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    uncarried: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What running a notebook came to.

    Parameters
    ----------
    cells
        By the number of the cell.
    problem
        Why it could not be run to its end, in a sentence; empty when it was.
    """

    cells: dict[int, CellRun] = field(default_factory=dict)
    problem: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the outcome as plain JSON values."""
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Outcome:
        """Return the outcome that `as_json` described."""
        cells = {
            int(number): CellRun(**{**run, "uncarried": tuple(run["uncarried"])})
            for number, run in values["cells"].items()
        }
        return Outcome(cells, values["problem"])
