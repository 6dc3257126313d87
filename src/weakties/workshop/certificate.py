"""A certificate that one gives oneself: what was done, and honestly what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.command import command
from weakties.counted import points
from weakties.pages.certificate import Paper, hours_in_words
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
    def minutes(self) -> tuple[int, int]:
        """Return the least and most minutes by the course's own count."""
        spans = [unit.minutes for unit in (one.unit for one in self.done)]
        return sum(least for least, _ in spans), sum(most for _, most in spans)

    def page(self) -> str:
        """Return the page: light, on one sheet, without anything from elsewhere."""
        earned, of = self.points
        all_units = len(self.done) == len(self.course.ready)
        what = "the whole course" if all_units else _units(len(self.done))
        return Paper(
            self.course.title,
            self.name,
            f"has completed {what} of",
            self.course.subtitle,
            tuple((one.unit.title, points(one.points, one.of)) for one in self.done),
            (points(earned, of), hours_in_words(*self.minutes)),
            self.on,
            WHAT_IT_IS,
        ).html()


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
            f"See how far you are: {command('progress')}"
        )
    return Certificate(typed, course, done, on)


def _units(number: int) -> str:
    return "one unit" if number == 1 else f"{number} units"
