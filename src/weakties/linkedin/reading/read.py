"""The whole export: every file that is used, and the account of all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.archive import Kind, found_in_all
from weakties.linkedin.archive.shown import shown
from weakties.linkedin.csvfile import Lines
from weakties.linkedin.dates import ORDERS
from weakties.linkedin.errors import ExportError
from weakties.linkedin.export import STATUSES, Account, Export
from weakties.linkedin.reading import others
from weakties.linkedin.reading.connections import connections_of
from weakties.linkedin.reading.messages import messages_of
from weakties.linkedin.tables import frame
from weakties.linkedin.undisturbed import undisturbed

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    import pandas as pd

    from weakties.linkedin.archive import Found
    from weakties.linkedin.dates import Order
    from weakties.linkedin.reading.sheet import Sheet

    Reader = Callable[[str, bytes, Order | None], tuple[pd.DataFrame, Sheet] | None]

_READERS: dict[Kind, tuple[str, Reader, str]] = {
    Kind.MESSAGES: ("messages", messages_of, ""),
    Kind.INVITATIONS: ("invitations", others.invitations_of, ""),
    Kind.PROFILE: ("profile", others.profile_of, ""),
    Kind.POSITIONS: ("positions", others.positions_of, ""),
    Kind.ENDORSEMENTS_RECEIVED: ("endorsements", others.endorsements_of, "RECEIVED"),
    Kind.ENDORSEMENTS_GIVEN: ("endorsements", others.endorsements_of, "GIVEN"),
    Kind.RECOMMENDATIONS_RECEIVED: ("recommendations", others.recommendations_of, "RECEIVED"),
    Kind.RECOMMENDATIONS_GIVEN: ("recommendations", others.recommendations_of, "GIVEN"),
}


@undisturbed()
def read(
    path: str | os.PathLike[str], *more: str | os.PathLike[str], dates: Order | None = None
) -> Export:
    """Read a LinkedIn data export.

    Nothing is unpacked to the disk, nothing is changed, nothing is sent.

    Parameters
    ----------
    path
        The zip that LinkedIn sent, the folder it was unpacked to, or a Connections.csv alone.
    more
        Other parts of the same export, if it came in several; the newest file of each kind is read.
    dates
        The order of day and month, for a file whose own dates leave two.

    Returns
    -------
    Export
        Typed tables and an account of every row.

    Raises
    ------
    ExportError
        If there is no export at that place or it can't be read; the message says what to do.
    """
    if dates not in (None, *ORDERS):
        raise ExportError(f"dates is “day-first” or “month-first”, not {shown(repr(dates))}.")
    return _export(found_in_all((path, *more)), dates)


def _export(found: Found, order: Order | None) -> Export:
    file, content = found.files[Kind.CONNECTIONS]
    connections = connections_of(file, content, order)
    if connections is None:
        raise ExportError(
            f"“{shown(file)}” is not LinkedIn's list of connections: {_instead(file, content)} "
            "Give the zip as LinkedIn sent it, or the folder that it was unpacked to."
        )
    table, sheet, era = connections
    sheets, notes, dates = [sheet], [*found.notes, *sheet.notes], {"connections": sheet.dates}
    parts: dict[str, list[pd.DataFrame]] = {"connections": [table]}
    message_columns: tuple[str, ...] = ()
    for kind, (name, reader, direction) in _READERS.items():
        if kind not in found.files:
            continue
        file, content = found.files[kind]
        part = reader(file, content, order)
        if part is None:
            notes.append(f"{file} was left aside: it does not have the columns of such a file.")
            continue
        table, sheet = part
        sheets.append(sheet)
        notes += sheet.notes
        dates[name] = dates.get(name, []) + sheet.dates
        parts.setdefault(name, []).append(table.assign(direction=direction) if direction else table)
        if kind is Kind.MESSAGES:
            message_columns = sheet.header.columns
    account = Account(
        _counts(sheets),
        _remarks(sheets),
        tuple(notes),
        {name: tuple(said) for name, said in dates.items() if said},
    )
    return Export(
        **{name: _joined(name, parts.get(name, [])) for name in _TABLES},
        name=found.name,
        made_on=found.made_on,
        era=era,
        message_columns=message_columns,
        account=account,
    )


_TABLES = ("connections", *dict.fromkeys(name for name, _, _ in _READERS.values()))


def _instead(file: str, content: bytes) -> str:
    """Return what a file is that holds no connections, or what its columns are called."""
    for kind, (_, reader, _) in _READERS.items():
        if reader(file, content[:_LOOKED_AT], None):
            return f"it is {kind.value}.csv, another file of the archive."
    first = next((line for line in Lines(content[:_LOOKED_AT]) if line.count(",") > 1), "")
    if first:
        return f"its columns are called “{shown(first.strip())[:100]}”, not First Name, Last Name."
    return "none of its first lines names the columns First Name and Last Name."


_LOOKED_AT = 10_000


def _joined(name: str, parts: list[pd.DataFrame]) -> pd.DataFrame:
    import pandas as pd

    if len(parts) < 2:
        return parts[0] if parts else frame(name)
    return pd.concat(parts, ignore_index=True)


def _counts(sheets: list[Sheet]) -> pd.DataFrame:
    import pandas as pd

    rows: list[dict[str, object]] = []
    for sheet in sheets:
        found = [remark.status for remark in sheet.remarks.values()]
        by_status: dict[str, int] = {status: found.count(status) for status in STATUSES}
        by_status["read"] = len(sheet.lines) - len(found)
        rows.append({"file": sheet.file, "rows": len(sheet.lines), **by_status})
    return pd.DataFrame(rows)


def _remarks(sheets: list[Sheet]) -> pd.DataFrame:
    import pandas as pd

    rows = [
        (sheet.file, remark.line, remark.status, remark.reason)
        for sheet in sheets
        for remark in sorted(sheet.remarks.values(), key=lambda remark: remark.line)
    ]
    return pd.DataFrame(rows, columns=["file", "line", "status", "reason"])
