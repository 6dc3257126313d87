"""Whether everything can be saved, found out before anything is graded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weakties.grading.hindrance import Hindered
from weakties.grading.nbg.course import NotACourse, has_gradebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.nbg.course import Classroom


def make_sure_of_saving(room: Classroom) -> None:
    """Go on if the course's folders and its gradebook, if it is there, can be written.

    Raises
    ------
    Hindered
        If one of them can't.
    NotACourse
        If the gradebook is none, or of an older nbgrader.
    """
    for place in _written(room):
        if not os.access(place, os.W_OK):
            raise Hindered(
                f"{place} is not writable for you, so no grade could be saved. Make it so, and "
                "run the same command again."
            )
    if has_gradebook(room.directory):
        make_sure_of_schema(room)


def _written(room: Classroom) -> Iterator[Path]:
    """Yield what a run writes and is there already."""
    kept_in, _, file = room.directory.db_url.partition(":///")
    if kept_in == "sqlite":
        yield _first_there(Path(file))
        yield Path(file).parent
    yield _first_there(room.root / ".weakties" / "findings")
    yield _first_there(room.folder("autograded", "."))


def _first_there(path: Path) -> Path:
    return next(place for place in (path, *path.parents) if place.exists())


def make_sure_of_schema(room: Classroom) -> None:
    """Look at the tables before nbgrader opens the gradebook.

    It would add those that are missing, and then its own upgrade finds them there and fails.

    Raises
    ------
    NotACourse
        If the gradebook is none, or of an older nbgrader.
    """
    from nbgrader.api import Base
    from sqlalchemy import create_engine, inspect

    engine = create_engine(room.directory.db_url)
    try:
        found: dict[Any, Any] = inspect(engine).get_multi_columns()
    finally:
        engine.dispose()
    there = {table: {column["name"] for column in found[_, table]} for _, table in found}
    wanted = {name: set(table.columns.keys()) for name, table in Base.metadata.tables.items()}
    if there and "assignment" not in there:
        raise NotACourse(f"{room.directory.db_url} holds other tables than a gradebook's.")
    if there and any(not columns <= there.get(name, set()) for name, columns in wanted.items()):
        raise NotACourse(
            f"The gradebook in {room.root} is of an older nbgrader. Run `nbgrader db upgrade` "
            "there, which keeps a copy of it, and then the same command again."
        )
