"""A copy of what grading an assignment needs, in a folder of its own that is gone afterwards.

nbgrader reads a course's settings by running them, and keeps a log where they say. So even the settings
are read in the copy, and every path of theirs that would lead back into the course is turned to the copy.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from weakties.grading.compare.gradebook import copy_gradebook
from weakties.grading.nbg.course import Classroom, NotACourse, classroom
from weakties.grading.nbg.folders import copy_extras

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STAGES = ("source", "release", "submitted", "autograded", "feedback", "solution")
_STRUCTURE = os.path.join("{nbgrader_step}", "{student_id}", "{assignment_id}")  # noqa: PTH118
_NO_LOG = "NbGrader.logfile="


@dataclass(frozen=True)
class Copy:
    """A course to grade in.

    Parameters
    ----------
    room
        The assignment there.
    settings
        What keeps nbgrader there, each as ``Class.trait=value``.
    notes
        What was not copied, in sentences.
    """

    room: Classroom
    settings: tuple[str, ...]
    notes: tuple[str, ...] = ()


@contextmanager
def scratch() -> Iterator[Path]:
    """Lend an empty folder outside the course, and remove it with all that came into it."""
    with TemporaryDirectory(prefix="weakties-compare-") as folder:
        yield Path(folder).resolve()


def copied(
    root: Path,
    assignment: str,
    place: Path,
    learners: Sequence[str] = (),
    settings: Sequence[str] = (),
) -> Copy:
    """Copy what grading an assignment needs, and change nothing in the course.

    Parameters
    ----------
    root
        The course's folder.
    assignment
        The assignment's name.
    place
        Where the copy is made; there is nothing yet.
    learners
        Whose work; everybody's by default.
    settings
        Settings of nbgrader's that come before those of the course.

    Raises
    ------
    NotACourse
        If nbgrader could not grade this, nothing was handed in, or something can't be copied.
    """
    if not root.is_dir():
        raise NotACourse(f"There is no folder {root}.")
    try:
        return _copied(root.resolve(), assignment, place, learners, settings)
    except NotACourse as reason:
        raise NotACourse(str(reason).replace(str(place), str(root))) from None
    except (OSError, shutil.Error) as error:
        raise NotACourse(f"The course can't be copied to grade it there: {error}"[:500]) from None


def _copied(
    root: Path, assignment: str, place: Path, learners: Sequence[str], settings: Sequence[str]
) -> Copy:
    place.mkdir()
    _copy_files(root, place)
    course = _as_it_is(classroom(place, assignment, [*settings, _NO_LOG]), root, place)
    if course.root != root:
        _copy_files(course.root, place)
    chosen = [name for name in course.learners if not learners or name in learners]
    if not chosen:
        whose = f" by {', '.join(learners)}" if learners else ""
        raise NotACourse(f"Nothing of '{assignment}' was handed in{whose}: nothing to compare.")
    kept_there = _kept_there(course, place)
    named = {one.partition("=")[0] for one in kept_there}
    ours = [one for one in settings if one.partition("=")[0] not in named]
    copy_gradebook(course.directory.db_url, course.root, place / "gradebook.db")
    room = classroom(place, assignment, [*ours, *kept_there])
    for stage in ("source", "release"):
        if course.folder(stage, ".").is_dir():
            _copy_folder(course.folder(stage, "."), room.folder(stage, "."), follow=True)
    for learner in chosen:
        _copy_folder(
            course.folder("submitted", learner), room.folder("submitted", learner), follow=False
        )
    notes = tuple(_copy_others(course, place))
    return Copy(room, (*ours, *kept_there), notes)


def _as_it_is(read: Classroom, root: Path, place: Path) -> Classroom:
    """Return the course itself, whose settings were read in the copy."""
    if read.root == place:
        read.directory.root = str(root)
        read.directory.db_url = read.directory.db_url.replace(f"{place}{os.sep}", f"{root}{os.sep}")
        return replace(read, root=root)
    return read


def _kept_there(course: Classroom, place: Path) -> tuple[str, ...]:
    """Return the settings that turn every path to the copy."""
    directory = course.directory
    named = [f"CourseDirectory.root={place}", _NO_LOG]
    named.append(f"CourseDirectory.db_url=sqlite:///{place / 'gradebook.db'}")
    if _leads_out(directory.directory_structure):
        named.append(f"CourseDirectory.directory_structure={_STRUCTURE}")
    named += [
        f"CourseDirectory.{stage}_directory={stage}"
        for stage in (*_STAGES, "source_with_tests")
        if _leads_out(getattr(directory, f"{stage}_directory"))
    ]
    return tuple(named)


def _leads_out(path: str) -> bool:
    return Path(path).is_absolute() or ".." in Path(path).parts


def _copy_files(folder: Path, place: Path) -> None:
    """Copy the files that lie beside the folders: settings, their modules, the gradebook."""
    for file in folder.iterdir():
        if file.is_file():
            shutil.copy(file, place)


def _copy_others(course: Classroom, place: Path) -> Iterator[str]:
    """Copy the folders that belong to no stage, such as data; yield what was left out."""
    stages = {course.folder(stage, ".").resolve() for stage in _STAGES}
    for folder in sorted(course.root.iterdir()):
        holds_a_stage = any(stage.is_relative_to(folder.resolve()) for stage in stages)
        is_environment = (folder / "pyvenv.cfg").exists()
        if folder.is_dir() and not (holds_a_stage or is_environment or folder.name[0] == "."):
            yield from copy_extras(folder, place / folder.name, course.directory.ignore)


def _copy_folder(source: Path, target: Path, *, follow: bool) -> None:
    """Copy a folder; an instructor's links are followed, a learner's stay what they are."""

    def odd(folder: str, names: list[str]) -> list[str]:
        """Return what is neither a file nor a folder nor a link: a pipe would be waited for."""
        kinds = {name: (Path(folder) / name).lstat().st_mode for name in names}
        ordinary = (stat.S_ISREG, stat.S_ISDIR, stat.S_ISLNK)
        return [name for name, kind in kinds.items() if not any(one(kind) for one in ordinary)]

    shutil.copytree(source, target, symlinks=not follow, ignore=odd, ignore_dangling_symlinks=True)
