"""The course as a map: its units in order, with the tension each one carries."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from weakties.course import load_course

if TYPE_CHECKING:
    from weakties.course import Course, Unit


@dataclass(frozen=True)
class CourseMap:
    """A table of the units: title, tension, minutes, and whether they are in this release."""

    course: Course

    def __str__(self) -> str:
        """Return the map as plain text."""
        return "\n".join(
            f"{i}. {unit.title} ({_when(unit)})\n   {unit.tension}"
            for i, unit in enumerate(self.course.announced, start=1)
        )

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        left = "style='text-align:left;vertical-align:top'"
        rows = "".join(
            f"<tr><td {left}>{i}</td><th scope='row' {left}>{escape(unit.title)}</th>"
            f"<td {left}>{escape(unit.tension)}</td><td {left}>{escape(_when(unit))}</td></tr>"
            for i, unit in enumerate(self.course.announced, start=1)
        )
        heads = "".join(
            f"<th scope='col' {left}>{head}</th>" for head in ("No.", "Unit", "The tension", "Time")
        )
        html = (
            f"<table><caption style='text-align:left'>{escape(self.course.subtitle)}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )
        return {"text/html": html, "text/plain": str(self)}


def course_map() -> CourseMap:
    """Return the map of the course that came with weakties."""
    return CourseMap(load_course())


def _when(unit: Unit) -> str:
    if not unit.ready:
        return "planned"
    low = unit.lesson_minutes[0] + unit.exercise_minutes[0]
    high = unit.lesson_minutes[1] + unit.exercise_minutes[1]
    return f"{low} to {high} minutes, {unit.points} points"
