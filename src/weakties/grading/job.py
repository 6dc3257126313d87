"""One notebook to run, as plain data, and what running it or its opening came to."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from weakties.grading.sandbox.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Collection


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
    STUCK = "stuck"
    """Nowhere: it is a check that could not be stopped when it was run before."""


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
    seconds
        How long it may take, where that is less than the limit of a cell; 0 for that limit.
    unsure
        Those of the names that are the learner's only where the instructor's cells gave them no value.
    compiled
        The code compiled, where it is the instructor's; an empty text elsewhere.
    reckons
        Whether it is taken down what its key comes to.
    reckoned
        What its key is known to come to; an empty text if nobody knows.
    ahead
        What it is known to ask of the learner's functions; an empty text if nobody knows.
    """

    place: Place
    source: str
    cell: int
    wants: tuple[str, ...] = ()
    grade_id: str = ""
    seconds: float = 0.0
    unsure: tuple[str, ...] = ()
    compiled: str = ""
    reckons: bool = False
    reckoned: str = ""
    ahead: str = ""


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
        The folder with the instructor's files, of which the checks get a copy, or an empty text.
    seed
        Where the libraries' random numbers begin; those of the checks begin elsewhere.
    opening
        The name of the opening after which the steps begin, or an empty text.
    shows
        Whether anybody will look at what its cells display.
    keeps
        The folder in which files are kept that the notebook writes, or an empty text.
    """

    steps: tuple[Step, ...]
    limits: Limits = field(default_factory=Limits)
    files: str = ""
    check_files: str = ""
    seed: int = 0
    opening: str = ""
    shows: bool = True
    keeps: str = ""

    @property
    def has_checks_apart(self) -> bool:
        """Say whether anything of it runs apart from the learner's cells."""
        return any(step.place in (Place.PRELUDE, Place.APART) for step in self.steps)

    def without(self, cell: int) -> Job:
        """Return the job with one check not run again: it was stuck."""
        kept = (s for s in self.steps if s.cell != cell or s.place is not Place.PRELUDE)
        return replace(
            self,
            steps=tuple(
                replace(s, place=Place.STUCK) if (s.cell, s.place) == (cell, Place.APART) else s
                for s in kept
            ),
        )

    def without_ahead(self, cells: Collection[int]) -> Job:
        """Return the job with every call by itself that the checks in some cells make."""
        return replace(
            self,
            steps=tuple(replace(s, ahead="") if s.cell in cells else s for s in self.steps),
        )

    def as_json(self) -> dict[str, Any]:
        """Return the job as plain JSON values."""
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Job:
        """Return the job that `as_json` described."""
        steps = tuple(
            Step(
                **{
                    **step,
                    "place": Place(step["place"]),
                    "wants": tuple(step["wants"]),
                    "unsure": tuple(step["unsure"]),
                }
            )
            for step in values["steps"]
        )
        return Job(**{**values, "steps": steps, "limits": Limits(**values["limits"])})


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
    failed
        Whether it stopped with an error.
    timed_out
        Whether its time was up.
    apart
        Whether it ran apart from the learner's process.
    verdict
        What a check of ours said, as plain data; empty for any other cell.
    values
        What a check was given: each name with its value in a few words.
    uncarried
        Names whose value, or a part of it, could not be carried over.
    witnesses
        What a check came to apart and inside, in a few words each.
    doubt
        Why a person has to look at it, in a sentence; empty where its outputs decide.
    reckoned
        What the key of a check comes to, whatever is answered, if that was to be taken down.
    asked
        What it asked of the learner's functions, if that was taken down.
    """

    outputs: list[dict[str, Any]]
    count: int | None = None
    seconds: float = 0.0
    failed: bool = False
    timed_out: bool = False
    apart: bool = False
    verdict: dict[str, Any] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    uncarried: tuple[str, ...] = ()
    witnesses: dict[str, str] = field(default_factory=dict)
    doubt: str = ""
    reckoned: str = ""
    asked: str = ""


@dataclass(frozen=True)
class Outcome:
    """What running a notebook came to.

    Parameters
    ----------
    cells
        By the number of the cell.
    problem
        Why it could not be run to its end, in a sentence; empty when it was.
    note
        What was left behind, in a sentence.
    again
        The numbers of the cells in which functions were called for nothing: nothing of this counts,
        and it is to be run again without asking ahead there.
    """

    cells: dict[int, CellRun] = field(default_factory=dict)
    problem: str = ""
    note: str = ""
    again: tuple[int, ...] = ()

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
        return Outcome(cells, values["problem"], values["note"], tuple(values["again"]))


@dataclass(frozen=True)
class Opened:
    """What the cells of an opening came to.

    Parameters
    ----------
    runs
        What each cell came to.
    seeded
        Whether they chose where random numbers begin.
    obstacle
        Why nobody else can start from here, in a few words; empty if everybody can.
    """

    runs: tuple[CellRun, ...] = ()
    seeded: bool = False
    obstacle: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Opened:
        """Return what `as_json` described."""
        return Opened(**{**values, "runs": tuple(CellRun(**run) for run in values["runs"])})
