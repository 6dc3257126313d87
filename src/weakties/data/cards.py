"""Cards: what a dataset is, read from its entry in ``data/datapackage.json``.

The file is a Frictionless Data Package. What that standard has no word for stands under keys of
our own: ``row``, ``generator``, ``planted``, ``limits``, ``do_not_conclude``; and ``draft`` for a
card whose generator is still being written, which nobody can load yet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from weakties.content import content_root
from weakties.course import CourseError
from weakties.data.planted import is_told
from weakties.markup import with_code

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLANTED = "Planted in this simulated world"
_CONCLUDE = "Do not conclude"
_NOT_YET = (
    "Effects of known size: finding them is the exercise. They stand here once its questions are "
    "done, with what not to conclude from them; after a first attempt "
    '`about("{}", planted=True)` shows both.'
)


class DataError(CourseError):
    """A dataset or an edition that does not exist, or a card that does not fit."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    type: str
    description: str
    unit: str = ""
    allowed: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    required: bool = True

    @property
    def meaning(self) -> str:
        """Return what it says, in which unit, and which words it may hold.

        Examples
        --------
        >>> Column("crop", "string", "What is shown.", allowed=("bust", "face")).meaning
        'What is shown. One of: bust, face.'
        """
        unit = f" Unit: {self.unit}." if self.unit else ""
        words = f" One of: {', '.join(self.allowed)}." if self.allowed else ""
        return f"{self.description}{unit}{words}"


@dataclass(frozen=True)
class Planted:
    """An effect that the generator puts into the data on purpose."""

    name: str
    size: float
    unit: str
    about: str


@dataclass(frozen=True)
class Card:
    """The description of one dataset.

    Parameters
    ----------
    name, title, description
        What it is called and about.
    path
        Its file below ``data/``.
    generator
        The function that makes it, with its module.
    row
        What one row is.
    columns
        Its columns in order.
    planted
        The effects put in on purpose, with their sizes.
    limits, do_not_conclude
        What it lacks, and what nobody should take from it.
    checksum
        ``sha256:…`` of the committed file.
    asked
        Whether what was planted was asked for.
    """

    name: str
    title: str
    description: str
    path: str
    generator: str
    row: str
    columns: tuple[Column, ...]
    planted: tuple[Planted, ...]
    limits: tuple[str, ...]
    do_not_conclude: tuple[str, ...]
    checksum: str
    license: str
    asked: bool = False

    def size_of(self, effect: str) -> float:
        """Return the size of a planted effect.

        Raises
        ------
        DataError
            If the card names no such effect.
        """
        for planted in self.planted:
            if planted.name == effect:
                return planted.size
        raise DataError(f"The card of '{self.name}' plants no '{effect}'.")

    def _lists(self, *, sizes: bool) -> list[tuple[str, Sequence[str]]]:
        """Return what stands below the columns, each list under its heading.

        What not to conclude speaks of what is to be found, so both are told together.
        """
        limits = ("Limits", self.limits)
        if not is_told(self.name, asked=self.asked):
            return [limits, (_PLANTED, [_NOT_YET.format(self.name)])]
        told = [f"{p.about} ({p.size:g} {p.unit})" if sizes else p.about for p in self.planted]
        return [limits, (_PLANTED, told), (_CONCLUDE, self.do_not_conclude)]

    def __str__(self) -> str:
        """Return the card as plain text."""
        lines = [f"{self.title} ({self.name})", self.description, f"One row is {self.row}.", ""]
        lines += [f"  {c.name:<20} {c.type:<8} {c.meaning}" for c in self.columns]
        lines.append("")
        for heading, items in self._lists(sizes=True):
            lines += [f"{heading}:", *(f"  {text}" for text in items)]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th scope='row' style='text-align:left'><code>{escape(c.name)}</code></th>"
            f"<td style='text-align:left'>{escape(c.type)}</td>"
            f"<td style='text-align:left'>{with_code(c.meaning)}</td></tr>"
            for c in self.columns
        )
        heads = "".join(
            f"<th scope='col' style='text-align:left'>{head}</th>"
            for head in ("column", "type", "what it says")
        )
        return (
            f"<section aria-label='Card of the dataset {escape(self.name)}'>"
            f"<p><strong>{escape(self.title)}</strong> (<code>{escape(self.name)}</code>). "
            f"{with_code(self.description)} One row is {escape(self.row)}.</p>"
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
            + "".join(_list(heading, items) for heading, items in self._lists(sizes=False))
            + "</section>"
        )


def about(name: str, *, planted: bool = False) -> Card:
    """Return the card of a dataset.

    Parameters
    ----------
    name
        Such as ``"ratings"``.
    planted
        Whether to show what was planted in it, which takes an attempt at a question about it.

    Raises
    ------
    DataError
        If there is no such dataset; the message names those that exist.
    """
    cards = all_cards()
    if name not in cards and name in _drafts():
        raise DataError(
            f"The card of '{name}' is a draft. Once its generator is written, take \"draft\" out of "
            "data/datapackage.json and run `weakties author data`."
        )
    if name not in cards:
        raise DataError(f"There is no dataset '{name}'. There are: {', '.join(cards)}.")
    return replace(cards[name], asked=True) if planted else cards[name]


@cache
def all_cards() -> dict[str, Card]:
    """Return all cards that are no drafts by name, in the order of ``datapackage.json``."""
    package = _package()
    licenses = " · ".join(entry["title"] for entry in package["licenses"])
    return {
        entry["name"]: _card(entry, licenses)
        for entry in package["resources"]
        if not is_draft(entry)
    }


def is_draft(entry: dict[str, Any]) -> bool:
    """Say whether the generator of a card's entry is still being written."""
    return bool(entry.get("draft"))


def _drafts() -> list[str]:
    return [entry["name"] for entry in _package()["resources"] if is_draft(entry)]


def _package() -> dict[str, Any]:
    package: dict[str, Any] = json.loads(
        (content_root() / "data" / "datapackage.json").read_text("utf-8")
    )
    return package


def _card(entry: dict[str, Any], license_: str) -> Card:
    return Card(
        name=entry["name"],
        title=entry["title"],
        description=entry["description"],
        path=entry["path"],
        generator=entry["generator"],
        row=entry["row"],
        columns=tuple(_column(field) for field in entry["schema"]["fields"]),
        planted=tuple(Planted(**planted) for planted in entry["planted"]),
        limits=tuple(entry["limits"]),
        do_not_conclude=tuple(entry["do_not_conclude"]),
        checksum=entry.get("hash", ""),
        license=license_,
    )


def _column(field: dict[str, Any]) -> Column:
    rules = field.get("constraints", {})
    return Column(
        name=field["name"],
        type=field["type"],
        description=field["description"],
        unit=field.get("unit", ""),
        allowed=tuple(rules.get("enum", ())),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        required=rules.get("required", False),
    )


def _list(heading: str, items: Sequence[str]) -> str:
    entries = "".join(f"<li>{with_code(item)}</li>" for item in items)
    return f"<p style='margin-bottom:0'>{heading}:</p><ul>{entries}</ul>"
