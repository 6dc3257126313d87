"""What an entry of the catalogue is made of: cells as a teacher writes them, and what learners answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Literal

LEARNERS = ("solution", "style", "types", "wrong", "blank")
"""Who hands in every theme: the key, two right answers, a wrong one and the untouched release."""
RIGHT = ("solution", "style", "types")

Kind = Literal["answer", "check", "given", "free", "manual", "essay", "task"]
Answers = str | Mapping[str, str]


@dataclass(frozen=True)
class Cell:
    """A cell of an exercise.

    Parameters
    ----------
    kind
        `answer` and `check` are nbgrader's autograded pair; `given` is locked, `free` has no id;
        `manual` (code), `essay` (text) and `task` are graded by a person.
    name
        Its name within the entry.
    source
        What stands in it; for an answer, the solution.
    points
        What it is worth.
    stub
        What stands in the instructor's source instead of a solution.
    """

    kind: Kind
    name: str
    source: str
    points: float | None = None
    stub: str | None = None


def _text(source: str) -> str:
    return dedent(source).strip("\n")


def answer(source: str, name: str = "answer", *, stub: str | None = None) -> Cell:
    """Return a cell that learners fill in."""
    return Cell("answer", name, _text(source), stub=None if stub is None else _text(stub))


def check(name: str, source: str, points: float = 1) -> Cell:
    """Return a check."""
    return Cell("check", name, _text(source), points)


def given(source: str, name: str = "given") -> Cell:
    """Return a locked cell of the instructor's."""
    return Cell("given", name, _text(source))


def free(source: str) -> Cell:
    """Return a cell that anybody may change."""
    return Cell("free", "", _text(source))


def by_hand(
    kind: Literal["manual", "essay", "task"], source: str, name: str, points: float
) -> Cell:
    """Return a cell that a person grades."""
    return Cell(kind, name, _text(source), points)


@dataclass(frozen=True)
class Entry:
    """A few cells of an exercise, and what learners answer.

    Parameters
    ----------
    name
        Its name within the theme; the ids of its cells begin with it.
    cells
        Its cells, in order.
    answers
        By learner, what `style`, `types` and `wrong` write into the answer cells, by name.
    fails
        The checks on which `wrong` gets less than full points; it gets all the others.
    passes_blank
        The checks on which even `blank` gets points.
    """

    name: str
    cells: tuple[Cell, ...]
    answers: Mapping[str, Mapping[str, str]]
    fails: tuple[str, ...]
    passes_blank: tuple[str, ...] = ()

    @property
    def solution(self) -> dict[str, str]:
        """Return what the instructor answers."""
        return {one.name: one.source for one in self.cells if one.kind in ("answer", "manual")}

    @property
    def checks(self) -> list[Cell]:
        """Return the checks."""
        return [one for one in self.cells if one.kind == "check"]

    def answered_by(self, learner: str) -> dict[str, str]:
        """Return what a learner answers; nothing where the stub stays."""
        return {} if learner == "blank" else {**self.solution, **self.answers.get(learner, {})}

    def earns_all(self, learner: str, check_name: str) -> bool:
        """Return whether the catalogue expects full points."""
        if learner == "blank":
            return check_name in self.passes_blank
        return learner in RIGHT or check_name not in self.fails


def entry(
    name: str,
    *cells: Cell,
    wrong: Answers,
    style: Answers = "",
    types: Answers = "",
    fails: str = "",
    passes_blank: str = "",
) -> Entry:
    """Return an entry.

    An answer that is one text goes into the first answer cell. Without `types`, that learner answers
    as `style` does. `wrong` fails the last check if nothing is said.

    Raises
    ------
    ValueError
        If something is named that is not there, or two cells have one name.
    """
    first = next((one.name for one in cells if one.kind == "answer"), "")

    def by_cell(answers: Answers) -> dict[str, str]:
        named = {first: answers} if isinstance(answers, str) else answers
        return {cell: _text(text) for cell, text in named.items() if text}

    checks = [one.name for one in cells if one.kind == "check"]
    made = Entry(
        name,
        cells,
        {
            "style": by_cell(style),
            "types": by_cell(types or style),
            "wrong": by_cell(wrong),
        },
        tuple(fails.split() or checks[-1:]),
        tuple(passes_blank.split()),
    )
    unknown = {cell for answers in made.answers.values() for cell in answers} - made.solution.keys()
    unknown |= {*made.fails, *made.passes_blank} - {*checks}
    if unknown:
        raise ValueError(f"{name} has no cell {unknown}")
    named = [one.name for one in cells if one.name]
    if len(set(named)) < len(named):
        raise ValueError(f"{name} has two cells of one name")
    return made


@dataclass(frozen=True)
class Theme:
    """Entries that make one notebook.

    Parameters
    ----------
    name
        The assignment's and the notebook's name.
    entries
        The entries, in order; they share one notebook, so each has names of its own.
    first
        The notebook's first cell, the usual imports.
    files
        The files beside the notebook.
    """

    name: str
    entries: tuple[Entry, ...]
    first: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
