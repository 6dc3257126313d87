"""Which files are packed: the course for learners, of some units, and never the key by accident."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import weakties
from weakties.check.key import HIDDEN, SOLUTION
from weakties.course import CourseError, course_in, load_course
from weakties.data.cards import about
from weakties.data.datasets import as_csv, generate
from weakties.data.editions import OPEN
from weakties.pack import PACK, Pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.course import Course

FOR_INSTRUCTORS = ("authoring", "grading", "room", "teaching")
"""Rooms of the library that a learner has no use for."""

MADE_BY = tuple(f"data/{unit.slug}" for unit in load_course().units)
"""What makes the tables of the units: it reckons right and wrong answers, to keep them apart."""

_NOT_FOR_LEARNERS = ("facilitate.md", "handouts.toml", "survey.toml")
_CACHES = {"__pycache__", ".ipynb_checkpoints"}
_PACKAGE = Path(weakties.__file__).parent
_BLOCK = re.compile(r"(?m)^(?=\[\[(?:units|ways)\]\]$)")


class NotPacked(CourseError):
    """What can't be packed; the text says what to do."""


@dataclass(frozen=True)
class Handout:
    """What is to be packed.

    Parameters
    ----------
    course
        The course that came with weakties.
    units
        The slugs of the units, in the course's order.
    pack
        What the pack says of itself.
    exercises
        A folder whose exercises go before the course's own, such as that of a cohort.
    """

    course: Course
    units: tuple[str, ...]
    pack: Pack
    exercises: Path | None = None


def packed(handout: Handout) -> dict[str, bytes]:
    """Return what a pack holds: content by its path below ``site-packages``.

    Raises
    ------
    NotPacked
        If an exercise is missing, or holds what only its source may hold.
    """
    left_out = FOR_INSTRUCTORS if handout.pack.has_key else (*FOR_INSTRUCTORS, *MADE_BY)
    files = {f"weakties/{name}": path.read_bytes() for name, path in _library(left_out)}
    files |= {f"weakties/content/{name}": data for name, data in _content(handout).items()}
    return files


def table_of(contents: str, units: Sequence[str]) -> str:
    """Return a table of contents with some of its units, and the ways that take no other.

    Parameters
    ----------
    contents
        The text of ``course.toml``.
    units
        The slugs of those that stay.
    """
    head, *blocks = _BLOCK.split(contents)
    ways = [block for block in blocks if block.startswith("[[ways]]")]
    kept = [block for block in blocks if _slug(block) in units]
    whole = course_in(contents.encode(), Path())
    goes = {way.title for way in whole.ways if {u.slug for u in way.units} <= set(units)}
    titles = {json.dumps(title, ensure_ascii=False) for title in goes}
    kept_ways = [block for block in ways if any(f"title = {title}\n" in block for title in titles)]
    made = "".join([head, *kept_ways, *kept])
    found = course_in(made.encode(), Path())
    if {unit.slug for unit in found.units} != set(units) or {w.title for w in found.ways} != goes:
        raise NotPacked("course.toml is written in a way that units can't be taken from.")
    return made


def _slug(block: str) -> str:
    found = re.search(r'^slug = "([^"]+)"$', block, re.MULTILINE)
    return found[1] if found and block.startswith("[[units]]") else ""


def _library(left_out: Sequence[str]) -> Iterator[tuple[str, Path]]:
    away = [_PACKAGE / name for name in (*left_out, "content")]
    for path in sorted(_PACKAGE.rglob("*")):
        parts = path.relative_to(_PACKAGE).parts
        is_ours = not _CACHES & set(parts) and not any(path.is_relative_to(one) for one in away)
        if is_ours and path.is_file():
            yield "/".join(parts), path


def _content(handout: Handout) -> dict[str, bytes]:
    root = handout.course.root
    course = root / "course"
    files = {
        path.name: path
        for path in sorted(course.iterdir())
        if path.is_file() and path.name not in _NOT_FOR_LEARNERS
    }
    found = {f"course/{name}": path.read_bytes() for name, path in files.items()}
    table = files["course.toml"].read_text(encoding="utf-8")
    found["course/course.toml"] = table_of(table, handout.units).encode()
    for unit in ("welcome", *handout.units):
        found |= _folder(course / unit, f"course/{unit}")
    for unit in handout.units:
        found |= _exercise(handout, unit)
        if handout.pack.has_key:
            found |= _folder(root / "solutions" / unit, f"solutions/{unit}")
    found |= _folder(root / "data", "data")
    if not handout.pack.has_key:
        found |= _tables(handout)
        _refuse_key(found)
    return {**found, PACK: _text_of(handout.pack).encode()}


def _exercise(handout: Handout, unit: str) -> dict[str, bytes]:
    places = [handout.course.root / "exercises" / unit]
    if handout.exercises:
        places.insert(0, handout.exercises / unit)
    for place in places:
        if (place / f"{unit}.ipynb").is_file():
            return _folder(place, f"exercises/{unit}")
    raise NotPacked(f"There is no exercise of {unit} to pack: exercises/{unit}/{unit}.ipynb.")


def _tables(handout: Handout) -> dict[str, bytes]:
    """Return the tables of the units in their edition, which nothing in the pack could make."""
    edition = handout.pack.edition
    if edition == OPEN:
        return {}
    named = [name for unit in handout.units for name in handout.course.unit(unit).datasets]
    return {
        f"data/{edition}/{about(name).path}": as_csv(generate(name, edition))
        for name in dict.fromkeys(named)
    }


def _folder(place: Path, name: str) -> dict[str, bytes]:
    paths = [path for path in sorted(place.rglob("*")) if path.is_file()]
    return {
        f"{name}/{path.relative_to(place).as_posix()}": path.read_bytes()
        for path in paths
        if path.name not in _NOT_FOR_LEARNERS
        and not any(
            part.startswith(".") or part in _CACHES for part in path.relative_to(place).parts
        )
    }


def _refuse_key(files: dict[str, bytes]) -> None:
    """Refuse a notebook that still has what a release takes away."""
    for name, data in files.items():
        if name.endswith(".ipynb") and any(mark.encode() in data for mark in (*HIDDEN, *SOLUTION)):
            raise NotPacked(
                f"{name} still holds the key. Make it anew from its source: "
                "`weakties author release`, or `nbgrader generate_assignment` in the course's folder."
            )


def _text_of(pack: Pack) -> str:
    lines = [
        f"title = {json.dumps(pack.title, ensure_ascii=False)}",
        f"edition = {json.dumps(pack.edition)}",
        f"has_key = {json.dumps(pack.has_key)}",
        f"exchange = {json.dumps(pack.exchange, ensure_ascii=False)}",
    ]
    return "\n".join(lines) + "\n"
