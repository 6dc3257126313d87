"""The grader's desk: everything of one run that is needed to take a submission in and to save it."""

from __future__ import annotations

import fnmatch
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from traitlets import TraitError

from weakties.grading.nbg.book import OneGradebook
from weakties.grading.nbg.course import NotACourse
from weakties.grading.nbg.facts import NotebookFacts, facts_of
from weakties.grading.nbg.keys import ledger_of, taken_over
from weakties.grading.nbg.language import only_python
from weakties.grading.nbg.release import Original, original
from weakties.grading.nbg.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta
    from pathlib import Path

    from weakties.grading.job import Opened
    from weakties.grading.nbg.course import Classroom
    from weakties.grading.nbg.ledger import Ledger
    from weakties.grading.verdict.plan import Plan


class Warnings(logging.Handler):
    """Keeps what nbgrader warns of, so that it can be said with the submission it is about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning, unless it comes with every honest submission."""
        words = record.getMessage()
        if "Attribute 'checksum'" not in words and "late" not in words.lower():
            self._kept.append(words.strip().splitlines()[0][:300] if words.strip() else "")

    def taken(self) -> tuple[str, ...]:
        """Return what was kept since the last time."""
        kept, self._kept = tuple(self._kept), []
        return kept


@dataclass(frozen=True)
class Desk:
    """What one run needs beside the submissions.

    Parameters
    ----------
    room
        The assignment.
    book
        The gradebook.
    steps
        nbgrader's own steps.
    facts
        What the gradebook knows, by notebook.
    originals
        The instructor's notebooks, by name.
    plans
        How the checks are run, by notebook.
    two_witnesses
        Whether checks run apart from a learner's code, and beside it only in a replay.
    opened
        What the openings of notebooks came to that were run once for everybody, by notebook.
    denied
        The checks that deny the instructor's own solution its points, by notebook and name.
    extensions
        How much longer some learners have.
    staging
        A folder for submissions that are being graded.
    check_files
        A folder with the instructor's files, for the checks.
    ledger
        What marks rest on: keys, and what was graded before.
    """

    room: Classroom
    book: OneGradebook
    steps: Steps
    facts: Mapping[str, NotebookFacts]
    originals: Mapping[str, Original]
    staging: Path
    check_files: Path
    ledger: Ledger
    plans: dict[str, Plan] = field(default_factory=dict)
    two_witnesses: bool = True
    opened: dict[str, Opened] = field(default_factory=dict)
    denied: set[tuple[str, str]] = field(default_factory=set)
    extensions: dict[str, timedelta] = field(default_factory=dict)
    log: Warnings = field(default_factory=Warnings)

    @property
    def is_partial(self) -> bool:
        """Say whether only some notebooks of the assignment are graded, by their names."""
        return str(self.room.directory.notebook_id) != "*"

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the names of the notebooks that are graded."""
        pattern = self.room.directory.notebook_id
        return tuple(name for name in self.facts if fnmatch.fnmatchcase(name, pattern))

    def admits(self, learner: str) -> bool:
        """Say whether somebody is in the gradebook or may be added to it."""
        return self.steps.create_student or learner in {one.id for one in self.book.students}


def desk_for(room: Classroom, staging: Path, check_files: Path) -> Desk:
    """Open the gradebook and read what is needed of the assignment.

    Raises
    ------
    NotACourse
        If the gradebook does not know it, or a setting is wrong.
    OtherLanguage
        If one of its notebooks is not for Python.
    """
    book = OneGradebook(room.directory.db_url, room.directory.course_id)
    try:
        return _desk_with(book, room, staging, check_files)
    except BaseException:
        book.end()  # what was begun there must not keep others from writing
        raise


def _desk_with(book: OneGradebook, room: Classroom, staging: Path, check_files: Path) -> Desk:
    try:
        steps = Steps(room)
    except (TraitError, ImportError) as error:
        raise NotACourse(f"A setting of nbgrader's is wrong: {error}") from None
    hidden = hidden_marks(room.config)
    before = facts = facts_of(book, room)
    if taken_over(book, room, before, hidden):
        facts = facts_of(book, room)
    marks = solution_marks(room.config)
    originals = {name: original(room.source, known, hidden, marks) for name, known in facts.items()}
    only_python(book, room.assignment, originals)
    ledger = ledger_of(book, room, facts, originals, before, hidden)
    desk = Desk(room, book, steps, facts, originals, staging, check_files, ledger)
    if not desk.chosen:
        pattern = room.directory.notebook_id
        raise NotACourse(f"The assignment '{room.assignment}' has no notebook '{pattern}'.")
    for step in [*steps.before, *steps.after]:
        step.log = logging.getLogger("weakties.grading")
    logger = logging.getLogger("weakties.grading")
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    logger.handlers = [desk.log]
    return desk


def solution_marks(config: Any) -> tuple[str, str]:
    """Return what begins and what ends a solution in the instructor's notebooks."""
    from nbgrader.preprocessors import ClearSolutions

    clear = ClearSolutions(config=config)
    return clear.begin_solution_delimeter, clear.end_solution_delimeter


def hidden_marks(config: Any) -> tuple[str, str]:
    """Return what begins and what ends a hidden part of a check."""
    from nbgrader.preprocessors import ClearHiddenTests

    clear = ClearHiddenTests(config=config)
    return clear.begin_test_delimeter, clear.end_test_delimeter
