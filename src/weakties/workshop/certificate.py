"""A certificate that one gives oneself: what was done, and honestly what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from weakties.pages.html import BEGINNING
from weakties.workshop.errors import WorkshopError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from weakties.course import Course
    from weakties.progress.standing import Standing

WHAT_IT_IS = (
    "Self-checked: the answers were compared on the learner's own machine, with solutions at hand. "
    "Nobody watched, nobody read the reflections, and this page can be verified by no one."
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LONGEST = 80


@dataclass(frozen=True)
class Certificate:
    """What stands on the page.

    Parameters
    ----------
    name
        As the learner typed it; it is kept nowhere else.
    course
        The course.
    done
        The units that are done.
    on
        The day.
    """

    name: str
    course: Course
    done: tuple[Standing, ...]
    on: date

    @property
    def points(self) -> tuple[float, int]:
        """Return points, and how many there are to get in these units."""
        return sum(one.points for one in self.done), sum(one.of for one in self.done)

    @property
    def hours(self) -> tuple[float, float]:
        """Return the least and most hours by the course's own count, to the half hour."""
        spans = [
            (one.unit.lesson_minutes[end] + one.unit.exercise_minutes[end])
            for end in (0, 1)
            for one in self.done
        ]
        least, most = sum(spans[: len(self.done)]), sum(spans[len(self.done) :])
        return round(least / 30) / 2, round(most / 30) / 2

    def page(self) -> str:
        """Return the page: light, on one sheet, without anything from elsewhere."""
        title = f"{self.course.title}: certificate of {self.name}"
        points, of = self.points
        least, most = self.hours
        all_units = len(self.done) == len(self.course.ready)
        units = "".join(
            f"<li>{escape(one.unit.title)} <span>{one.points:g} of {one.of} points</span></li>"
            for one in self.done
        )
        what = "the whole course" if all_units else _units(len(self.done))
        style = files("weakties.workshop").joinpath("certificate.css").read_text(encoding="utf-8")
        return (
            f'{BEGINNING}<head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light">'
            f"<title>{escape(title)}</title><style>{style}</style></head><body><main>"
            f"<p class='course'>{escape(self.course.title)}</p>"
            f"<h1>{escape(self.name)}</h1>"
            f"<p class='what'>has completed {what} of<br><em>{escape(self.course.subtitle)}</em></p>"
            f"<ul>{units}</ul>"
            f"<p class='sums'>{points:g} of {of} points · {least:g} to {most:g} hours by the course's "
            f"own count · <time datetime='{self.on.isoformat()}'>{_day(self.on)}</time></p>"
            f"<p class='honest'>{WHAT_IT_IS}</p></main></body></html>\n"
        )


def certificate(name: str, course: Course, found: Sequence[Standing], on: date) -> Certificate:
    """Return the certificate for the units that are done.

    Raises
    ------
    WorkshopError
        If none is done, or the name is empty or too long.
    """
    typed = " ".join(name.split())
    if not typed or len(typed) > _LONGEST:
        raise WorkshopError(f'Type a name of 1 to {_LONGEST} letters: --name "Nadia Ferro"')
    done = tuple(one for one in found if one.state == "done")
    if not done:
        raise WorkshopError(
            "No unit is done yet: a unit is done when the checks of all its questions say so. "
            "See how far you are: weakties progress"
        )
    return Certificate(typed, course, done, on)


def _units(number: int) -> str:
    return "one unit" if number == 1 else f"{number} units"


@cache
def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
