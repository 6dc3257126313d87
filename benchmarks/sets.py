"""What is graded: a released course, what is handed in for it, and copies with many learners."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from benchmarks import foreign
from benchmarks.foreign.assignment import NAME

from grading.courses import catalogued, copy_ungraded, hand_in, unit_course
from weakties.course import load_course

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_number = count()


@dataclass(frozen=True)
class Released:
    """A released assignment.

    Parameters
    ----------
    assignment
        Its name in the course.
    folder
        The course.
    submissions
        Different notebooks that learners hand in.
    files
        What they hand in beside the notebook: texts by their names.
    """

    assignment: str
    folder: Path
    submissions: list[dict[str, Any]]
    files: Mapping[str, str]

    def course_of(self, number: int) -> Path:
        """Return a fresh copy of the course with so many submissions."""
        course = copy_ungraded(self.folder, self.folder.parent / f"course-{next(_number)}")
        for i in range(number):
            notebook = self.submissions[i % len(self.submissions)]
            path = hand_in(course, f"learner-{i:04d}", notebook, self.assignment)
            for name, text in self.files.items():
                (path.parent / name).write_text(text, encoding="utf-8")
        return course


def sets() -> dict[str, Callable[[Path], Released]]:
    """Return what makes each assignment in a folder: our ready units, then other teachers' own."""
    units = {unit.slug: partial(_unit, unit.slug) for unit in load_course().ready}
    return {**units, **{one.name: partial(_foreign, one) for one in foreign.ASSIGNMENTS}}


def _unit(slug: str, root: Path) -> Released:
    course = unit_course(root / "released", slug)
    return Released(slug, course, list(catalogued(course, slug).values()), {})


def _foreign(one: foreign.Assignment, root: Path) -> Released:
    course = one.released(root / "released")
    return Released(NAME, course, one.submissions(course), one.files)
