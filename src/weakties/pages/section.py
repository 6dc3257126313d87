"""What a report is made of: numbers, pictures and tables, each with what it can't tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Fact:
    """One number: what it is, and how sure, in words."""

    value: str
    name: str
    sure: str


class Basis(NamedTuple):
    """Of how many rows a part could use how many, and what those have that were used.

    Examples
    --------
    >>> str(Basis(3, 8, "people have a date")), Basis(3, 8, "").thin, Basis(5, 8, "").thin
    ('3 of 8 people have a date.', True, False)
    """

    used: int
    rows: int
    what: str

    @property
    def thin(self) -> bool:
        """Return whether half of the rows or fewer could be used."""
        return self.rows > 0 and 2 * self.used <= self.rows

    def __str__(self) -> str:
        """Return it as a sentence."""
        return f"{self.used:,} of {self.rows:,} {self.what}."


THIN = "Half of the rows or more could not be used: read this part with care."


@dataclass(frozen=True)
class Grid:
    """A table; the first column names the rows."""

    caption: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Picture:
    """A drawing with its caption, what a reader who can't see it has to know, and its numbers.

    `narrow` is the same drawn for a column as wide as a phone's; without it, a phone scrolls.
    """

    caption: str
    svg: str
    alt: str
    grid: Grid
    narrow: str = ""


@dataclass(frozen=True)
class Section:
    """One question that the export can answer in part.

    Parameters
    ----------
    title, question
        What it is about, and the question in the owner's words.
    facts
        Its numbers.
    words
        Sentences on them.
    pictures, grids
        The same to look at and to look up.
    cannot_tell
        What these numbers do not say.
    next_step
        One thing to do next.
    rests_on
        How many rows it could use.
    """

    title: str
    question: str
    facts: tuple[Fact, ...] = ()
    words: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    grids: tuple[Grid, ...] = ()
    cannot_tell: str = ""
    next_step: str = ""
    rests_on: tuple[Basis, ...] = ()

    @property
    def basis(self) -> str:
        """Return in words what it rests on, and whether that is half of the rows or less."""
        said = " ".join(map(str, self.rests_on))
        if not said:
            return ""
        return f"Rests on: {said}{f' {THIN}' if any(one.thin for one in self.rests_on) else ''}"
