"""Moments from a column of a sheet; what can't be read is remarked on and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.dates import column_of, how_read, why_not

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from weakties.linkedin.dates import Order
    from weakties.linkedin.reading.sheet import Sheet


def moments_of(
    sheet: Sheet, name: str, given: Order | None, *, at: Sequence[int] | None = None
) -> list[datetime | None]:
    """Return the moments in a column, or in some rows of it.

    Parameters
    ----------
    sheet
        It gets the remarks, and a sentence for each thing that its owner has to know.
    name
        The column.
    given
        The order of day and month that the owner says, for where the column leaves two.
    at
        The places of the rows, of which all others were read; by default all.
    """
    places = range(len(sheet.lines)) if at is None else at
    texts = [sheet.columns[name][place].strip() for place in places]
    cells = [(sheet.lines[place], text) for place, text in zip(places, texts, strict=True) if text]
    column = column_of((text for _, text in cells), given)
    moments = {text: column.moment(text) for text in column.readings}
    for line, text in cells:
        if moments[text] is None:
            sheet.remark(line, "unreadable", why_not(column, text))
    besides = len(sheet.lines) - len(texts)
    sheet.dates.extend(how_read(column, cells, sheet.file, besides=besides))
    return [moments.get(text) for text in texts]
