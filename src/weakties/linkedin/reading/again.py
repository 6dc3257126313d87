"""A second header inside a file, as two exports pasted into one have it: a line, and nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.archive.shown import shown
from weakties.linkedin.csvfile import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weakties.linkedin.reading.sheet import Sheet

# "Notes:", the notes, and a line that is blank unless a spreadsheet filled it with delimiters.
_LONGEST_PREAMBLE = 3


def leave_out_headers(
    sheet: Sheet, wanted: Sequence[frozenset[str]], columns: Mapping[str, tuple[str, ...]]
) -> None:
    """Take the lines that name the columns once more out of a sheet, and note it.

    Parameters
    ----------
    sheet
        It is changed.
    wanted
        Sets of column names; a line with all of one set is a header.
    columns
        For each column of ours the names that it has had in files.
    """
    again = _headers(sheet, wanted, columns)
    if not again:
        return
    left_out = {above for place in again for above in _preamble_above(sheet, place)} | set(again)
    first = sheet.lines[again[0]]
    for place in left_out:
        sheet.remarks.pop(sheet.lines[place], None)
    kept = [place for place in range(len(sheet.lines)) if place not in left_out]
    sheet.lines = [sheet.lines[place] for place in kept]
    sheet.columns = {
        name: [texts[place] for place in kept] for name, texts in sheet.columns.items()
    }
    more = f", and {len(again) - 1:,} more after it" if len(again) > 1 else ""
    sheet.notes.append(
        f"Line {first:,} of {shown(sheet.file)} names the columns once more{more}: it was passed "
        "over, and the rows below it were read like those above."
    )


def _headers(
    sheet: Sheet, wanted: Sequence[frozenset[str]], columns: Mapping[str, tuple[str, ...]]
) -> list[int]:
    """Return the places of rows that are a header."""
    names = next(names for names in wanted if names <= set(sheet.header.columns))
    ours = next(ours for ours, spelled in columns.items() if not names.isdisjoint(spelled))
    name = min(names.intersection(columns[ours]))
    # Most cells are told apart by their length alone; a byte-order mark makes it one more.
    lengths = (len(name), len(name) + 1)
    texts = sheet.columns[ours]
    alike = {text for text in set(texts) if len(text) in lengths and plain(text) == name}
    return [
        place
        for place, text in (enumerate(texts) if alike else ())
        if text in alike and any(names <= _cells(sheet, place) for names in wanted)
    ]


def _cells(sheet: Sheet, place: int) -> set[str]:
    return {plain(texts[place]) for texts in sheet.columns.values()}


def _preamble_above(sheet: Sheet, place: int) -> range:
    """Return the places of LinkedIn's notes right above a header."""
    for begin in range(place - 1, max(place - 1 - _LONGEST_PREAMBLE, -1), -1):
        filled = _cells(sheet, begin) - {""}
        if len(filled) == 1 and filled.pop().startswith("notes:"):
            return range(begin, place)
    return range(0)
