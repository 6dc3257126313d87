"""Who reads which texts, as ``cohort.toml`` says it."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.grading.cohort.entries import (
    CohortError,
    checked_entry,
    entries_in,
    is_number,
    text_in,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALL = 100.0


@dataclass(frozen=True)
class Reader:
    """Somebody who reads what learners wrote.

    Parameters
    ----------
    name
        Who.
    questions
        Which questions, by name or by a pattern such as ``photo-*``; all if empty.
    share
        How much of them: somebody with 2 reads twice as much as somebody with 1.
    """

    name: str
    questions: tuple[str, ...] = ()
    share: float = 1.0

    def reads(self, question: str) -> bool:
        """Say whether a question is among those that they read.

        Examples
        --------
        >>> Reader("ann").reads("q1"), Reader("ann", ("photo-*",)).reads("quality-q1")
        (True, False)
        """
        return not self.questions or any(fnmatch.fnmatchcase(question, p) for p in self.questions)


@dataclass(frozen=True)
class Readers:
    """Who reads, and how many of the texts in a hundred a second person reads as well."""

    people: tuple[Reader, ...] = ()
    second_percent: float = 0.0

    def named(self, name: str) -> Reader | None:
        """Return the reader of that name, if there is one."""
        return next((one for one in self.people if one.name == name), None)


def readers_in(table: Mapping[str, Any]) -> Readers:
    """Return who reads.

    Parameters
    ----------
    table
        The content of ``cohort.toml``.

    Raises
    ------
    CohortError
        If an entry can't be followed; the text names it.
    """
    people = tuple(_reader(one) for one in entries_in(table, "readers"))
    names = [one.name for one in people]
    if double := {name for name in names if names.count(name) > 1}:
        raise CohortError(f"{min(double)} stands twice among the readers: make it one entry.")
    percent = _second_percent(table.get("reading", {}))
    if percent and len(people) == 1:
        raise CohortError("a second reader is asked for, and only one person is among the readers.")
    if percent and not people:
        raise CohortError("a second reader is asked for, and there is no [[readers]] yet: add two.")
    return Readers(people, percent)


def _reader(raw: Any) -> Reader:
    entry = checked_entry(raw, "readers", {"name", "questions", "share"}, {"name"})
    name = text_in(entry, "name", "readers").strip()
    if not name:
        raise CohortError("an entry of readers has an empty name.")
    questions = entry.get("questions", [])
    if not isinstance(questions, list) or not all(isinstance(one, str) for one in questions):
        raise CohortError(f'write the questions of {name} as ["photo-reflection", "quality-*"].')
    if "questions" in entry and not questions:
        raise CohortError(f"{name} reads no question: leave questions out, and it is all of them.")
    share = entry.get("share", 1)
    if not is_number(share) or not 0 < share < float("inf"):
        raise CohortError(f"the share of {name} is a number above 0, such as 1 or 2.")
    return Reader(name, tuple(questions), float(share))


def _second_percent(raw: Any) -> float:
    percent = checked_entry(raw, "reading", {"second_percent"}, set()).get("second_percent", 0)
    if not is_number(percent) or not 0 <= percent <= _ALL:
        raise CohortError("reading.second_percent is a number from 0 to 100.")
    return float(percent)
