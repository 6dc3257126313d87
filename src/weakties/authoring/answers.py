"""Catalogued answers: right ones, wrong ones with what they must be told, and the rude set."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Wrong:
    """A wrong answer, what it is worth, and what its learner must read.

    Parameters
    ----------
    name
        The misconception, in a few words.
    code
        Python that stands in the answer cell below the starter code.
    points
        Exactly what it must get.
    says
        A phrase that the check's message must contain.
    """

    name: str
    code: str
    points: float
    says: str


@dataclass(frozen=True)
class Catalogue:
    """The catalogued answers of one question.

    Parameters
    ----------
    right
        Python of right answers, in different styles.
    wrong
        Wrong answers that people give.
    """

    right: Sequence[str]
    wrong: Sequence[Wrong]


@dataclass(frozen=True)
class Variant:
    """One answer as it is handed in, and what it must get: everything `prove` needs to know."""

    question: str
    kind: str
    name: str
    code: str
    points: float
    says: str = ""


RUDE: Mapping[str, str] = {
    "three dots": "...",
    "None": "None",
    "NaN": "float('nan')",
    "infinity": "float('inf')",
    "a text": "'nonsense'",
    "a list": "[1, 2, 3]",
    "a Series": "__import__('pandas').Series([1.0, 2.0])",
    "equals everything": "type('Everything', (), {'__eq__': lambda a, b: True, "
    "'__float__': lambda a: 1.0, '__hash__': None, '__le__': lambda a, b: True, "
    "'__ge__': lambda a, b: True, '__sub__': lambda a, b: 0.0, '__abs__': lambda a: 0.0, "
    "'casefold': lambda a: a, 'strip': lambda a: a})()",
}
"""Values that no question expects, as Python; each must get 0 points and an orderly message."""


def catalogue_path(root: Path, unit: str) -> Path:
    """Return where a unit's catalogue lies in a checkout."""
    return root / "tests" / "answers" / f"{unit}.py"


def read_catalogue(path: Path) -> dict[str, Catalogue]:
    """Read a unit's catalogue.

    Parameters
    ----------
    path
        A Python file that defines ``ANSWERS``, question id to `Catalogue`.

    Raises
    ------
    CourseError
        If the file is missing or defines no ``ANSWERS``.
    """
    if not path.is_file():
        raise CourseError(f"There is no answers file {path.name}: write tests/answers/{path.name}.")
    spec = importlib.util.spec_from_file_location(f"answers_of_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise CourseError(f"{path.name} cannot be read as Python.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    answers: dict[str, Catalogue] | None = getattr(module, "ANSWERS", None)
    if answers is None:
        raise CourseError(f"{path.name} defines no ANSWERS.")
    return answers


def variants_of(
    question: str, points: float, catalogue: Catalogue, names: Sequence[str]
) -> list[Variant]:
    """Return every answer that is to be handed in for a question.

    Parameters
    ----------
    question
        Its id.
    points
        What a full answer is worth.
    catalogue
        Its right and wrong answers.
    names
        The variables that its answer cell assigns; the rude set goes into all of them.
    """
    right = [
        Variant(question, "right", f"right {i}", code, points)
        for i, code in enumerate(catalogue.right, start=1)
    ]
    wrong = [
        Variant(question, "wrong", entry.name, entry.code, entry.points, entry.says)
        for entry in catalogue.wrong
    ]
    rude = [
        Variant(question, "rude", name, " = ".join([*names, value]), 0.0, f"`{names[0]}`")
        for name, value in RUDE.items()
    ]
    return [*right, *wrong, *rude]
