"""Lines below a table, as spreadsheets and people write them: a sum or a source, and nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.archive.shown import shown

if TYPE_CHECKING:
    from weakties.linkedin.reading.sheet import Sheet


def leave_out_footer(sheet: Sheet, first: str) -> None:
    """Take the last lines in which the first column alone is filled out of a sheet, and note it.

    Parameters
    ----------
    sheet
        It is changed. Its rows are of a kind that always fills more than one column.
    first
        The name of the first column.
    """
    others = [texts for name, texts in sheet.columns.items() if name != first]
    until = len(sheet.lines)
    while until and not any(texts[until - 1] for texts in others):
        # A row in which nothing could be read at all has a fault of its own to be told.
        if not sheet.columns[first][until - 1]:
            break
        until -= 1
    below = sheet.lines[until:]
    if not below:
        return
    for line in below:
        sheet.remarks.pop(line, None)
    del sheet.lines[until:]
    for texts in sheet.columns.values():
        del texts[until:]
    lines = f"Line {below[0]:,}" if len(below) == 1 else f"Lines {below[0]:,} to {below[-1]:,}"
    sheet.notes.append(
        f"{lines} of {shown(sheet.file)}: passed over, since nothing but the first column is filled "
        "there, below the table."
    )
