"""Write tables as an export, in the form of any era."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from weakties.linkedin.errors import ExportError
from weakties.linkedin.names import folded, full_name
from weakties.linkedin.writing import columns, rows
from weakties.linkedin.writing.files import csv_text, save

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    import pandas as pd

    from weakties.linkedin.export import Era
    from weakties.linkedin.tables import Tables

_WIDTH_OF_MESSAGES: dict[Era, int] = {
    "to-2015": 7,
    "to-2021": 9,
    "2021-2023": 9,
    "since-2023": 13,
}


def write_export(
    tables: Tables,
    path: str | os.PathLike[str],
    *,
    era: Era = "since-2023",
    message_columns: int | None = None,
    quoted: bool = False,
    excel: bool = False,
    notes: bool = True,
    even_no_messages: bool = False,
) -> None:
    """Write tables as LinkedIn would have written them in an era.

    What an era does not know is left out: addresses of profiles before 2023, dates before 2015,
    drafts where messages.csv has no column for them. An empty table makes no file.

    Parameters
    ----------
    tables
        Such as an :class:`~weakties.linkedin.export.Export`.
    path
        A new zip, or a new or empty folder if the name does not end in ``.zip``.
    era
        Which form the files have.
    message_columns
        7, 9, 10, 11, 12 or 13 in messages.csv; by default as usual in the era.
    quoted
        Whether every field of messages.csv stands in quotation marks, as since March 2026.
    excel
        Whether Excel opened and saved the files: byte-order mark, semicolons, CRLF, ``4-Apr-21``.
    notes
        Whether LinkedIn's own words stand in the notes above the connections.
    even_no_messages
        Whether there is a messages.csv although it holds no message.

    Raises
    ------
    ExportError
        If the place is taken or can't be written to.
    """
    width = _WIDTH_OF_MESSAGES[era] if message_columns is None else message_columns
    if width not in columns.MESSAGES:
        raise ExportError(f"messages.csv has 7, 9, 10, 11, 12 or 13 columns, not {width}.")
    files = {
        "Connections.csv": _connections(tables.connections, era, notes=notes, excel=excel),
        "messages.csv": _messages(
            tables, width, quoted=quoted, excel=excel, even_empty=even_no_messages
        ),
        **_others(tables, with_url=era == "since-2023", excel=excel),
    }
    save({name: text for name, text in files.items() if text}, Path(path), mark=excel)


def _connections(table: pd.DataFrame, era: Era, *, notes: bool, excel: bool) -> str:
    if era == "to-2015":
        return csv_text(
            columns.OUTLOOK, rows.outlook(table), quoted=True, excel=excel, even_empty=True
        )
    head = columns.CONNECTIONS_WITH_URL if era == "since-2023" else columns.CONNECTIONS
    preamble: Sequence[str] = ()
    if era in {"2021-2023", "since-2023"}:
        preamble = columns.PREAMBLE if notes else (columns.PREAMBLE[0], "", "")
    below = rows.connections(table, excel=excel)
    text = csv_text(head, below, preamble=preamble, excel=excel, even_empty=True)
    return text.rstrip("\r\n")


def _messages(tables: Tables, width: int, *, quoted: bool, excel: bool, even_empty: bool) -> str:
    table = tables.messages
    head = columns.MESSAGES[width]
    if "IS MESSAGE DRAFT" not in head:
        table = table[~table["draft"]]
    profile = zip(tables.profile["first_name"], tables.profile["last_name"], strict=True)
    owners = {folded(full_name(first, last)) for first, last in profile}
    below = rows.messages(table, owners, old=width == 7)
    return csv_text(head, below, quoted=quoted, excel=excel, even_empty=even_empty)


def _others(tables: Tables, *, with_url: bool, excel: bool) -> dict[str, str]:
    head = columns.INVITATIONS_WITH_URL if with_url else columns.INVITATIONS
    positions = rows.positions(tables.positions, excel=excel)
    files = {
        "Invitations.csv": csv_text(head, rows.invitations(tables.invitations), excel=excel),
        "Profile.csv": csv_text(columns.PROFILE, rows.profile(tables.profile), excel=excel),
        "Positions.csv": csv_text(columns.POSITIONS, positions, excel=excel),
    }
    for direction, word, person in (
        ("RECEIVED", "Received", "Endorser"),
        ("GIVEN", "Given", "Endorsee"),
    ):
        skills = tables.endorsements[tables.endorsements["direction"] == direction]
        praise = tables.recommendations[tables.recommendations["direction"] == direction]
        files[f"Endorsement_{word}_Info.csv"] = csv_text(
            columns.endorsements(person, with_url=with_url),
            rows.endorsements(skills, person),
            excel=excel,
        )
        files[f"Recommendations_{word}.csv"] = csv_text(
            columns.RECOMMENDATIONS, rows.recommendations(praise), excel=excel
        )
    return files
