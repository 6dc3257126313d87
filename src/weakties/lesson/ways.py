"""The ways through the course as a short list: which units, how long, and for whom."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weakties.course import Course, Way
    from weakties.progress.standing import Standing

_HEAD = "Ways through the course, breaks not counted"


def lines_of(course: Course, so_far: tuple[Standing, ...]) -> list[str]:
    """Return the ways as lines of plain text; none where the course has no ways."""
    lines = [f"- {way.title}: {_facts(way, course, so_far)}\n  {way.whom}" for way in course.ways]
    return [f"{_HEAD}:", *lines] if lines else []


def html_of(course: Course, so_far: tuple[Standing, ...]) -> str:
    """Return the ways as a list in HTML; empty where the course has no ways."""
    items = "".join(
        f"<li><strong>{escape(way.title)}</strong>: {escape(_facts(way, course, so_far))}<br>"
        f"{escape(way.whom)}</li>"
        for way in course.ways
    )
    return f"<p>{_HEAD}:</p><ul>{items}</ul>" if items else ""


def _facts(way: Way, course: Course, so_far: tuple[Standing, ...]) -> str:
    low, high = way.minutes
    long = f"{low} to {high} minutes (about {_hours(low)} to {_hours(high)} hours)"
    return f"{_numbers(way, course)}, {long}{_left(way, so_far)}"


def _numbers(way: Way, course: Course) -> str:
    """Return the numbers that its units have on the map, in the way's order."""
    numbers = [course.announced.index(unit) + 1 for unit in way.units]
    if len(numbers) == 1:
        return f"unit {numbers[0]}"
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"units {numbers[0]} to {numbers[-1]}"
    return f"units {', '.join(str(number) for number in numbers[:-1])} and {numbers[-1]}"


def _hours(minutes: int) -> str:
    """Return hours, rounded up to a half: whoever plans with them is not late."""
    return f"{math.ceil(minutes / 30) / 2:g}"


def _left(way: Way, so_far: tuple[Standing, ...]) -> str:
    """Return what is left of it for somebody who has begun it; else nothing."""
    found = [one for one in so_far if one.unit in way.units]
    if all(one.state == "not started" for one in found):
        return ""
    left = sum(one.minutes_left for one in found)
    return f", about {left} minutes left" if left else ", done"
