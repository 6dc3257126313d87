"""Rows in which every cell stands in quotation marks, as LinkedIn writes a mailbox: cut, not parsed."""

from __future__ import annotations

import csv
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = '","'


class Cut(NamedTuple):
    """What was cut off a text.

    Parameters
    ----------
    columns
        The cells of the rows, column by column.
    breaks
        For each row how many lines end within it.
    left
        What is left of the text, from the first row that was not cut.
    sound
        Whether only the end of that row was missing. If not, it is not written like this.
    """

    columns: list[list[str]]
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
        self._broken = list(range(width))

    def cut(self, text: str, *, more: bool) -> Cut:
        """Cut the rows off a text that begins with one; with more to come, all but the last."""
        end = "\r\n" if "\r" in text and '"\r\n' in text else "\n"
        below = f'"{end}"'
        stop = text.rfind(below) if more else _last_mark(text.removesuffix(end))
        if stop < 1 or not text.startswith('"'):
            return Cut([], [], text, sound=not text or (more and text.startswith('"')))
        columns, breaks = self._at_once(text[: stop + 1], end)
        if not columns:
            return self._one_by_one(text, text[1:stop].split(below), below, more=more)
        left = text[stop + len(below) - 1 :] if more else ""
        return Cut(columns, breaks, left, sound=True)

    def _at_once(self, text: str, end: str) -> tuple[list[list[str]], list[int]]:
        """Return the columns and breaks of rows without further quotation marks; else none.

        Between two marks there is in turn a cell, and what parts it from the next one. If every
        delimiter and every end of a row is in its place, so is every cell.
        """
        pieces = text.split('"')
        apart = 2 * self._width
        rows = len(pieces) // apart
        if len(pieces) != rows * apart + 1 or pieces[apart:-1:apart].count(end) != rows - 1:
            return [], []
        for at in range(2, apart, 2):
            if pieces[at::apart].count(self._delimiter) != rows:
                return [], []
        if len(text) > self._longest and self._any_is_too_long(text, end):
            return [], []
        columns = [pieces[at::apart] for at in range(1, apart, 2)]
        breaks = self._breaks(columns, text.count("\n") - (rows - 1))
        return ([], []) if max(breaks) > self._most_breaks else (columns, breaks)

    def _any_is_too_long(self, text: str, end: str) -> bool:
        return max(map(len, text[1:-1].split(f'"{end}"'))) > self._longest

    def _breaks(self, columns: list[list[str]], inside: int) -> list[int]:
        """Return for each row how many lines end within it, if it is known how many do in all.

        They are looked for first in the columns that had some before, which is nearly always one.
        """
        breaks = [0] * len(columns[0])
        for at in tuple(self._broken) if inside else ():
            found = list(map(str.count, columns[at], repeat("\n")))
            if not any(found):
                continue
            breaks = list(map(add, breaks, found))
            self._broken.remove(at)
            self._broken.insert(0, at)
            inside -= sum(found)
            if not inside:
                break
        return breaks

    def _one_by_one(self, text: str, pieces: list[str], below: str, *, more: bool) -> Cut:
        """Cut rows of which some have further quotation marks, up to one that can't be cut."""
        rows: list[list[str]] = []
        breaks: list[int] = []
        used = 0
        remaining = iter(pieces)
        for piece in remaining:
            row = piece
            cells = self._cells(row)
            if not cells:
                while row.count('"') % 2 and len(row) <= self._longest:
                    further = next(remaining, None)
                    if further is None:
                        return Cut(turned(rows, self._width), breaks, text[used:], sound=more)
                    row = f"{row}{below}{further}"
                cells = self._parsed(row)
            inside = row.count("\n")
            if not cells or len(row) > self._longest or inside > self._most_breaks:
                return Cut(turned(rows, self._width), breaks, text[used:], sound=False)
            rows.append(cells)
            breaks.append(inside)
            used += len(row) + len(below)
        return Cut(turned(rows, self._width), breaks, text[used:] if more else "", sound=True)

    def _cells(self, row: str) -> list[str]:
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


def turned(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """Return rows as columns; without rows there are as many empty ones.

    Examples
    --------
    >>> turned([["a", "b"], ["c", "d"]], 2), turned([], 2)
    ([['a', 'c'], ['b', 'd']], [[], []])
    """
    return list(map(list, zip(*rows, strict=True))) or [[] for _ in range(width)]
