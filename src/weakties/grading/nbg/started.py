"""Starting an assignment in the gradebook from the instructor's source, when it is first graded."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from weakties.command import command
from weakties.grading.nbg.course import NotACourse, has_gradebook
from weakties.grading.nbg.generate import NotGenerated, generate
from weakties.grading.nbg.trial import Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.nbg.course import Classroom


def start_if_new(room: Classroom) -> Iterator[Remark]:
    """Write an assignment into the gradebook that does not know it, and yield that this was done.

    What learners were given is left as it is: it may be older than the source, and on purpose.

    Raises
    ------
    NotACourse
        If there is no source, or nbgrader can't release it.
    """
    is_new = not has_gradebook(room.directory)
    if not is_new and _is_known(room):
        return
    if not list(room.source.glob("*.ipynb")):
        raise NotACourse(_no_source(room))
    config = deepcopy(room.config)
    config.CourseDirectory.root = str(room.root)
    config.CourseDirectory.assignment_id = room.assignment
    config.CourseDirectory.db_url = room.directory.db_url
    config.CourseDirectory.notebook_id = "*"
    try:
        with TemporaryDirectory(prefix="weakties-release-") as release:
            config.CourseDirectory.release_directory = release
            generate(config)
    except NotGenerated as error:
        if is_new:
            _forget_gradebook(room)
        where = f", cell {error.cell}" if error.cell else ""
        raise NotACourse(
            f"{room.source}{where}: nbgrader can't release it: {error.reason}. Mend it there, and "
            "run the same command again."
        ) from None
    what = (
        "The gradebook was started" if is_new else f"{room.assignment} was added to the gradebook"
    )
    yield Remark("", (), "started", f"{what}, from {room.source}.")


def _is_known(room: Classroom) -> bool:
    """Say whether the gradebook holds the assignment's notebooks; one that is damaged is not asked."""
    from nbgrader.api import Assignment, Notebook
    from sqlalchemy import create_engine, inspect, select

    engine = create_engine(room.directory.db_url)
    try:
        if "notebook" not in inspect(engine).get_table_names():
            return bool(inspect(engine).get_table_names())
        with engine.connect() as connection:
            named = select(Notebook.id).join(Assignment).where(Assignment.name == room.assignment)
            return connection.execute(named).first() is not None
    finally:
        engine.dispose()


def _no_source(room: Classroom) -> str:
    folder = room.source.parent
    known = sorted({path.parent.name for path in folder.glob("*/*.ipynb")})
    if known:
        return (
            f"There is no assignment '{room.assignment}' in {room.root}: {folder.name}/ holds "
            f"{', '.join(known)}."
        )
    return (
        f"There is no gradebook in {room.root}, and no {folder.name}/ to start one from. Name the "
        f"course's folder with --course; `{command('teach new my-course')}` makes one."
    )


def _forget_gradebook(room: Classroom) -> None:
    kept_in, _, file = room.directory.db_url.partition(":///")
    if kept_in == "sqlite":
        Path(file).unlink(missing_ok=True)
