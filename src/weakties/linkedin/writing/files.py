"""Rows to text, and texts to a zip or a folder that is not there yet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from weakties.linkedin.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weakties.linkedin.writing.rows import Rows

_MADE = (2003, 5, 5, 0, 0, 0)


def csv_text(
    head: Sequence[str],
    rows: Rows,
    *,
    preamble: Sequence[str] = (),
    quoted: bool = False,
    excel: bool = False,
    even_empty: bool = False,
) -> str:
    """Return a file's text; no text for no rows, unless it is to be there even empty."""
    file = io.StringIO(newline="")
    writer = csv.writer(
        file if excel else _Lines(file),
        delimiter=";" if excel else ",",
        lineterminator="\r\n",
        quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL,
    )
    for line in preamble:
        if excel:
            writer.writerow([line] + [""] * (len(head) - 1))
        else:
            file.write(f'"{line}"\n' if " " in line else f"{line}\n")
    writer.writerow(head)
    empty = True
    for row in rows:
        empty = False
        writer.writerow([row.get(column, "") for column in head])
    return "" if empty and not even_empty else file.getvalue()


class _Lines:
    """Takes rows that end in CRLF, ends them in LF.

    With another end the csv module would leave a lone carriage return without quotation marks.
    """

    def __init__(self, file: io.StringIO) -> None:
        self._file = file

    def write(self, row: str) -> None:
        self._file.write(row.removesuffix("\r\n") + "\n")


def save(files: dict[str, str], path: Path, *, mark: bool) -> None:
    """Write files into a new zip, or a new or empty folder; with a byte-order mark or without.

    Raises
    ------
    ExportError
        If the place is taken or can't be written to.
    """
    encoding = "utf-8-sig" if mark else "utf-8"
    try:
        if path.suffix.lower() == ".zip":
            with path.open("xb") as file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
                for name, text in files.items():
                    # A stated time keeps two archives of the same tables equal byte for byte.
                    entry = ZipInfo(name, _MADE)
                    entry.compress_type = ZIP_DEFLATED
                    archive.writestr(entry, text.encode(encoding))
            return
        if not (path.is_dir() and not any(path.iterdir())):
            path.mkdir(parents=True)
        for name, text in files.items():
            (path / name).write_bytes(text.encode(encoding))
    except FileExistsError:
        raise ExportError(
            f"“{path}” is there already and was left as it is. Give a new name."
        ) from None
    except OSError as error:
        raise ExportError(
            f"“{path}” could not be written: {error.strerror}. "
            "Choose a place in a folder that is there and yours."
        ) from None
