"""The assignments of a course of which something was handed in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weakties.course import load_course
from weakties.grading.nbg.course import classroom

if TYPE_CHECKING:
    from pathlib import Path


def handed_in_assignments(root: Path) -> list[str]:
    """Return the names of those that the gradebook knows, in the order of the course's units.

    Raises
    ------
    NotACourse
        If there is no course or no gradebook there.
    """
    from nbgrader.api import Gradebook

    room = classroom(root, "any")
    with Gradebook(room.directory.db_url, room.directory.course_id) as book:
        known = {assignment.name for assignment in book.assignments}
    units = [unit.slug for unit in load_course().ready]
    in_order = [*(name for name in units if name in known), *sorted(known - set(units))]
    return [name for name in in_order if replace(room, assignment=name).learners]
