"""How a unit is taught in a room, read from ``course/<unit>/facilitate.md``.

The page is written for people and read by the commands as well: the table *The clock* is the one
place where minutes in a room stand, and the list *If you are late* the one place for cuts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, get_args

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.course import Unit

Of = Literal["lesson", "exercise", "together"]
"""What a part belongs to; what people do together has no notebook."""

BEFORE: Final = "Before"
CLOCK: Final = "The clock"
LATE: Final = "If you are late"
OUTCOMES: Final = "What they can do afterwards"
WRONG: Final = "What goes wrong, and what to say"
_CLOCK_COLUMNS = ("part", "of", "minutes", "you", "they")
_WRONG_COLUMNS = ("you see", "they think", "say")
_MINUTES = re.compile(r"(\d+)(?:–(\d+))?")
_CUT = re.compile(r"\d+\. \*(?P<part>.+?)\*, (?P<won>\d+) minutes? won: (?P<what>.+)")
_NUMBERED = re.compile(r"\d+\. ")
_LINK = re.compile(r"\[([^]]+)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*{1,3})(\S(?:.*?\S)?)\1")


@dataclass(frozen=True)
class Part:
    """One row of the clock: what it is called, its least and most minutes, who does what."""

    title: str
    of: Of
    minutes: tuple[int, int]
    you: str
    they: str


@dataclass(frozen=True)
class Cut:
    """What can be left out of a part, and the minutes that this wins."""

    part: str
    won: int
    what: str


@dataclass(frozen=True)
class Wrong:
    """What an instructor may see, what people think then, and what to say."""

    seen: str
    think: str
    say: str


@dataclass(frozen=True)
class Facilitation:
    """How a unit is taught in a room.

    Parameters
    ----------
    title, opening
        The page's heading, and what stands below it.
    parts, cuts, wrong
        The clock, the cuts in the order in which to make them, and what goes wrong.
    sections
        All sections by their headings, as Markdown.
    """

    title: str
    opening: str
    parts: tuple[Part, ...]
    cuts: tuple[Cut, ...]
    wrong: tuple[Wrong, ...]
    sections: dict[str, str]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Return what people can do afterwards, one sentence each."""
        lines = self.sections.get(OUTCOMES, "").splitlines()
        return tuple(line.removeprefix("- ") for line in lines if line.startswith("- "))

    @property
    def never(self) -> str:
        """Return what stands below the cuts: what is never cut."""
        lines = self.sections.get(LATE, "").splitlines()
        return " ".join(line for line in lines if line and not _NUMBERED.match(line))

    def minutes(self, *of: Of) -> tuple[int, int]:
        """Return the least and the most minutes of all parts, or of those of some kinds."""
        parts = [part for part in self.parts if part.of in (of or get_args(Of))]
        return sum(part.minutes[0] for part in parts), sum(part.minutes[1] for part in parts)

    def won(self, *of: Of) -> int:
        """Return the minutes that all cuts win, or those in parts of some kinds."""
        kinds = {part.title: part.of for part in self.parts}
        return sum(cut.won for cut in self.cuts if kinds[cut.part] in (of or get_args(Of)))

    @property
    def sums(self) -> str:
        """Return the sentence that says what the clock and the cuts add up to."""
        each = ", ".join(f"{of} {_span(self.minutes(of))}" for of in get_args(Of))
        inside: tuple[Of, ...] = ("lesson", "together")
        return (
            f"In all {_span(self.minutes())} minutes: {each}. "
            f"With every cut {_span(_less(self.minutes(), self.won()))}; with the exercise at home "
            f"as well {_span(_less(self.minutes(*inside), self.won(*inside)))}."
        )


@cache
def load_facilitation(root: Path, unit: Unit) -> Facilitation:
    """Read how a unit is taught, from the course whose ``course/`` lies below `root`.

    Raises
    ------
    CourseError
        If the page cannot be read, or its clock or its cuts are not in their form.
    """
    path = root / "course" / unit.slug / "facilitate.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    return facilitation_in(text)


def facilitation_in(text: str) -> Facilitation:
    """Return what a page for instructors says.

    Raises
    ------
    CourseError
        If its clock or its cuts are not in their form; the message names the line.
    """
    head, *rest = re.split(r"^## ", text, flags=re.MULTILINE)
    title, _, opening = head.partition("\n")
    sections = {
        heading.strip(): body.strip() for heading, _, body in (one.partition("\n") for one in rest)
    }
    parts = tuple(_part(row) for row in rows_of(sections.get(CLOCK, ""), _CLOCK_COLUMNS))
    if not parts:
        raise CourseError(f"It needs a table under “{CLOCK}”: {' | '.join(_CLOCK_COLUMNS)}.")
    cuts = tuple(_cuts(sections.get(LATE, ""), parts))
    wrong = tuple(Wrong(*row) for row in rows_of(sections.get(WRONG, ""), _WRONG_COLUMNS))
    return Facilitation(title.removeprefix("# "), opening.strip(), parts, cuts, wrong, sections)


def table_in(markdown: str) -> list[dict[str, str]]:
    r"""Return the rows of the first table, each cell by its column's name.

    Examples
    --------
    >>> table_in("Two:\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    [{'a': '1', 'b': '2'}]
    """
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    heads = tuple(cell.strip() for cell in lines[0].strip("|").split("|")) if lines else ()
    return [dict(zip(heads, row, strict=True)) for row in rows_of("\n".join(lines), heads)]


def rows_of(markdown: str, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    r"""Yield the rows of all tables with these columns, cell by cell.

    Examples
    --------
    >>> list(rows_of("| a | b |\n|---|---|\n| 1 | |", ("a", "b")))
    [('1', '')]
    """
    inside = False
    for line in markdown.splitlines():
        if not line.startswith("|"):
            inside = False
            continue
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if cells == columns:
            inside = True
        elif inside and set(line) - set("|-: "):
            if len(cells) != len(columns):
                raise CourseError(f"This row has {len(cells)} cells, not {len(columns)}: {line}")
            yield cells


def _part(row: tuple[str, ...]) -> Part:
    title, of, minutes, you, they = row
    found = _MINUTES.fullmatch(minutes)
    if of not in get_args(Of) or not found:
        raise CourseError(
            f"“{title}” needs one of {', '.join(get_args(Of))}, and minutes such as 3–4; "
            f"it has “{of}” and “{minutes}”."
        )
    least, most = int(found[1]), int(found[2] or found[1])
    if least > most:
        raise CourseError(f"“{title}” has at least {least} minutes and at most {most}.")
    kind: Of = next(one for one in get_args(Of) if one == of)
    return Part(title, kind, (least, most), you, they)


def _cuts(late: str, parts: tuple[Part, ...]) -> Iterator[Cut]:
    least = {part.title: part.minutes[0] for part in parts}
    for line in late.splitlines():
        if not _NUMBERED.match(line):
            continue
        found = _CUT.fullmatch(line)
        if not found or found["part"] not in least:
            raise CourseError(
                f"A cut reads “1. *part of the clock*, 4 minutes won: what to leave out.” "
                f"This one does not: {line}"
            )
        cut = Cut(found["part"], int(found["won"]), found["what"])
        least[cut.part] -= cut.won
        if least[cut.part] < 0:
            raise CourseError(f"The cuts win more of “{cut.part}” than its least minutes.")
        yield cut


def _less(span: tuple[int, int], won: int) -> tuple[int, int]:
    return span[0] - won, span[1] - won


def _span(span: tuple[int, int]) -> str:
    return f"{span[0]} to {span[1]}" if span[0] != span[1] else f"{span[0]}"


def as_plain(markdown: str) -> str:
    """Return a line of Markdown without its signs for emphasis and links.

    Examples
    --------
    >>> as_plain("Leave out *Most sales*: see [the sheet](sheet.md)")
    'Leave out Most sales: see the sheet'
    """
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", markdown))
