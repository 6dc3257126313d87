"""Rows in which every cell stands in quotation marks, as LinkedIn writes a mailbox: cut, not parsed."""

from __future__ import annotations

import csv
from typing import NamedTuple

_BETWEEN = '","'


class Cut(NamedTuple):
    """What was cut off a text.

    Parameters
    ----------
    cells
        The rows.
    breaks
        For each row how many lines end within it.
    left
        What is left of the text, from the first row that was not cut.
    sound
        Whether only the end of that row was missing. If not, it is not written like this.
    """

    cells: list[list[str]]
    breaks: list[int]
    left: str
    sound: bool


class Quoted:
    """Cuts texts into rows where this gives what the csv module gives, several times as fast.

    A row with no other quotation marks than those between and around as many cells as there are
    columns has one reading. A row with more of them goes through the csv module, by itself.

    Parameters
    ----------
    width
        The number of columns.
    delimiter
        What parts them.
    longest, most_lines
        What a row may have; a larger one is left.
    """

    def __init__(self, width: int, delimiter: str, *, longest: int, most_lines: int) -> None:
        self._width, self._delimiter = width, delimiter
        self._between = _BETWEEN.replace(",", delimiter)
        self._marks = 2 * (width - 1)
        self._longest, self._most_breaks = longest, most_lines - 1

    def cut(self, text: str, *, more: bool) -> Cut:
        """Cut the rows off a text that begins with one; with more to come, all but the last."""
        end = "\r\n" if text.find('"\r\n') >= 0 else "\n"
        below = f'"{end}"'
        stop = text.rfind(below) if more else _last_mark(text.removesuffix(end))
        rows: list[list[str]] = []
        breaks: list[int] = []
        used = 0
        if stop < 1 or not text.startswith('"'):
            return Cut(rows, breaks, text, sound=not text or (more and text.startswith('"')))
        pieces = iter(text[1:stop].split(below))
        for piece in pieces:
            row = piece
            cells = self._plain(row)
            if not cells:
                while row.count('"') % 2 and len(row) <= self._longest:
                    further = next(pieces, None)
                    if further is None:
                        return Cut(rows, breaks, text[used:], sound=more)
                    row = f"{row}{below}{further}"
                cells = self._parsed(row)
            inside = row.count("\n")
            if not cells or len(row) > self._longest or inside > self._most_breaks:
                return Cut(rows, breaks, text[used:], sound=False)
            rows.append(cells)
            breaks.append(inside)
            used += len(row) + len(below)
        return Cut(rows, breaks, text[used:] if more else "", sound=True)

    def _plain(self, row: str) -> list[str]:
        """Return the cells of a row without further quotation marks; none of any other row."""
        if row.count('"') != self._marks:
            return []
        cells = row.split(self._between)
        return cells if len(cells) == self._width else []

    def _parsed(self, row: str) -> list[str]:
        lines = [f"{line}\n" for line in f'"{row}"'.split("\n")]
        try:
            found = list(csv.reader(lines, delimiter=self._delimiter, strict=True))
        except csv.Error:
            return []
        return found[0] if len(found) == 1 and len(found[0]) == self._width else []


def _last_mark(text: str) -> int:
    """Return the place of the quotation mark that ends a text; −1 without one."""
    return len(text) - 1 if text.endswith('"') else -1
