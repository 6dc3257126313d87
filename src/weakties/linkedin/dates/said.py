"""What an owner is told about how the dates of a file were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.archive.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from weakties.linkedin.dates.column import Column
    from weakties.linkedin.dates.spellings import Order, Readings

_LONGEST = 40
_WORDS: dict[Order, str] = {"day-first": "day first", "month-first": "month first"}


def why_not(column: Column, text: str) -> str:
    """Return why a text of a column has no moment."""
    doubt = column.in_doubt(text)
    if doubt is None:
        return f"{_quoted(text)} can't be read as a date"
    return f"{_quoted(text)} has two readings: {_both(doubt)}"


def how_read(
    column: Column, cells: Iterable[tuple[int, str]], file: str, *, besides: int = 0
) -> Iterator[str]:
    """Yield a sentence for each thing that the owner of a file has to know about its dates.

    Parameters
    ----------
    column
        The dates.
    cells
        Line and text of each cell that is not empty.
    file
        Its name.
    besides
        How many more dates it has, all of which were read.
    """
    # Nearly always: then there is nothing to be known, and no line is looked up.
    if all(found and not found.two for found in column.readings.values()):
        return
    lines: dict[str, list[int]] = {}
    for line, text in cells:
        lines.setdefault(text, []).append(line)
    said, total = shown(file), sum(map(len, lines.values())) + besides
    yield from _in_which_order(column, lines, said)
    doubtful = {text: doubt for text in lines if (doubt := column.in_doubt(text))}
    if doubtful:
        yield _two_readings(column, doubtful, lines, f"{total:,} dates in {said}")
    unread = [text for text in lines if column.readings[text] is None]
    if unread:
        found = sum(len(lines[text]) for text in unread)
        yield (
            f"{found:,} of {total:,} dates in {said} could not be read, such as "
            f"{_at(unread[0], lines)}."
        )


def _in_which_order(column: Column, lines: dict[str, list[int]], file: str) -> Iterator[str]:
    """Yield in which order dates with two readings were read, unless it is LinkedIn's own."""
    order = column.order or column.given
    if order is None or not any(_is_put_in_order(column, text) for text in lines):
        return
    said = f"The dates of {file} were read {_WORDS[order]}"
    if column.order is None:
        yield f"{said}, as you say."
        return
    against = ""
    if column.given not in (None, order):
        against = f", although you say {_WORDS[column.given]}"
    yield f"{said}{against}: {_at(column.proofs[order], lines)} has no other reading."


def _is_put_in_order(column: Column, text: str) -> bool:
    found = column.readings[text]
    return bool(found and found.two and column.order_of(text) not in (None, found.usual))


def _two_readings(
    column: Column, doubtful: dict[str, Readings], lines: dict[str, list[int]], dates: str
) -> str:
    first, doubt = next(iter(doubtful.items()))
    found = sum(len(lines[text]) for text in doubtful)
    both = ""
    if len(column.proofs) > 1:
        proofs = " and ".join(
            f"{_at(proof, lines)} can only be {_WORDS[order]}"
            for order, proof in sorted(column.proofs.items())
        )
        both = f" The file holds both orders: {proofs}."
    return (
        f"Two readings, so not read: {found:,} of {dates}. {_at(first, lines)} is {_both(doubt)}."
        f"{both} Say which with --dates day-first or --dates month-first (in "
        'Python, dates="day-first" or dates="month-first").'
    )


def _at(text: str, lines: dict[str, list[int]]) -> str:
    return f"{_quoted(text)} in line {lines[text][0]:,}"


def _quoted(text: str) -> str:
    return f"“{shown(text[:_LONGEST])}”"


def _both(doubt: Readings) -> str:
    return f"{_day(doubt.day_first)} with the day first, {_day(doubt.month_first)} with the month first"


def _day(moment: datetime | None) -> str:
    return f"{moment:%B} {moment.day}, {moment.year}" if moment else ""
