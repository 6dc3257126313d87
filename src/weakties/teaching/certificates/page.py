"""A certificate of a graded course as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.counted import points
from weakties.course import CourseError
from weakties.pages.certificate import Paper, hours_in_words

if TYPE_CHECKING:
    from weakties.course import Course, Unit
    from weakties.teaching.certificates.register import Issued

COMPARED = "Graded: a program compared the answers with the course's key"
READ = ", and a person read what the learner wrote"
WORTH = (
    ". Nobody watched the work being done. Whoever keeps the gradebook of this course can confirm "
    "the code above, and nobody else can."
)


def page_of(issued: Issued, course: Course, cohort: str, *, read: bool) -> str:
    """Return the page of a certificate.

    Parameters
    ----------
    issued
        What stands on it.
    course
        The course of which its units may be; others are named as they are.
    cohort
        What the run of the course is called; may be empty.
    read
        Whether a person read a part of it.
    """
    units = [_unit(course, one.unit) for one in issued.units]
    known = [unit for unit in units if unit is not None]
    earned, of = (sum(getattr(one, part) for one in issued.units) for part in ("points", "of"))
    sums = [points(earned, of)]
    if len(known) == len(units):
        least, most = (sum(unit.minutes[end] for unit in known) for end in (0, 1))
        sums.append(hours_in_words(least, most))
    what = "the whole course" if len(known) == len(course.ready) else _count(len(units))
    return Paper(
        course.title if known else cohort or course.title,
        issued.name,
        f"has completed {what} of",
        " · ".join(filter(None, (course.subtitle if known else "", cohort))),
        tuple(
            (
                unit.title if unit else one.unit,
                points(one.points, one.of),
            )
            for unit, one in zip(units, issued.units, strict=True)
        ),
        tuple(sums),
        issued.on,
        COMPARED + (READ if read else "") + WORTH,
        f"No. {issued.number} · code {issued.code}",
    ).html()


def _unit(course: Course, slug: str) -> Unit | None:
    try:
        return course.unit(slug)
    except CourseError:
        return None


def _count(number_of: int) -> str:
    return "one unit" if number_of == 1 else f"{number_of} units"
