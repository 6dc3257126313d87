"""Courses whose gradebook is written directly: marks without a notebook that was ever run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.grading.nbg.schema import schema_version_known

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

CONFIG = """
from pathlib import Path
from weakties.grading.settings import nbgrader_settings
c = get_config()
c.merge(nbgrader_settings(Path(__file__).parent))
"""


@dataclass(frozen=True)
class Work:
    """What somebody handed in: when, the points of the checks in their order, and of the text."""

    when: datetime | None
    checks: Sequence[float]
    text: float | None = None


def synthetic_course(
    root: Path, unit: str, most: Sequence[float], works: Mapping[str, Work], text: float = 0.0
) -> str:
    """Write a unit into a course's gradebook, and return the gradebook's address.

    Parameters
    ----------
    root
        The course's folder.
    unit
        The assignment.
    most
        What its checks are worth.
    works
        What everybody got.
    text
        What its reflection is worth; there is none without.
    """
    from nbgrader.api import Gradebook

    root.mkdir(parents=True, exist_ok=True)
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    url = f"sqlite:///{root / 'gradebook.db'}"
    checks = [f"{unit}-q{number}-check" for number in range(1, len(most) + 1)]
    answer = f"{unit}-reflection-answer"
    with schema_version_known(), Gradebook(url, "weakties") as book:
        book.add_assignment(unit)
        book.add_notebook(unit, unit)
        for name, points in zip(checks, most, strict=True):
            book.add_grade_cell(name, unit, unit, max_score=points, cell_type="code")
        if text:
            book.add_grade_cell(answer, unit, unit, max_score=text, cell_type="markdown")
            book.add_solution_cell(answer, unit, unit)
        for learner, work in works.items():
            book.update_or_create_student(learner)
            with book.db.no_autoflush:  # nbgrader's own objects are joined before they are added
                book.update_or_create_submission(unit, learner, timestamp=work.when)
            points = dict(zip(checks, work.checks, strict=True))
            for grade in book.find_submission_notebook(unit, unit, learner).grades:
                if grade.name == answer:
                    grade.manual_score, grade.needs_manual_grade = work.text, work.text is None
                else:
                    grade.auto_score, grade.needs_manual_grade = points[grade.name], False
            place = root / "submitted" / learner / unit
            place.mkdir(parents=True)
            (place / f"{unit}.ipynb").write_text(learner, encoding="utf-8")
        book.db.commit()
    return url
