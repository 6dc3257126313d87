"""The course as a map: its units in order, each one's tension, how far one is, and ways through."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from weakties.counted import points
from weakties.course import load_course
from weakties.lesson.so_far import link_to, so_far
from weakties.lesson.ways import html_of, lines_of
from weakties.progress.standing import in_words, where_to_go_on

if TYPE_CHECKING:
    from weakties.course import Course, Unit
    from weakties.progress.standing import Standing

_LEFT = "style='text-align:left;vertical-align:top'"
_BUTTON = (
    "display:inline-block;padding:.6em 1.1em;margin:.3em 0 .5em;border-radius:4px;"
    "background:#005a8c;color:#fff;font-weight:600;text-decoration:none"
)
_MARKS = {"not started": "○", "started": "◐", "done": "✓"}


@dataclass(frozen=True)
class CourseMap:
    """A table of the units: title, tension, minutes, and how far the learner is; then the ways.

    Parameters
    ----------
    course
        The course.
    so_far
        How far the learner is in each ready unit; empty where nothing is kept.
    """

    course: Course
    so_far: tuple[Standing, ...] = field(default=())

    def __str__(self) -> str:
        """Return the map as plain text."""
        lines = [
            f"{i}. {unit.title} ({self._when(unit)})\n   {unit.tension}"
            for i, unit in enumerate(self.course.announced, start=1)
        ]
        lines += lines_of(self.course, self.so_far)
        place = where_to_go_on(self.so_far)
        return "\n".join([*lines, f"Go on here: {place.words}"] if place else lines)

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        rows = "".join(
            f"<tr><td {_LEFT}>{i}</td><th scope='row' {_LEFT}>{escape(unit.title)}</th>"
            f"<td {_LEFT}>{escape(unit.tension)}</td>{self._last_cells(unit)}</tr>"
            for i, unit in enumerate(self.course.announced, start=1)
        )
        last = ("So far", "Time left") if self.so_far else ("Time",)
        heads = "".join(
            f"<th scope='col' {_LEFT}>{head}</th>" for head in ("No.", "Unit", "The tension", *last)
        )
        html = (
            f"{self._go_on()}<table><caption style='text-align:left'>"
            f"{escape(self.course.subtitle)}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
            f"{html_of(self.course, self.so_far)}"
        )
        return {"text/html": html, "text/plain": str(self)}

    def _last_cells(self, unit: Unit) -> str:
        found = self._standing(unit)
        if found is None:
            planned = f"<td {_LEFT}>{escape(_when(unit))}</td>"
            return f"<td {_LEFT}></td>{planned}" if self.so_far else planned
        mark = f"<span aria-hidden='true'>{_MARKS[found.state]}</span>"
        left = f"about {found.minutes_left} minutes" if found.minutes_left else ""
        return f"<td {_LEFT}>{mark} {escape(in_words(found))}</td><td {_LEFT}>{left}</td>"

    def _go_on(self) -> str:
        place = where_to_go_on(self.so_far)
        if place is None:
            return ""
        href = escape(link_to(place), quote=True)
        return f"<p><a href='{href}' data-lm-suppress-shortcuts='true' style='{_BUTTON}'>Go on here: {escape(place.words)}</a></p>"

    def _when(self, unit: Unit) -> str:
        found = self._standing(unit)
        if found is None:
            return _when(unit)
        left = f", about {found.minutes_left} minutes left" if found.minutes_left else ""
        return f"{in_words(found)}{left}"

    def _standing(self, unit: Unit) -> Standing | None:
        return next((one for one in self.so_far if one.unit == unit), None)


def course_map() -> CourseMap:
    """Return the map of the course that came with weakties, with how far one is."""
    return CourseMap(load_course(), so_far())


def _when(unit: Unit) -> str:
    if not unit.ready:
        return "planned"
    low, high = unit.minutes
    return f"{low} to {high} minutes, {points(unit.points)}"
