"""Lines to rows: a quoted field may span lines, but an open quote swallows no neighbor."""

from __future__ import annotations

import csv
from itertools import accumulate, count, islice
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from weakties.linkedin.csvfile.quoted import Quoted, turned

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from weakties.linkedin.csvfile.decoded import Lines
    from weakties.linkedin.csvfile.header import Header

TOO_LONG = "a field is too long to be read"

# A message has 8,000 characters at most.
_MOST_LINES = 5_000
# Python's collector looks at 700 new objects at a time: fewer than that are gone before it comes.
_AT_ONCE = 512
_AT_ONCE_AFTER_A_FAULT = 8_192
# What is left of a text, for which more has to be read, is not looked at again and again.
_LONGEST_LEFT = 1 << 20
# Lines that are passed over again after a fault; a file made to have faults without end is read
# line by line when they are used up.
_PATIENCE = 50_000_000


class Rows(NamedTuple):
    """Some rows of a table, one after the other.

    Parameters
    ----------
    lines
        The number of each row's first line in the file, from 1.
    columns
        As many as the header has, each with a cell for every row; missing cells are empty.
    faults
        What is wrong with a row's form, by its line; most rows have none.
    """

    lines: list[int]
    columns: list[list[str]]
    faults: dict[int, str]


def rows_of(lines: Lines, header: Header) -> Iterator[Rows]:
    """Yield the rows below a header, some at a time, blank lines left out.

    Where a record does not fit the header, its first line stands alone and reading goes on with
    the next, so that an open quotation mark costs one row.

    Parameters
    ----------
    lines
        Those below the header; they are used up.
    header
        It says how many cells a row has, and what parts them.
    """
    number = yield from _quoted(lines, header)
    reader = _Reader(len(header.columns), header.delimiter)
    block: list[str] = []
    at_once = _AT_ONCE
    while True:
        below = lines.some(at_once)
        more, at_once = bool(below), _AT_ONCE
        block += below
        if not block:
            return
        read = reader.in_form(block, number, more=more)
        if read is None:
            at_once = _AT_ONCE_AFTER_A_FAULT
            read = reader.mended(block, number, more=more)
        rows, used = read
        yield rows
        block, number = block[used:], number + used


def _quoted(lines: Lines, header: Header) -> Generator[Rows, None, int]:
    """Yield rows; put back what is not like them, and return the number of its first line."""
    reader = Quoted(
        len(header.columns),
        header.delimiter,
        longest=csv.field_size_limit(),
        most_lines=_MOST_LINES,
    )
    text, number = "", header.line + 1
    while True:
        below = lines.text()
        cut = reader.cut(text + below, more=bool(below))
        text = cut.left
        begins: list[int] = list(map(add, count(number), accumulate(cut.breaks, initial=0)))
        number = begins.pop()
        if begins:
            yield Rows(begins, cut.columns, {})
        if not cut.sound or len(text) > _LONGEST_LEFT:
            lines.put_back(text)
            return number
        if not below:
            return number


class _Reader:
    """Reads blocks of lines: at once where every record is in form, else one by one."""

    def __init__(self, width: int, delimiter: str) -> None:
        self._width, self._delimiter = width, delimiter
        self._patience = _PATIENCE

    def in_form(self, block: list[str], number: int, *, more: bool) -> tuple[Rows, int] | None:
        """Return the rows and how many lines they take; None if any record is not in form.

        While there are more lines to come, the last record may go on there and is left to them.
        """
        parser = csv.reader(block, delimiter=self._delimiter)
        cells: list[list[str]] = []
        ends: list[int] = []
        try:
            for record in parser:
                cells.append(record)
                ends.append(parser.line_num)
        except csv.Error:
            return None
        begins = [0, *ends]
        if more and ends:
            del cells[-1], ends[-1]
        if not ends or len(block) - ends[-1] > _MOST_LINES:
            return None
        if not more and not _is_whole(block, begins[len(ends) - 1], ends[-1]):
            return None
        if {len(record) for record in cells} - {self._width, 0}:
            return None
        spans = zip(begins, ends, strict=False)
        if len(block) > _MOST_LINES and any(end - begin > _MOST_LINES for begin, end in spans):
            return None
        lines = [number + begin for begin, record in zip(begins, cells, strict=False) if record]
        columns = turned([record for record in cells if record], self._width)
        return Rows(lines, columns, {}), ends[-1]

    def mended(self, block: list[str], number: int, *, more: bool) -> tuple[Rows, int]:
        """Return the rows and how many lines they take, with every fault."""
        lines: list[int] = []
        rows: list[list[str]] = []
        faults: dict[int, str] = {}
        parser, opened, at = csv.reader(block, delimiter=self._delimiter), 0, 0
        while at < len(block) and not (more and len(block) - at <= _MOST_LINES):
            cells = _next(parser) if self._patience > 0 else None
            end = opened + parser.line_num if self._patience > 0 else at + 1
            if cells is not None and len(cells) == self._width and _is_whole(block, at, end):
                lines.append(number + at)
                rows.append(cells)
                at = end
                continue
            if block[at].strip("\r\n"):
                alone, fault = _alone(block[at], self._width, self._delimiter)
                lines.append(number + at)
                rows.append(alone)
                faults.update({number + at: fault} if fault else {})
            at += 1
            if end != at:
                self._patience -= len(block)
                parser, opened = csv.reader(islice(block, at, None), delimiter=self._delimiter), at
        return Rows(lines, turned(rows, self._width), faults), at


def _next(parser: Iterator[list[str]]) -> list[str] | None:
    try:
        return next(parser, None)
    except csv.Error:
        return None


def _is_whole(block: list[str], at: int, end: int) -> bool:
    """Return whether a record on these lines ends where it should, not where the file does."""
    if end - at == 1 or (end < len(block) and end - at <= _MOST_LINES):
        return True
    return end - at <= _MOST_LINES and sum(line.count('"') for line in block[at:end]) % 2 == 0


def _alone(line: str, width: int, delimiter: str) -> tuple[list[str], str]:
    """Return the cells of a line that is no record, and what is wrong with it."""
    cells = _parsed(line, delimiter)
    if not cells:
        return [""] * width, TOO_LONG
    found = len(cells)
    if found > width and not any(cells[width:]):
        found = width
    if found == width:
        return cells[:width], ""
    fault = f"it has {found} fields, and the header has {width}"
    if found == 1 and line.count('"') % 2:
        fault = "a quotation mark is opened and never closed"
    if found > width:
        # What stands first and last is most likely in its place; the excess is in between.
        return [*cells[: width - 1], cells[-1]], fault
    return cells + [""] * (width - found), fault


def _parsed(line: str, delimiter: str) -> list[str]:
    # The csv module takes a carriage return for the end of a line wherever it stands.
    text = line.rstrip("\r\n").replace("\r", " ")
    return _next(csv.reader((text,), delimiter=delimiter)) or []
