"""From a course's folder to a reader's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.cohort.cohort import cohort_at
from weakties.grading.cohort.readers import Readers
from weakties.grading.nbg.course import classroom
from weakties.grading.report.book import find_assignment, items_of, opened
from weakties.grading.report.read import named_items
from weakties.teaching.reading.desk import Desk
from weakties.teaching.reading.exercise import questions_of
from weakties.teaching.reading.reading import NotReadable
from weakties.teaching.reading.shares import question_of, refuse_unknown_questions
from weakties.teaching.reading.who import ALONE, reader_named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection


def desk_at(
    root: Path,
    assignment: str,
    reader: str = "",
    *,
    with_names: bool = False,
    anybody: bool = False,
) -> Desk:
    """Return a reader's desk.

    Parameters
    ----------
    root, assignment
        The course's folder, and which assignment.
    reader
        Who reads; may be left out where there is one reader.
    with_names
        Whether learners' ids are shown.
    anybody
        Whether it does not matter who reads, because nothing will be.

    Raises
    ------
    CourseError
        If there is no such assignment, reader or question; the text says what to do.
    """
    room = classroom(root, assignment)
    cohort = cohort_at(root)
    readers = cohort.readers if cohort else Readers()
    with opened(room.directory.db_url, assignment) as connection:
        key, _ = find_assignment(connection, assignment)
        items = items_of(connection, key)
        refuse_unknown_questions(readers, list(_read_by_hand(connection)))
    questions = questions_of(room, named_items(items.values()))
    if not questions:
        raise NotReadable(f"Nothing of '{assignment}' is a text that a person reads.")
    who = (reader or ALONE) if anybody else reader_named(reader, readers)
    desk = Desk(room, who, readers, questions, with_names)
    desk.start()
    return desk


def _read_by_hand(connection: Connection) -> Iterator[str]:
    """Yield the names of all questions of the course that a person reads."""
    from nbgrader.api import Assignment
    from sqlalchemy import select

    for (key,) in connection.execute(select(Assignment.id)):
        for item in items_of(connection, key).values():
            if not item.is_check:
                yield from dict.fromkeys((question_of(item.key[1]), item.key[1]))
