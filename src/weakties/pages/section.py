"""What a report is made of: numbers, pictures and tables, each with what it can't tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Fact:
    """One number: what it is, and how sure, in words."""

    value: str
    name: str
    sure: str


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
    """

    title: str
    question: str
    facts: tuple[Fact, ...] = ()
    words: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    grids: tuple[Grid, ...] = ()
    cannot_tell: str = ""
    next_step: str = ""
