"""A course's folder for a cohort: sources, settings, roster, dates, and a gradebook that knows them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.data.editions import OPEN, checked
from weakties.grading.cohort.cohort import COHORT, cohort_at, time_zone
from weakties.grading.cohort.roster import roster_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weakties.course import Course, Unit
    from weakties.grading.cohort.roster import Person

ROSTER = "roster.csv"
_CONFIG = '''"""nbgrader's settings for this course; add your own below."""

from pathlib import Path

from weakties.grading.settings import nbgrader_settings

c = get_config()  # noqa: F821
c.merge(nbgrader_settings(Path(__file__).parent))
'''
_COHORT = """# What holds for this cohort. `weakties grade` reads it each time it runs.
title = {title}
edition = {edition}
# former_editions = ["spring-2026"]
zone = {zone}
{roster}
# What coming late costs; take the # away to let it count.
# [late]
# grace_minutes = 15
# percent_a_day = 10
# floor_percent = 50
{units}
# Who has longer, one entry for each.
# [[extensions]]
# learner = "ada"
# unit = "{unit}"
# due = 2027-03-08T23:59:00

# Who reads what learners wrote, for `weakties teach read`; one entry for each reader.
# [reading]
# second_percent = 20
# [[readers]]
# name = "maria"
# questions = ["{unit}-*"]
# share = 2
# [[readers]]
# name = "jo"
"""
_UNIT = """
[[units]]
slug = {slug}
# due = 2027-03-05T23:59:00
"""


class NotMade(CourseError):
    """A course's folder that can't be made; the text says what to do."""


@dataclass(frozen=True)
class Wanted:
    """What a course's folder is to hold.

    Parameters
    ----------
    units
        Of which units; of all that are ready if empty.
    edition
        Which edition of the data the cohort has.
    title
        What the cohort is called.
    zone
        The time zone of its dates.
    roster
        A file that names the learners.
    """

    units: Sequence[str] = ()
    edition: str = OPEN
    title: str = ""
    zone: str = "UTC"
    roster: Path | None = None


def new_course(course: Course, folder: Path, wanted: Wanted) -> tuple[Unit, ...]:
    """Make a course's folder, and return its units.

    Parameters
    ----------
    course
        The course that came with weakties.
    folder
        Where; it must not be there yet, or be empty.
    wanted
        What it is to hold.

    Raises
    ------
    NotMade
        If the folder holds something or can't be made.
    CourseError
        If a unit, the edition, the zone or the roster is none.
    """
    units = tuple(course.unit(slug) for slug in dict.fromkeys(wanted.units)) or course.ready
    checked(wanted.edition)
    time_zone(wanted.zone)
    people = roster_at(wanted.roster) if wanted.roster else ()
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise NotMade(f"{folder} is there already. Name a new folder, or an empty one.")
    try:
        _write(course, folder, units, wanted, people)
    except OSError as error:
        raise NotMade(
            f"{folder} can't be written: {error.strerror}. Name another folder."
        ) from None
    return units


def start_gradebook(folder: Path, units: Sequence[Unit]) -> None:
    """Start a course's gradebook with some units, its people and its dates."""
    from weakties.grading.cohort.apply import apply
    from weakties.grading.nbg.book import OneGradebook
    from weakties.grading.nbg.course import classroom
    from weakties.grading.nbg.started import start_if_new

    cohort = cohort_at(folder)
    for unit in units:
        room = classroom(folder, unit.slug, starting=True)
        list(start_if_new(room))
        if cohort is None:
            continue
        book = OneGradebook(room.directory.db_url, room.directory.course_id)
        try:
            apply(book, unit.slug, cohort)
        finally:
            book.end()


def _write(
    course: Course, folder: Path, units: Sequence[Unit], wanted: Wanted, people: Sequence[Person]
) -> None:
    (folder / "submitted").mkdir(parents=True)
    for unit in units:
        for path in (unit.solution, unit.exercise):
            place = (course.root / path).parent
            shutil.copytree(place, (folder / path).parent, ignore=shutil.ignore_patterns(".*"))
    (folder / "nbgrader_config.py").write_text(_CONFIG, encoding="utf-8")
    if people:
        (folder / ROSTER).write_text(_roster_text(people), encoding="utf-8")
    (folder / COHORT).write_text(_cohort_text(units, wanted, named=bool(people)), encoding="utf-8")


def _cohort_text(units: Sequence[Unit], wanted: Wanted, *, named: bool) -> str:
    return _COHORT.format(
        title=json.dumps(wanted.title or "Weak ties", ensure_ascii=False),
        edition=json.dumps(wanted.edition),
        zone=json.dumps(wanted.zone),
        roster=f'roster = "{ROSTER}"\n' if named else "",
        units="".join(_UNIT.format(slug=json.dumps(unit.slug)) for unit in units),
        unit=units[0].slug,
    )


def _roster_text(people: Sequence[Person]) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("id", "first_name", "last_name", "email", "lms_id"))
    rows.writerows((one.id, one.first_name, one.last_name, one.email, one.lms_id) for one in people)
    return text.getvalue()
