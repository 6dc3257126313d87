"""How right and wrong answers spread over many editions of the data.

In each edition a catalogued wrong number stands well apart from the right one, and over the editions a
right answer takes several values, so that no cohort can copy an earlier one's. Choices and functions
are the same everywhere on purpose: a choice is a reading, which counts only once something computed is
right, and a function is a rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.in_process import names_after, quietly_in, starter
from weakties.check import plain
from weakties.check.attempt import Attempt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.course import Course, Unit

    Right = dict[str, tuple[str, float, float | None]]
    """The right answers of a question in an edition: as a text, as a number, and the tolerance."""

TIMES_THE_TOLERANCE = 20
"""A wrong number has to be off by more tolerances than these."""
VALUES = 5
"""So many values a right answer has to take over the editions, at least."""
_OTHERS = ("same_date", "same_members", "same_table")
_SAME = 1e-9


@dataclass
class Spread:
    """What one answer was over the editions.

    Parameters
    ----------
    question, answer
        Which answer.
    values
        The different right values, as texts.
    nearest
        How many tolerances the nearest wrong number is off; infinitely many for a count.
    road, edition
        Which wrong road leads to that number, and where.
    """

    question: str
    answer: str
    values: set[str] = field(default_factory=set)
    nearest: float = float("inf")
    road: str = ""
    edition: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether it takes enough values, and every wrong road stands apart."""
        return len(self.values) >= VALUES and self.nearest > TIMES_THE_TOLERANCE

    def meet(self, off: float, road: str, edition: str) -> None:
        """Take a wrong road in, and keep it if it comes nearest."""
        if off < self.nearest:
            self.nearest, self.road, self.edition = off, road, edition

    def __str__(self) -> str:
        near = f"; {self.nearest:.3g} tolerances to '{self.road}' in {self.edition}"
        return (
            f"{self.question} {self.answer}: {len(self.values)} values{near if self.road else ''}"
        )


def spread(
    course: Course, unit: Unit, editions: Sequence[str], *, roads: bool = True
) -> list[Spread]:
    """Return how each computed answer of a unit spreads over editions, the first the open one.

    Parameters
    ----------
    course
        The course in a checkout, with ``solutions/`` and ``tests/answers/``.
    unit
        The unit.
    editions
        The editions of the data.
    roads
        Whether wrong answers are taken as well. One counts for an answer if it gets that answer wrong
        in the first edition, so that one which is right elsewhere by luck is found.
    """
    catalogue = read_catalogue(catalogue_path(course.root, unit.slug))
    notebook = json.loads((course.root / unit.solution).read_text("utf-8"))
    cells = {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}
    found: dict[tuple[str, str], Spread] = {}
    astray: set[tuple[str, str, str]] = set()
    for edition in editions:
        for question, known in catalogue.items():
            solution, check = cells[f"{question}-answer"], cells[f"{question}-check"]
            with quietly_in(edition):
                right = _right(solution, check)
                wrong = {
                    one.name: names_after(starter(solution), one.code)
                    for one in (known.wrong if roads else ())
                }
            for answer, (text, number, within) in right.items():
                one = found.setdefault((question, answer), Spread(question, answer))
                one.values.add(text)
                for road, names in wrong.items():
                    off = None if within is None else _off(names.get(answer), number)
                    if off is None:
                        continue
                    if edition == editions[0] and off > _SAME:
                        astray.add((question, answer, road))
                    if off > _SAME or (question, answer, road) in astray:
                        one.meet(_tolerances(off, within or 0.0), road, edition)
    return list(found.values())


def _right(solution: str, check: str) -> Right:
    """Return what the key compares each answer with, as the solution meets it."""
    with _noted() as right:
        names = names_after(solution, check)
    verdict = names["q"].verdict
    if verdict.earned != names["q"].points:
        raise ValueError(f"The solution of {names['q'].id} does not earn all points: {verdict}")
    return right


@contextmanager
def _noted() -> Iterator[Right]:
    right: Right = {}

    def noting(kind: str) -> Any:
        compare = getattr(Attempt, kind)

        def noted(attempt: Attempt, name: str, value: object, reference: Any, **more: Any) -> None:
            number = float(reference) if kind == "close" else float("nan")
            right[name] = (_text(reference), number, more["within"] if kind == "close" else None)
            compare(attempt, name, value, reference, **more)

        return noted

    with ExitStack() as patches:
        for kind in ("close", *_OTHERS):
            patches.enter_context(patch.object(Attempt, kind, noting(kind)))
        yield right


def _text(reference: Any) -> str:
    if hasattr(reference, "to_csv"):
        return str(reference.to_csv())
    if isinstance(reference, (str, float, int)) or not isinstance(reference, Iterable):
        return f"{reference:.9g}" if isinstance(reference, float) else str(reference)
    return " ".join(sorted(map(str, reference)))


def _off(value: object, right: float) -> float | None:
    try:
        return abs(plain.number(value) - right)
    except plain.NotPlain:
        return None


def _tolerances(off: float, within: float) -> float:
    if within:
        return off / within
    return float("inf") if off > _SAME else 0.0
