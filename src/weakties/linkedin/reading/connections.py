"""Connections.csv: first-degree ties, in the four forms that it has had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.reading.dated import moments_of
from weakties.linkedin.reading.footer import leave_out_footer
from weakties.linkedin.reading.sheet import sheet_of
from weakties.linkedin.slugs import slug_of
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.csvfile import Header
    from weakties.linkedin.dates import Order
    from weakties.linkedin.export import Era
    from weakties.linkedin.reading.sheet import Sheet

_NAMES = frozenset({"first name", "last name"})
_WANTED = (
    _NAMES | {"connected on"},
    _NAMES | {"email address"},
    _NAMES | {"e-mail address"},
)
_COLUMNS = {
    "first_name": ("first name",),
    "last_name": ("last name",),
    "url": ("url",),
    "email": ("email address", "e-mail address"),
    "company": ("company", "current company"),
    "position": ("position", "current position", "job title"),
    "connected_on": ("connected on",),
}


def connections_of(
    file: str, content: bytes, order: Order | None
) -> tuple[pd.DataFrame, Sheet, Era] | None:
    """Return the connections, the sheet they stood on, and its era; None for another file."""
    sheet = sheet_of(file, content, wanted=_WANTED, columns=_COLUMNS)
    if sheet is None:
        return None
    if sheet.header.at("connected on") is not None:
        leave_out_footer(sheet, "first_name")
    columns = sheet.columns
    slugs = [slug_of(url) for url in columns["url"]]
    _remark_hidden(sheet)
    _remark_duplicates(sheet, slugs)
    moments = moments_of(sheet, "connected_on", order)
    days = [moment and moment.date() for moment in moments]
    if sheet.header.at("connected on") is not None:
        for line, text in zip(sheet.lines, columns["connected_on"], strict=True):
            if not text:
                sheet.remark(line, "unreadable", "it has no date")
    status = [
        sheet.remarks[line].status if line in sheet.remarks else "read" for line in sheet.lines
    ]
    values = {**columns, "line": sheet.lines, "slug": slugs, "connected_on": days, "status": status}
    return frame("connections", values), sheet, _era(sheet.header)


def _era(header: Header) -> Era:
    if header.at("url") is not None:
        return "since-2023"
    if header.at("connected on") is None:
        return "to-2015"
    return "2021-2023" if header.preamble else "to-2021"


def _remark_hidden(sheet: Sheet) -> None:
    columns = sheet.columns
    for line, first, last, url in zip(
        sheet.lines, columns["first_name"], columns["last_name"], columns["url"], strict=True
    ):
        if not (first or last or url):
            fault = sheet.remarks.pop(line, None)
            reason = fault.reason if fault else "this member shows no name and no profile"
            sheet.remark(line, "hidden", reason)


def _remark_duplicates(sheet: Sheet, slugs: list[str]) -> None:
    """Remark on people seen before: by their slug, and where a file has none, by all that it says."""
    keys: list[object] = list(slugs)
    if sheet.header.at("url") is None:
        keys = list(zip(*sheet.columns.values(), strict=True))
    if len(set(keys)) == len(keys):
        return
    seen: dict[object, int] = {}
    for line, key in zip(sheet.lines, keys, strict=True):
        hidden = line in sheet.remarks and sheet.remarks[line].status == "hidden"
        if hidden or not key:
            continue
        first = seen.setdefault(key, line)
        if first != line:
            sheet.remarks.pop(line, None)
            sheet.remark(line, "duplicate", f"the same person stands in line {first}")
