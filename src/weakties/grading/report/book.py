"""Reading the gradebook: a few questions to the database, whatever the number of learners."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weakties.command import in_course
from weakties.course import CourseError
from weakties.grading.report.entries import Item, Learner, Mark, Submission

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection


class NothingToReport(CourseError):
    """There is no gradebook, no such assignment or no grade; the text says what to do next."""


@contextmanager
def opened(db_url: str, assignment: str) -> Iterator[Connection]:
    """Open a gradebook to read in it; where there is none, none is made.

    Parameters
    ----------
    db_url
        Where it is, as in nbgrader's ``CourseDirectory.db_url``.
    assignment
        What is asked for, to be named in the messages.

    Raises
    ------
    NothingToReport
        If there is no gradebook, or it can't be opened.
    """
    from sqlalchemy import create_engine, inspect
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    url = make_url(db_url)
    shown = url.render_as_string(hide_password=True)
    none_yet = (
        f"There is no gradebook yet at {shown}. In the course's folder, "
        f"`{in_course(f'grade {assignment}')}` starts it; --course names another folder."
    )
    is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    if is_file and not Path(str(url.database)).is_file():
        raise NothingToReport(none_yet)
    try:
        engine = create_engine(url)
    except (SQLAlchemyError, ImportError) as error:
        raise NothingToReport(_can_not_open(shown, error)) from None
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("submitted_assignment"):
                raise NothingToReport(none_yet)
            yield connection
    except SQLAlchemyError as error:
        raise NothingToReport(_can_not_open(shown, error)) from None
    finally:
        engine.dispose()


def _can_not_open(shown: str, error: Exception) -> str:
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    return (
        f"The gradebook at {shown} can't be read: {reason} "
        "Look at CourseDirectory.db_url in nbgrader_config.py."
    )


def assignments_in(connection: Connection) -> tuple[str, ...]:
    """Return the names of all assignments that the gradebook knows."""
    from nbgrader.api import Assignment
    from sqlalchemy import select

    return tuple(str(name) for (name,) in connection.execute(select(Assignment.name)))


def find_assignment(connection: Connection, assignment: str) -> tuple[str, datetime | None]:
    """Return the assignment's key in the database, and when it was due.

    Raises
    ------
    NothingToReport
        If the gradebook does not know it.
    """
    from nbgrader.api import Assignment
    from sqlalchemy import select

    rows = connection.execute(select(Assignment.name, Assignment.id, Assignment.duedate))
    names = {str(name): (str(key), due) for name, key, due in rows}
    if assignment in names:
        return names[assignment]
    known = ", ".join(sorted(names)) or "none yet"
    raise NothingToReport(
        f"The gradebook knows no assignment '{assignment}'. It knows: {known}. "
        f"`{in_course(f'grade {assignment}')}` adds it if its source is there."
    )


def items_of(connection: Connection, assignment: str) -> dict[str, Item]:
    """Return the graded cells of an assignment by their keys in the database, in their order.

    The gradebook keeps no order; names do: ``q2`` comes before ``q10``.
    """
    from nbgrader.api import BaseCell, GradeCell, Notebook, SolutionCell, TaskCell
    from sqlalchemy import select

    tables: Mapping[str, Any] = {
        kind.__name__: kind.__table__ for kind in (GradeCell, SolutionCell, TaskCell)
    }
    cells, base = BaseCell.__table__, BaseCell.__table__.c
    graded, tasks = tables["GradeCell"], tables["TaskCell"]
    rows = connection.execute(
        select(
            base.id, Notebook.name, base.name, base.type,
            graded.c.max_score, graded.c.cell_type, tasks.c.max_score,
        )
        .select_from(
            cells.join(Notebook.__table__)
            .outerjoin(graded, graded.c.id == base.id)
            .outerjoin(tasks, tasks.c.id == base.id)
        )
        .where(Notebook.assignment_id == assignment)
    )  # fmt: skip
    by_hand, found = set(), []
    for key, notebook, name, kind, points, language, task_points in rows:
        if kind == "SolutionCell":
            by_hand.add((notebook, name))
        elif points is not None:
            found.append((key, notebook, name, points, language == "code"))
        elif task_points is not None:
            found.append((key, notebook, name, task_points, False))
    found.sort(key=lambda row: (_natural(row[1]), _natural(row[2])))
    return {
        key: Item((notebook, name), float(points), is_code and (notebook, name) not in by_hand)
        for key, notebook, name, points, is_code in found
    }


def learners_of(connection: Connection) -> tuple[Learner, ...]:
    """Return everybody whom the gradebook knows."""
    from nbgrader.api import Student
    from sqlalchemy import select

    rows = connection.execute(
        select(
            Student.id,
            Student.first_name,
            Student.last_name,
            Student.email,
            Student.lms_user_id,
        )
    )
    return tuple(Learner(key, *(part or "" for part in parts)) for key, *parts in rows)


def submissions_of(
    connection: Connection, assignment: str, items: Mapping[str, Item]
) -> dict[str, Submission]:
    """Return what the gradebook holds of an assignment, by learner."""
    from nbgrader.api import Grade, SubmittedAssignment, SubmittedNotebook
    from sqlalchemy import select

    notebooks = connection.execute(
        select(
            SubmittedAssignment.student_id,
            SubmittedNotebook.id,
            SubmittedNotebook.late_submission_penalty,
            SubmittedAssignment.timestamp,
        )
        .select_from(SubmittedAssignment.__table__.join(SubmittedNotebook.__table__))
        .where(SubmittedAssignment.assignment_id == assignment)
    )
    owners: dict[str, str] = {}
    penalties: dict[str, float] = {}
    times: dict[str, datetime | None] = {}
    for learner, notebook, penalty, when in notebooks:
        owners[notebook] = learner
        times[learner] = when
        penalties[learner] = penalties.get(learner, 0.0) + (penalty or 0.0)
    marks: dict[str, dict[tuple[str, str], Mark]] = {learner: {} for learner in penalties}
    grades = connection.execute(
        select(
            Grade.notebook_id,
            Grade.cell_id,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
        ).where(Grade.cell_id.in_(list(items)))
    )
    for notebook, cell, *scores in grades:
        if notebook in owners:
            marks[owners[notebook]][items[cell].key] = Mark(*scores)
    return {
        learner: Submission(found, penalties[learner], times[learner])
        for learner, found in sorted(marks.items())
    }


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Return what sorts a name as a reader would: numbers by their size."""
    parts = re.split(r"(\d+)", name)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
