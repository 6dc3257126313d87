"""Certificates made from a course's gradebook, and codes confirmed against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.course import CourseError, load_course
from weakties.grading.cohort.cohort import cohort_at
from weakties.grading.nbg.course import classroom
from weakties.grading.report.book import opened
from weakties.grading.report.learners import standings
from weakties.grading.report.read import entries_of, read, read_course
from weakties.teaching.certificates.award import Awards, awards
from weakties.teaching.certificates.code import as_written
from weakties.teaching.certificates.confirm import Confirmed, compared
from weakties.teaching.certificates.page import page_of
from weakties.teaching.certificates.register import Issued, issue, issued_with

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Entries, Learner
    from weakties.grading.report.learners import Standing

_NOT_IN_A_FILE_NAME = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Made:
    """Certificates that were made, each with its page, and who gets none."""

    pages: tuple[tuple[Issued, str], ...]
    awards: Awards


def room_of(root: Path, units: Sequence[str] = ()) -> Classroom:
    """Return the classroom of the first of these assignments, or of the course's first unit.

    Parameters
    ----------
    root, units
        The course's folder, and which assignments.

    Raises
    ------
    NotACourse
        If there is no such folder or no gradebook in it.
    """
    return classroom(root, units[0] if units else load_course().ready[0].slug)


def make_certificates(root: Path, units: Sequence[str], at_least: float, today: date) -> Made:
    """Make a certificate for everybody whose work reaches the bar, and enter it in the gradebook.

    Who gets the very same one as before has its number and code.

    Parameters
    ----------
    root
        The course's folder.
    units
        Which assignments; all that are graded, where none is named.
    at_least
        The bar, in percent of an assignment's points.
    today
        The day.

    Raises
    ------
    NothingToReport
        If there is no gradebook, or nothing of an assignment is graded.
    """
    course, cohort, room = load_course(), cohort_at(root), room_of(root, units)
    found = (
        tuple(read(root, unit) for unit in dict.fromkeys(units))
        if units
        else read_course(root, room.assignment)
    )
    decided = awards(found, at_least)
    by_hand = {one.assignment for one in found if _has_texts(one)}
    with opened(room.directory.db_url, room.assignment) as connection:
        issued = [
            issue(connection, learner.id, _name(learner), passed, today)
            for learner, passed in decided.given.items()
        ]
        connection.commit()
    title = cohort.title if cohort else ""
    pages = tuple(
        (one, page_of(one, course, title, read=any(unit.unit in by_hand for unit in one.units)))
        for one in issued
    )
    return Made(pages, decided)


def confirmed(root: Path, typed: str) -> Confirmed | None:
    """Return what the gradebook says to a code; ``None`` where it never gave it.

    Parameters
    ----------
    root
        The course's folder.
    typed
        The code, as somebody typed it.

    Raises
    ------
    NothingToReport
        If there is no gradebook.
    """
    room = room_of(root)
    with opened(room.directory.db_url, room.assignment) as connection:
        issued = issued_with(connection, as_written(typed))
    if issued is None:
        return None
    return compared(issued, {one.unit: _standing(root, one.unit, issued) for one in issued.units})


def file_name(issued: Issued) -> str:
    """Return what the file of a certificate is called.

    Its number comes first; whatever a learner's id holds, it is a name in one folder.
    """
    whose = _NOT_IN_A_FILE_NAME.sub("-", issued.learner).strip(".-")
    return f"{issued.number:04}-{whose or 'learner'}.html"


def _standing(root: Path, unit: str, issued: Issued) -> Standing | None:
    try:
        found = standings(entries_of(classroom(root, unit)))
    except CourseError:
        return None
    return next((one for one in found if one.learner.id == issued.learner), None)


def _has_texts(entries: Entries) -> bool:
    return any(not item.is_check for item in entries.items)


def _name(learner: Learner) -> str:
    return " ".join(f"{learner.first_name} {learner.last_name}".split()) or learner.id
