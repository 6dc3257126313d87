"""What thirty learners hand in, when, and what each of it is worth: made without running anything."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from grading.courses import cell, notebook_of
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.check.key import solution_source
from weakties.content import content_root
from weakties.course import load_course
from weakties.data import load
from weakties.grading.settings import TEXT_STUB

if TYPE_CHECKING:
    from pathlib import Path

EDITION, FORMER = "proof-a", "proof-b"
PEOPLE = [f"p{number:02}" for number in range(30)]
OF_LAST_TERM, NEVER_CAME, UNREAD = "p05", "p29", "p28"
"""Who answers for last term's data, who hands one unit in only, and whose text nobody has read."""

QUESTIONS = [(one.id, float(one.points)) for one in load_course().unit("photo").questions][:6]
CATALOGUE = read_catalogue(catalogue_path(content_root(), "photo"))
PS1 = [
    cell("### BEGIN SOLUTION\nx = 3\n### END SOLUTION", "x", solution=True),
    cell("assert x == 3", "x-check", points=4),
    cell("### BEGIN SOLUTION\ny = 4\n### END SOLUTION", "y", solution=True),
    cell("### BEGIN HIDDEN TESTS\nassert y == 4\n### END HIDDEN TESTS", "y-check", points=2),
    cell("What is yours?", "text", points=4, solution=True, markdown=True),
]
MENDED = ("assert y == 4", "assert y in (4, 5)")
X = ("x = 3", "x = 5", "x = 3")
Y = ("y = 4", "y = 5", "y = 6", "")

NOON = datetime(2027, 3, 5, 11, tzinfo=UTC)
"""Noon in Berlin, when both units are due."""
CAME = (
    None,
    timedelta(hours=-1),
    timedelta(minutes=10),
    timedelta(minutes=20),
    timedelta(days=2, seconds=1),
    timedelta(days=9),
)


@dataclass(frozen=True)
class Handed:
    """One hand-in: its notebook, the points of its checks, what it says, and when it came."""

    notebook: Any
    checks: tuple[float, ...]
    text: str
    late: timedelta | None

    def put(self, course: Path, learner: str, unit: str) -> None:
        """Put it where README says that work is collected."""
        place = course / "submitted" / learner / unit
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{unit}.ipynb").write_text(json.dumps(self.notebook), encoding="utf-8")
        if self.late is not None:
            when = f"{NOON + self.late:%Y-%m-%d %H:%M:%S} UTC"
            (place / "timestamp.txt").write_text(when, encoding="utf-8")


def photo_of(number: int, exercise: Any) -> Handed:
    """Return a mixture of catalogued answers; every third learner writes no reflection."""
    chosen = {}
    for place, (question, most) in enumerate(QUESTIONS):
        known = CATALOGUE[question]
        options = [
            *((one, most) for one in known.right),
            *((w.code, w.points) for w in known.wrong),
        ]
        options.append(("", 0.0))
        chosen[question] = options[(7 * number + 3 * place) % len(options)]
    if PEOPLE[number] == OF_LAST_TERM:
        chosen["photo-q1"] = (f"formal_effect = {right_in(FORMER)!r}", 0.0)
    text = "" if number % 3 == 2 else f"I am {PEOPLE[number]}, and I chose a clear photo."
    return photo_with(exercise, chosen, text, CAME[number % 6])


def photo_with(
    exercise: Any, chosen: dict[str, tuple[str, float]], text: str, late: timedelta | None
) -> Handed:
    """Return a hand-in with these answers below the starter code."""
    cells = []
    for one in exercise["cells"]:
        question = one["id"].removesuffix("-answer")
        source = "".join(one["source"])
        if one["id"] == "photo-reflection-answer" and text:
            source = text
        elif one["id"].endswith("-answer") and question in chosen:
            source = f"{source}\n{chosen[question][0]}"
        cells.append({**one, "source": source})
    points = tuple(chosen[question][1] for question, _ in QUESTIONS)
    return Handed({**exercise, "cells": cells}, points, text, late)


def everything_right() -> dict[str, tuple[str, float]]:
    """Return the first right answer to every question."""
    return {question: (CATALOGUE[question].right[0], most) for question, most in QUESTIONS}


def right_in(edition: str) -> float:
    """Return what is the right answer to the first question in an edition."""
    names: dict[str, Any] = {name: load(name, edition) for name in ("ratings", "photos")}
    exec(solution_source("photo-q1") or "", names)  # noqa: S102 - the course's own solution
    return float(names["formal_effect"])


def ps1_of(number: int) -> Handed:
    """Return a hand-in of the instructor's own small assignment; every second learner writes."""
    text = f"Mine is {PEOPLE[number]}." if number % 2 == 0 else ""
    sources = {"x": X[number % 3], "y": Y[number % 4], "y-check": "", "text": text or TEXT_STUB}
    notebook = json.loads(json.dumps(notebook_of(PS1)))
    for one in notebook["cells"]:
        one["source"] = sources.get(one["id"], one["source"])
    checks = (4.0 if number % 3 != 1 else 0.0, 2.0 if number % 4 == 0 else 0.0)
    return Handed(notebook, checks, text, CAME[number % 6])
