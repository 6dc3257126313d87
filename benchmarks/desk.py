"""How long a teacher waits for a class with several units: grading, its summary, and the reports."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measuring import timed
from benchmarks.sets import Released, sets

from grading.courses import hand_in, nbgrader
from weakties.content import content_root

WEAKTIES = [sys.executable, "-m", "weakties"]


def waited(units: list[str], learners: int) -> dict[str, Any]:
    """Measure each unit's grading and report, and grading all units in one call.

    Parameters
    ----------
    units
        Units of the course, released together into one gradebook.
    learners
        So many hand in every unit.

    Returns
    -------
    dict
        Wall-clock seconds from the command line, every command started cold.
    """
    with TemporaryDirectory(prefix="benchmark-") as folder:
        root = Path(folder)
        alone = [sets()[unit](root / unit) for unit in units]
        course = _course_of(root / "course", alone, learners)
        together = Path(shutil.copytree(course, root / "together"))
        graded = {unit: timed([*WEAKTIES, "grade", unit], course) for unit in units}
        page = str(root / "report.html")
        reported = {
            unit: timed([*WEAKTIES, "teach", "report", unit, "--html", page], course)
            for unit in units
        }
        return {
            "learners": learners,
            "grade_s": graded,
            "report_s": reported,
            "in_all_s": round(sum(graded.values()) + sum(reported.values()), 1),
            "grade_all_in_one_call_s": timed([*WEAKTIES, "grade", "--all"], together),
        }


def _course_of(course: Path, alone: list[Released], learners: int) -> Path:
    """Return one course with all these units, and every learner's work for each of them."""
    course.mkdir()
    shutil.copy(content_root() / "nbgrader_config.py", course)
    for released in alone:
        unit = released.assignment
        shutil.copytree(released.folder / "solutions" / unit, course / "solutions" / unit)
        nbgrader(course, "generate_assignment", unit)
        for number in range(learners):
            notebook = released.submissions[number % len(released.submissions)]
            hand_in(course, f"learner-{number:04d}", notebook, unit)
    return course
