"""What is asked before and after a workshop, read from ``course/survey.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

When = Literal["before", "after"]
About = Literal["confidence", "intention"]

LETTERS: Final = "abcdefgh"
SCALE: Final = ("not at all", "hardly", "partly", "mostly", "fully")
"""The five answers to a statement, from 1 to 5."""
AGREES: Final = 4
"""From this answer on somebody agrees."""


@dataclass(frozen=True)
class Form:
    """How an item is asked at one time: the question, its choices, and which of them is right."""

    text: str
    choices: tuple[str, ...]
    right: int


@dataclass(frozen=True)
class Item:
    """A question of knowledge with its two parallel forms."""

    id: str
    unit: str
    before: Form
    after: Form

    def at(self, when: When) -> Form:
        """Return the form for one time."""
        return self.before if when == "before" else self.after


@dataclass(frozen=True)
class Statement:
    """A sentence that somebody agrees with, from 1 to 5; the same at both times."""

    id: str
    about: About
    text: str


@dataclass(frozen=True)
class Questionnaire:
    """All that is asked."""

    items: tuple[Item, ...]
    statements: tuple[Statement, ...]

    def of(self, units: Iterable[str]) -> Questionnaire:
        """Return what concerns some units, and all statements."""
        kept = set(units)
        return Questionnaire(
            tuple(item for item in self.items if item.unit in kept), self.statements
        )


def load_questionnaire(root: Path) -> Questionnaire:
    """Read the questionnaire of the course whose ``course/`` lies below `root`.

    Raises
    ------
    CourseError
        If it cannot be read, or an item has no right answer among its choices.
    """
    path = root / "course" / "survey.toml"
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        items = tuple(
            Item(
                one["id"],
                one["unit"],
                Form(one["before"], tuple(one["before_choices"]), one["right"][0]),
                Form(one["after"], tuple(one["after_choices"]), one["right"][1]),
            )
            for one in told["items"]
        )
        statements = tuple(Statement(**one) for one in told["statements"])
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, IndexError) as error:
        raise CourseError(f"{path} is not in its form: {error}.") from None
    for item in items:
        for form in (item.before, item.after):
            if not 0 <= form.right < len(form.choices) <= len(LETTERS):
                raise CourseError(f"{item.id}: no choice {form.right} to be right.")
    for statement in statements:
        if statement.about not in get_args(About):
            raise CourseError(f"{statement.id} is about {' or '.join(get_args(About))}.")
    return Questionnaire(items, statements)
