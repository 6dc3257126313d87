"""Lines to rows: a quoted field may span lines, but an open quote swallows no neighbor."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.linkedin.csvfile.header import Header

# A message has 8,000 characters at most.
_MOST_LINES = 5_000
_AT_ONCE = 8_192
# Lines that are passed over again after a fault; a file made to have faults without end is read
# line by line when they are used up.
_PATIENCE = 50_000_000


class Row(NamedTuple):
    """One row of a table.

    Parameters
    ----------
    line
        The number of its first line in the file, from 1.
    cells
        As many as the header has; missing ones are empty.
    fault
        What is wrong with its form, or nothing.
    """

    line: int
    cells: list[str]
    fault: str


def rows_of(lines: Iterator[str], header: Header) -> Iterator[Row]:
    """Yield the rows below a header, blank lines left out.

    Where a record does not fit the header, its first line stands alone and reading goes on with
    the next, so that an open quotation mark costs one row.
    """
    width, delimiter = len(header.columns), header.delimiter
    block: list[str] = []
    at, number, patience = 0, header.line + 1, _PATIENCE
    more = True
    while True:
        if more and len(block) - at <= _MOST_LINES:
            below = list(islice(lines, _AT_ONCE))
            more = bool(below)
            block, number, at = block[at:] + below, number + at, 0
            parser, opened = csv.reader(block, delimiter=delimiter), 0
        if at == len(block):
            return
        cells = _next(parser) if patience > 0 else None
        end = opened + parser.line_num if patience > 0 else at + 1
        if cells is not None and len(cells) == width and _is_whole(block, at, end):
            yield Row(number + at, cells, "")
            at = end
            continue
        if block[at].strip("\r\n"):
            yield _alone(number + at, block[at], width, delimiter)
        at += 1
        if end != at:
            patience -= len(block)
            parser, opened = csv.reader(islice(block, at, None), delimiter=delimiter), at


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


def _alone(number: int, line: str, width: int, delimiter: str) -> Row:
    cells = _parsed(line, delimiter)
    if not cells:
        return Row(number, [""] * width, "a field is too long to be read")
    found = len(cells)
    if found > width and not any(cells[width:]):
        found = width
    if found == width:
        return Row(number, cells[:width], "")
    fault = f"it has {found} fields, and the header has {width}"
    if found == 1 and line.count('"') % 2:
        fault = "a quotation mark is opened and never closed"
    if found > width:
        # What stands first and last is most likely in its place; the excess is in between.
        return Row(number, [*cells[: width - 1], cells[-1]], fault)
    return Row(number, cells + [""] * (width - found), fault)


def _parsed(line: str, delimiter: str) -> list[str]:
    # The csv module takes a carriage return for the end of a line wherever it stands.
    text = line.rstrip("\r\n").replace("\r", " ")
    return _next(csv.reader((text,), delimiter=delimiter)) or []
