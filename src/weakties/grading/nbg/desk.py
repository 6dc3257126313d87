"""The grader's desk: everything of one run that is needed to take a submission in and to save it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.book import OneGradebook
from weakties.grading.nbg.facts import NotebookFacts, facts_of
from weakties.grading.nbg.release import Original, original
from weakties.grading.nbg.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
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
    staging
        A folder for submissions that are being graded.
    check_files
        A folder with the instructor's files, for the checks.
    """

    room: Classroom
    book: OneGradebook
    steps: Steps
    facts: Mapping[str, NotebookFacts]
    originals: Mapping[str, Original]
    staging: Path
    check_files: Path
    plans: dict[str, Plan] = field(default_factory=dict)
    log: Warnings = field(default_factory=Warnings)


def desk_for(room: Classroom, staging: Path, check_files: Path) -> Desk:
    """Open the gradebook and read what is needed of the assignment.

    Raises
    ------
    NotACourse
        If the gradebook does not know it.
    """
    book = OneGradebook(room.directory.db_url, room.directory.course_id)
    steps = Steps(room)
    facts = facts_of(book, room)
    hidden = _delimiters(room.config)
    originals = {name: original(room.source, known, hidden) for name, known in facts.items()}
    desk = Desk(room, book, steps, facts, originals, staging, check_files)
    for step in [*steps.before, *steps.after]:
        step.log = logging.getLogger("weakties.grading")
    logger = logging.getLogger("weakties.grading")
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    logger.handlers = [desk.log]
    return desk


def _delimiters(config: Any) -> tuple[str, str]:
    from nbgrader.preprocessors import ClearHiddenTests

    clear = ClearHiddenTests(config=config)
    return clear.begin_test_delimeter, clear.end_test_delimeter
