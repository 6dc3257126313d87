"""What is printed for a unit, read from ``course/<unit>/handouts.toml`` and from what it names."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from weakties.course import CourseError
from weakties.facilitation import as_plain, load_facilitation, table_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from weakties.course import Unit

HANDOUTS: Final = "handouts.toml"


@dataclass(frozen=True)
class Poster:
    """A few words on a sheet of its own, to be read across a room."""

    use: str
    words: str


@dataclass(frozen=True)
class Slip:
    """A card of which several fit on a sheet: its heading, its lines, and how many are needed."""

    use: str
    title: str
    text: tuple[str, ...] = ()
    copies: int = 1


@dataclass(frozen=True)
class Page:
    """A text for one sheet or more, in Markdown, and how many are needed."""

    use: str
    text: str
    copies: int = 1


Handout = Poster | Slip | Page


def load_handouts(root: Path, unit: Unit) -> tuple[Handout, ...]:
    """Return what is printed for a unit, in the order in which it is written; nothing without a file.

    Parameters
    ----------
    root
        The course, with ``course/`` below it.
    unit
        The unit.

    Raises
    ------
    CourseError
        If the file cannot be read, or names what is not there.
    """
    path = root / "course" / unit.slug / HANDOUTS
    if not path.is_file():
        return ()
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return tuple(_handouts(told, root, unit))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CourseError(f"{path} is not in its form: {error}.") from None


def _handouts(told: dict[str, Any], root: Path, unit: Unit) -> Iterator[Handout]:
    for kind, entries in told.items():
        if kind not in _KINDS:
            raise CourseError(f"A handout is one of {', '.join(_KINDS)}, not {kind}.")
        for entry in entries:
            yield from _KINDS[kind](entry, root, unit)


def _posters(entry: dict[str, Any], _root: Path, _unit: Unit) -> Iterator[Handout]:
    yield from (Poster(entry["use"], words) for words in entry["words"])


def _slips(entry: dict[str, Any], _root: Path, _unit: Unit) -> Iterator[Handout]:
    yield Slip(entry["use"], entry["title"], tuple(entry["text"]), entry.get("copies", 1))


def _dots(entry: dict[str, Any], _root: Path, _unit: Unit) -> Iterator[Handout]:
    yield from (Slip(entry["use"], "● " * number, (f"{number}",)) for number in entry["numbers"])


def _columns(entry: dict[str, Any], root: Path, unit: Unit) -> Iterator[Handout]:
    rows = table_in(_section(entry, root, unit))
    yield from (Poster(entry["use"], as_plain(row[entry["column"]])) for row in rows)


def _quotes(entry: dict[str, Any], root: Path, unit: Unit) -> Iterator[Handout]:
    quote = re.search(r"(?:^>.*\n?)+", _section(entry, root, unit), re.MULTILINE)
    if quote is None:
        raise CourseError(f"“{entry['section']}” quotes nothing that could be printed.")
    yield Page(entry["use"], re.sub(r"^> ?", "", quote[0], flags=re.MULTILINE), entry["copies"])


def _pages(entry: dict[str, Any], root: Path, unit: Unit) -> Iterator[Handout]:
    text = (root / "course" / unit.slug / entry["file"]).read_text(encoding="utf-8")
    yield Page(entry["use"], text, entry.get("copies", 1))


def _section(entry: dict[str, Any], root: Path, unit: Unit) -> str:
    sections = load_facilitation(root, unit).sections
    if entry["section"] not in sections:
        raise CourseError(f"The page for instructors has no part “{entry['section']}”.")
    return sections[entry["section"]]


_KINDS: Final[dict[str, Callable[[dict[str, Any], Path, Unit], Iterator[Handout]]]] = {
    "posters": _posters,
    "columns": _columns,
    "slips": _slips,
    "dots": _dots,
    "quotes": _quotes,
    "pages": _pages,
}
"""What a file may hold: words, a column of a table of facilitate.md, cards, cards with dots, a text
quoted in facilitate.md, and another file of the unit."""
