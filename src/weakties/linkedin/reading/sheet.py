"""One file of an export as columns of text, with what was noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING, TypeVar

from weakties.linkedin.archive.shown import shown
from weakties.linkedin.csvfile import (
    TOO_LONG,
    Lines,
    Rows,
    doubtful_letters,
    find_header,
    rows_of,
)
from weakties.linkedin.errors import ExportError
from weakties.linkedin.reading.again import leave_out_headers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from weakties.linkedin.csvfile import Header
    from weakties.linkedin.export import Status

T = TypeVar("T")

FREE_TEXT = frozenset({"content", "subject", "message", "summary", "description", "text"})
"""What people wrote: it is kept as it stands, outer spaces and all."""

_AS_IT_STANDS = FREE_TEXT | {"sent_at"}
_NAMES = frozenset({"first_name", "last_name"})
# How programs write that there is nothing. A person may bear such a name.
_NOTHING = ("undefined", "null", "NULL", "N/A", "n/a", "#N/A", "NaN", "nan")


@dataclass(frozen=True)
class Remark:
    """A row that was not simply read, and why."""

    line: int
    status: Status
    reason: str


@dataclass
class Sheet:
    """The columns of one file.

    Parameters
    ----------
    file
        Its name.
    header
        Its first line.
    lines
        The number of each row's first line.
    columns
        Text by the names of our tables. Outside of free text ``undefined`` is empty and outer
        spaces are gone.
    remarks
        What was noticed, at most one for a line.
    notes
        A sentence for what was left aside.
    dates
        A sentence for what is to be known about how the dates were read.
    """

    file: str
    header: Header
    lines: list[int]
    columns: dict[str, list[str]]
    remarks: dict[int, Remark] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    def remark(self, line: int, status: Status, reason: str) -> None:
        """Note something about a row; the first remark on it stands."""
        self.remarks.setdefault(line, Remark(line, status, reason))

    def parsed(self, column: str, parse: Callable[[str], T | None], *, what: str) -> list[T | None]:
        """Return a column read by `parse`; a text that it can't read is remarked on."""
        known: dict[str, T | None] = {}
        values: list[T | None] = []
        for line, text in zip(self.lines, self.columns[column], strict=True):
            if text not in known:
                known[text] = parse(text) if text else None
            value = known[text]
            if value is None and text:
                self.remark(line, "unreadable", f"“{text[:40]}” is no {what} that LinkedIn writes")
            values.append(value)
        return values


def sheet_of(
    file: str,
    content: bytes,
    *,
    wanted: Sequence[frozenset[str]],
    columns: Mapping[str, tuple[str, ...]],
    most_rows: int = 100_000,
    most_lines: int = 4_000_000,
) -> Sheet | None:
    """Read a file into columns of text.

    Parameters
    ----------
    file, content
        Its name and bytes.
    wanted
        Sets of column names; a line with all of one set is the header.
    columns
        For each column of ours the names that it has had in files, in plain spelling.
    most_lines
        Lines, blank ones too: a message of LinkedIn's has a few.
    most_rows
        More than any file of LinkedIn's has; a list of connections ends at 30,000.

    Returns
    -------
    Sheet or None
        None if no line is the header.

    Raises
    ------
    ExportError
        If there are more lines or rows than that.
    """
    if any(end in content and content.count(end) > most_lines for end in (b"\n", b"\r")):
        raise ExportError(
            f"“{shown(file)}” has more than {most_lines:,} lines, which no such file of LinkedIn's "
            "has, so it was not read. Download your archive again and give that one."
        )
    lines = Lines(content)
    header = find_header(lines, wanted)
    if header is None:
        return None
    places = [header.at(*names) for names in columns.values()]
    values: list[list[str]] = [[] for _ in columns]
    there = [
        (at, column, name)
        for name, at, column in zip(columns, places, values, strict=True)
        if at is not None
    ]
    sheet = Sheet(file, header, [], {})
    tidy, tidy_name = _Tidy(_NOTHING), _Tidy(("undefined",))
    for numbers, by_column, faults in map(_filled, rows_of(lines, header)):
        sheet.lines.extend(numbers)
        if len(sheet.lines) > most_rows:
            raise ExportError(
                f"“{shown(file)}” has more than {most_rows:,} rows, which no such file of LinkedIn's "
                "has, so it was not read. Download your archive again and give that one."
            )
        for at, column, name in there:
            texts = by_column[at]
            if name in _AS_IT_STANDS:
                column.extend(texts)
            else:
                column.extend((tidy_name if name in _NAMES else tidy).all(texts))
        for number, fault in faults.items():
            sheet.remark(number, "unreadable", fault)
    sheet.columns = {
        name: column if at is not None else [""] * len(sheet.lines)
        for name, at, column in zip(columns, places, values, strict=True)
    }
    leave_out_headers(sheet, wanted, columns)
    doubt = doubtful_letters(content)
    if doubt:
        sheet.notes.append(f"{shown(file)}: {doubt}")
    return sheet


def _filled(rows: Rows) -> Rows:
    """Return rows without those in which nothing stands: a spreadsheet pads its tables with them."""
    if any(all(map(str.strip, column)) for column in rows.columns):
        return rows
    filled = [
        any(map(str.strip, row)) or rows.faults.get(line) == TOO_LONG
        for line, row in zip(rows.lines, zip(*rows.columns, strict=True), strict=True)
    ]
    lines = list(compress(rows.lines, filled))
    columns = [list(compress(column, filled)) for column in rows.columns]
    faults = {line: rows.faults[line] for line in lines if line in rows.faults}
    return Rows(lines, columns, faults)


class _Tidy(dict[str, str]):
    """Texts without outer spaces; names and addresses come again and again: one copy is kept."""

    def __init__(self, nothing: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(nothing, ""))

    def all(self, texts: Sequence[str]) -> Iterable[str]:
        """Return texts tidied, in their order."""
        if texts and texts[0] == texts[-1] and texts.count(texts[0]) == len(texts):
            return [self[texts[0]]] * len(texts)
        return map(self.__getitem__, texts)

    def __missing__(self, text: str) -> str:
        stripped = text.strip()
        return self.setdefault(stripped, stripped)
