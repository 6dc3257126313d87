"""A gradebook for the copy of a course, whatever database the course keeps its own in."""

from __future__ import annotations

import shutil
from pathlib import Path

from weakties.grading.nbg.course import NotACourse


def copy_gradebook(db_url: str, root: Path, target: Path) -> None:
    """Copy a gradebook into a file of SQLite; the one that is copied is only read.

    A file is copied as it is, since even opening it could change it. Of another database, each row of
    nbgrader's tables is read.

    Parameters
    ----------
    db_url
        Where the gradebook is, as in nbgrader's ``CourseDirectory.db_url``.
    root
        The folder that a relative path begins at.
    target
        The new file; one that is there is replaced.

    Raises
    ------
    NotACourse
        If there is no gradebook, or it can't be read.
    """
    kept_in, _, file = db_url.partition(":///")
    target.unlink(missing_ok=True)
    if kept_in != "sqlite":
        _copy_rows(db_url, target)
        return
    source = root / file
    if not source.is_file():
        raise NotACourse(f"There is no gradebook at {source}.")
    shutil.copyfile(source, target)
    # What SQLite has not yet brought into the file itself.
    for end in ("-wal", "-journal"):
        beside = Path(f"{source}{end}")
        if beside.is_file():
            shutil.copyfile(beside, f"{target}{end}")


def _copy_rows(db_url: str, target: Path) -> None:
    from nbgrader.api import Base
    from sqlalchemy import create_engine, insert, select
    from sqlalchemy.exc import SQLAlchemyError

    tables = Base.metadata.sorted_tables
    try:
        source, copy = create_engine(db_url), create_engine(f"sqlite:///{target}")
        Base.metadata.create_all(copy)
        with source.connect() as reading, copy.begin() as writing:
            for table in tables:
                rows = [dict(row) for row in reading.execute(select(table)).mappings()]
                if rows:
                    writing.execute(insert(table), rows)
        source.dispose()
        copy.dispose()
    except (SQLAlchemyError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise NotACourse(f"The course's gradebook can't be read: {reason}") from None
