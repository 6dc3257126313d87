"""A course as nbgrader sees it: its settings, and where everything lies."""

from __future__ import annotations

import glob
import logging
import os
import re
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weakties.course import CourseError
from weakties.grading.nbg.loading import nbgrader_loaded

_LONGEST_TIMESTAMP = 1_000


class NotACourse(CourseError):
    """The folder or the assignment is not what nbgrader could grade; the text says what to do."""


@dataclass(frozen=True)
class Classroom:
    """One assignment of one course.

    Parameters
    ----------
    root
        The course's folder.
    assignment
        The assignment's name.
    directory
        nbgrader's own view of the folders.
    config
        All settings, of this course and of this machine.
    """

    root: Path
    assignment: str
    directory: Any
    config: Any

    def folder(self, stage: str, learner: str) -> Path:
        """Return a learner's folder at one of nbgrader's stages, such as ``submitted``."""
        named = getattr(self.directory, f"{stage}_directory")
        return Path(self.directory.format_path(named, learner, self.assignment))

    @property
    def source(self) -> Path:
        """Return the folder of the instructor's version."""
        return self.folder("source", ".")

    @property
    def private(self) -> tuple[Path, ...]:
        """Return what no submission may see."""
        stages = ("source", "submitted", "autograded", "feedback", "release", "solution")
        named = [getattr(self.directory, f"{stage}_directory") for stage in stages]
        return tuple(self.root / name for name in [*named, ".weakties"])

    @property
    def learners(self) -> tuple[str, ...]:
        """Return who handed something in, by name."""
        directory = self.directory
        named = directory.submitted_directory
        pattern = directory.format_path(named, "*", glob.escape(self.assignment))
        whose = directory.format_path(
            named, "(?P<learner>[^/]*)", re.escape(self.assignment), escape=True
        )
        found = [re.fullmatch(whose, path) for path in glob.glob(pattern, include_hidden=True)]  # noqa: PTH207
        return tuple(sorted(match["learner"] for match in found if match))

    def timestamp(self, folder: Path) -> Any:
        """Return when something was handed in, or ``None``."""
        try:
            # Opening a pipe waits for somebody who writes into it, and a file may have no end.
            file = folder / "timestamp.txt"
            if not file.is_file() or file.stat().st_size > _LONGEST_TIMESTAMP:
                return None
            return self.directory.get_existing_timestamp(str(folder))
        except (OSError, ValueError, AttributeError, OverflowError):
            return None


def classroom(root: Path, assignment: str) -> Classroom:
    """Read a course's settings.

    Parameters
    ----------
    root
        The course's folder, the one with ``nbgrader_config.py`` or ``gradebook.db``.
    assignment
        The assignment's name.

    Raises
    ------
    NotACourse
        If there is no such folder, or the name can't be an assignment's.
    """
    nbgrader_loaded()
    from nbgrader.apps import AutogradeApp

    if not root.is_dir():
        raise NotACourse(f"There is no folder {root}.")
    if not assignment or os.sep in assignment or assignment.startswith("."):
        raise NotACourse(f"'{assignment}' can't be the name of an assignment.")
    AutogradeApp.clear_instance()
    app = AutogradeApp()
    app.log_level = logging.ERROR
    with chdir(root):
        app.initialize([], root=str(root.resolve()))
    app.log.setLevel(logging.WARNING)
    app.log.propagate = False
    app.log.handlers.clear()
    app.coursedir.assignment_id = assignment
    kept_in, _, file = app.coursedir.db_url.partition(":///")
    if kept_in == "sqlite" and not Path(file).is_file():
        raise NotACourse(
            f"There is no gradebook in {root}. Is it the course's folder? "
            f"`nbgrader generate_assignment {assignment}` starts one."
        )
    return Classroom(root.resolve(), assignment, app.coursedir, app.config)
