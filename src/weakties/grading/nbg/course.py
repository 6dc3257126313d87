"""A course as nbgrader sees it: its settings, and where everything lies."""

from __future__ import annotations

import fnmatch
import glob
import logging
import os
import re
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weakties.command import in_course
from weakties.course import CourseError
from weakties.grading.settings import late_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_TIMESTAMP = 1_000
_STAGES = (
    "source", "source_with_tests", "submitted", "autograded", "feedback", "release", "solution",
)  # fmt: skip
_SETTING = re.compile(r"[A-Za-z_]\w*\.[A-Za-z_]\w*=")


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
        named = [getattr(self.directory, f"{stage}_directory") for stage in _STAGES]
        kept_in, _, gradebook = self.directory.db_url.partition(":///")
        files = [
            "nbgrader_config.py",
            "cohort.toml",
            "roster.csv",
            *([gradebook] if kept_in == "sqlite" else []),
        ]
        return tuple(self.root / name for name in [*named, ".weakties", *files])

    def concerns(self, learner: str) -> bool:
        """Say whether the settings leave this learner in."""
        excluded = {name.strip() for name in self.directory.student_id_exclude.split(",")}
        return learner not in excluded and fnmatch.fnmatchcase(learner, self.directory.student_id)

    @property
    def learners(self) -> tuple[str, ...]:
        """Return whose work is graded, by name: who handed something in and is not left out."""
        handed_in = [name for name in self._folders if self.concerns(name)]
        return tuple(n for n in handed_in if not _is_empty(self.folder("submitted", n)))

    @property
    def _folders(self) -> list[str]:
        directory = self.directory
        named = directory.submitted_directory
        pattern = directory.format_path(named, "*", glob.escape(self.assignment))
        whose = directory.format_path(
            named, "(?P<learner>[^/]*)", re.escape(self.assignment), escape=True
        )
        found = [re.fullmatch(whose, path) for path in glob.glob(pattern, include_hidden=True)]  # noqa: PTH207
        return sorted(match["learner"] for match in found if match)

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

    def has_odd_timestamp(self, folder: Path) -> bool:
        """Say whether there is a ``timestamp.txt`` that holds something else than a time."""
        file = folder / "timestamp.txt"
        there = file.is_symlink() or file.exists()
        return there and self.timestamp(folder) is None and not _is_blank(file)


def classroom(
    root: Path, assignment: str, settings: Sequence[str] = (), *, starting: bool = False
) -> Classroom:
    """Read a course's settings.

    Parameters
    ----------
    root
        The course's folder, the one with ``nbgrader_config.py`` or ``gradebook.db``.
    assignment
        The assignment's name.
    settings
        Settings that come before those of its files, each as ``Class.trait=value``.
    starting
        Whether its gradebook may still have to be started.

    Raises
    ------
    NotACourse
        If there is no such folder or no gradebook in it, the name can't be an assignment's, or a
        setting is refused.
    """
    from nbgrader.apps import AutogradeApp

    if not root.is_dir():
        raise NotACourse(f"There is no folder {root}.")
    if not assignment or os.sep in assignment or assignment.startswith("."):
        raise NotACourse(f"'{assignment}' can't be the name of an assignment.")
    for one in settings:
        if not _SETTING.match(one):
            raise NotACourse(f"'{one}' is no setting: CourseDirectory.notebook_id=first is one.")
    AutogradeApp.clear_instance()
    app = AutogradeApp()
    app.log_level = logging.ERROR
    try:
        with chdir(root):
            app.initialize([f"--{one}" for one in settings], root=str(root.resolve()))
    except SystemExit:
        raise NotACourse("nbgrader refuses a setting, and says above which.") from None
    app.config.merge(late_settings(root))
    app.log.setLevel(logging.WARNING)
    app.log.propagate = False
    app.deinit_logging()  # it closes nbgrader's log file
    app.log.handlers.clear()
    app.coursedir.assignment_id = assignment
    if not starting and not has_gradebook(app.coursedir):
        raise NotACourse(
            f"There is no gradebook in {root} yet. If it is the course's folder, "
            f"`{in_course(f'grade {assignment}')}` starts one; --course names another folder."
        )
    return Classroom(Path(app.coursedir.root).resolve(), assignment, app.coursedir, app.config)


def has_gradebook(directory: Any) -> bool:
    """Say whether a course has a gradebook; one that is no file is taken to be there."""
    kept_in, _, file = directory.db_url.partition(":///")
    return kept_in != "sqlite" or Path(file).is_file()


def _is_empty(folder: Path) -> bool:
    """Say whether a folder holds nothing at all; what is no folder holds something."""
    return folder.is_dir() and next(folder.iterdir(), None) is None


def _is_blank(file: Path) -> bool:
    if not file.is_file() or file.stat().st_size > _LONGEST_TIMESTAMP:
        return False
    return not file.read_bytes().strip()
