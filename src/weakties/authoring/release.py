"""From solutions/ to exercises/: nbgrader's own generate_assignment, then one normal form."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from weakties.authoring.markers import REGIONS, alternates, closing, opening
from weakties.authoring.notebooks import Node, NotebookError, read, text_of, write_text
from weakties.authoring.tidy import tidied
from weakties.course import CourseError
from weakties.grading.settings import nbgrader_settings

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import TracebackType

    from weakties.course import Course, Unit


class ReleaseError(CourseError):
    """A solution that nbgrader cannot turn into an exercise."""


def release(course: Course, slugs: Collection[str] = ()) -> tuple[str, ...]:
    """Write the exercises of the units called `slugs`, of all if there are none.

    Returns
    -------
    tuple of str
        The paths of the exercises that are new or have changed.

    Raises
    ------
    ReleaseError
        If nbgrader refuses a solution; no exercise has been written then.
    """
    units = [course.unit(slug) for slug in slugs] or course.ready
    exercises = {unit.exercise: exercise_text(course, unit) for unit in units}
    changed = []
    for name, text in exercises.items():
        path = course.root / name
        if not path.exists() or path.read_bytes() != text.encode("utf-8"):
            write_text(path, text)
            changed.append(name)
    return tuple(changed)


def exercise_text(course: Course, unit: Unit) -> str:
    """Return the file of the exercise that the unit's solution makes.

    Raises
    ------
    ReleaseError
        If nbgrader refuses the solution; the message names the cell where it is known.
    """
    try:
        solution = tidied(read(course.root / unit.solution), outputs=False)
    except NotebookError as error:
        raise ReleaseError(str(error)) from None
    _refuse_leaks(unit, solution)
    with TemporaryDirectory(prefix="weakties-release-", ignore_cleanup_errors=True) as folder:
        exercise = tidied(_generated(Path(folder), unit, solution), outputs=False)
    if _ids(exercise) != _ids(solution):
        raise ReleaseError(f"{unit.solution}: nbgrader lost or moved cells.")
    return text_of(_with_checksums(exercise))


def _refuse_leaks(unit: Unit, solution: Node) -> None:
    """Refuse what nbgrader would let pass, to a learner's eyes or under another name."""
    ids = _ids(solution)
    for double in {cell_id for cell_id in ids if ids.count(cell_id) > 1}:
        raise ReleaseError(f"{unit.solution}: more than one cell has the id '{double}'.")
    for cell in solution["cells"]:
        for region in REGIONS:
            if not alternates(cell["source"], region):
                raise ReleaseError(
                    f"{unit.solution}, cell {cell['id']}: '{opening(region)}' and "
                    f"'{closing(region)}' do not alternate, so a learner could see what they hide."
                )


def _ids(node: Node) -> list[str]:
    return [cell["id"] for cell in node["cells"]]


def _generated(root: Path, unit: Unit, solution: Node) -> Node:
    """Run nbgrader's converter in a course of its own below `root`, with its own gradebook."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException
    from nbgrader.coursedir import CourseDirectory

    write_text(root / unit.solution, text_of(solution))
    config = nbgrader_settings()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = unit.slug
    config.CourseDirectory.db_url = f"sqlite:///{_throwaway_gradebook(root)}"
    converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
    causes = _Causes(logging.ERROR)
    converter.log.addHandler(causes)
    try:
        converter.start()
    except NbGraderException as error:
        raise ReleaseError(_sentence(unit, causes.first or error)) from None
    finally:
        converter.log.removeHandler(causes)
    return read(root / unit.exercise)


def _throwaway_gradebook(root: Path) -> Path:
    """Return a database that already has the one table for which nbgrader would call alembic.

    It calls the command by name, which costs half a second and fails where weakties was started
    by its full path and the environment's commands are not on ``PATH``.
    """
    path = root / "gradebook.db"
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    return path


class _Causes(logging.Handler):
    """Keep the exception that nbgrader was handling when it wrote an error to its log.

    The one that it raises in the end only says that the log holds the reason.
    """

    first: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self.first = self.first or sys.exc_info()[1]


def _sentence(unit: Unit, cause: BaseException) -> str:
    first = cause
    while first.__context__:
        first = first.__context__
    reason = str(first).strip().partition("\n")[0].rstrip(".;")
    cell = _cell_at(first.__traceback__)
    where = f"{unit.solution}, cell {cell}" if cell else unit.solution
    return f"{where}: nbgrader cannot release it: {reason}."


def _cell_at(traceback: TracebackType | None) -> str:
    """Return the id of the cell that nbgrader was working on."""
    found = ""
    while traceback:
        cell = traceback.tb_frame.f_locals.get("cell")
        found = cell.get("id", found) if isinstance(cell, dict) else found
        traceback = traceback.tb_next
    return found


def _with_checksums(exercise: Node) -> Node:
    """Count nbgrader's checksums again: a blank line tidied away must not look like tampering."""
    from nbformat import from_dict
    from nbgrader.utils import compute_checksum

    for cell in exercise["cells"]:
        mark = cell["metadata"].get("nbgrader", {})
        if "checksum" in mark:
            mark["checksum"] = compute_checksum(from_dict(cell))
    return exercise
