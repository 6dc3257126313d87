"""The cards as their files hold them: read whole, or refused with the reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from weakties.course import Unit


@dataclass(frozen=True)
class Card:
    """One question about what a unit teaches.

    Parameters
    ----------
    id
        Such as ``"photo-glance"``; it begins with the unit.
    question, answer
        What is asked, and what to say.
    why
        The reason, or how far the answer reaches.
    source
        Where it is from.
    taught
        Where the unit says it: the id of a cell of its lesson, or of an evidence card.
    """

    id: str
    question: str
    answer: str
    why: str
    source: str
    taught: str


def cards_in(text: str) -> tuple[Card, ...]:
    """Return the cards that a text holds.

    Raises
    ------
    CourseError
        If it is not valid TOML, or if a card lacks a part or has one that nobody reads.
    """
    try:
        entries = tomllib.loads(text).get("cards", [])
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"It is not valid TOML: {error}.") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CourseError("Each card begins with [[cards]] on a line of its own.")
    parts = {field.name for field in fields(Card)}
    for number, entry in enumerate(entries, start=1):
        name = entry.get("id", f"number {number}")
        if wrong := parts ^ entry.keys():
            raise CourseError(f"The card {name} lacks, or should not have: {_listed(wrong)}.")
        if empty := {part for part in parts if not _is_said(entry[part])}:
            raise CourseError(f"The card {name} has nothing under: {_listed(empty)}.")
    return tuple(Card(**entry) for entry in entries)


def cards_of(root: Path, units: Iterable[Unit]) -> tuple[Card, ...]:
    """Return the cards of units in their order; none where a unit has none.

    Parameters
    ----------
    root
        The folder that holds ``course/``.
    units
        The units.
    """
    return tuple(card for unit in units for card in _at(root / "course" / unit.slug))


@cache
def _at(folder: Path) -> tuple[Card, ...]:
    path = folder / "recall.toml"
    return cards_in(path.read_text(encoding="utf-8")) if path.is_file() else ()


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
