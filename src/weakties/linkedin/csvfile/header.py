"""Where the table begins in a file, what its columns are called, and what parts them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEARCHED = 40
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Header:
    """The first line of a table.

    Parameters
    ----------
    columns
        Names in plain spelling: lower case, single spaces.
    delimiter
        A comma, a semicolon or a tab.
    line
        Its number in the file, from 1.
    preamble
        Whether LinkedIn's "Notes:" stand above it.
    """

    columns: tuple[str, ...]
    delimiter: str
    line: int
    preamble: bool

    def at(self, *names: str) -> int | None:
        """Return the place of the first of these columns that is there, from 0."""
        return next((self.columns.index(name) for name in names if name in self.columns), None)


def plain(cell: str) -> str:
    r"""Return a column's name in plain spelling; a byte-order mark is no part of it.

    Examples
    --------
    >>> plain("\ufeffFirst_Name ")
    'first name'
    """
    return re.sub(r"[\s_]+", " ", cell).strip(" \ufeff").casefold()


def find_header(lines: Iterator[str], wanted: Sequence[frozenset[str]]) -> Header | None:
    """Read lines up to the header.

    Parameters
    ----------
    lines
        Of the file; those up to the header are used up.
    wanted
        Sets of column names in plain spelling; a line with all of one set is the header.

    Returns
    -------
    Header or None
        None if it is not among the first 40 lines.
    """
    preamble = False
    for number, line in enumerate(islice(lines, _SEARCHED), start=1):
        preamble = preamble or line.lstrip('"').lower().startswith("notes:")
        for delimiter in _DELIMITERS:
            columns = _cells(line, delimiter)
            if any(names <= set(columns) for names in wanted):
                return Header(columns, delimiter, number, preamble)
    return None


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        cells = next(csv.reader((line.rstrip("\r\n"),), delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(map(plain, cells))
