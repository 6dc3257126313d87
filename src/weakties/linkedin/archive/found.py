"""What lies at a path: an archive, an unpacked one, or one file of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.linkedin.archive.kinds import Kind
from weakties.linkedin.archive.loose import files_in_folder, lone_file
from weakties.linkedin.archive.shown import shown
from weakties.linkedin.archive.zipped import files_in_zip
from weakties.linkedin.dates import in_file_name
from weakties.linkedin.errors import ExportError

if TYPE_CHECKING:
    from datetime import date

HOW = (
    "Give the path of the zip that LinkedIn sent you, of the folder you unpacked it to, or of its "
    "Connections.csv."
)


@dataclass(frozen=True)
class Found:
    """The files of an export that are used.

    Parameters
    ----------
    name
        The archive's, folder's or file's own name.
    made_on
        The day in that name, if there is one.
    files
        The name inside the export and the content, for each kind that is there.
    notes
        A sentence for everything that was left aside.
    """

    name: str
    made_on: date | None
    files: dict[Kind, tuple[str, bytes]]
    notes: tuple[str, ...]


def parts_in(given: str | os.PathLike[str]) -> Found:
    """Read the files at a path that are used into memory, whichever of them are there.

    Raises
    ------
    ExportError
        If there is nothing to read; the message says what to do.
    """
    path = _existing(given)
    notes: list[str] = []
    try:
        if path.is_dir():
            files = files_in_folder(path, notes)
        elif not path.is_file():
            raise ExportError(f"“{shown(path.name)}” is not an ordinary file. {HOW}")
        elif path.stat().st_size == 0:
            raise ExportError(f"“{shown(path.name)}” is empty: 0 bytes. Download or copy it again.")
        elif _begins_with(path, _OLD_EXCEL):
            raise ExportError(
                f"“{shown(path.name)}” is an Excel workbook of the old form. Open it, save the sheet "
                "of connections as CSV UTF-8, and give that file."
            )
        elif _begins_with(path, *_ZIP):
            files = files_in_zip(path, notes)
        else:
            files = lone_file(path)
    except PermissionError:
        raise ExportError(
            f"This machine does not let you read “{shown(path.name)}”. Copy it into a folder of "
            "yours and try again."
        ) from None
    except OSError as error:
        reason = error.strerror or "the disk did not answer"
        raise ExportError(f"“{shown(path.name)}” could not be read: {reason}.") from None
    made_on = in_file_name(path.name) or in_file_name(path.absolute().parent.name)
    return Found(path.name, made_on, files, tuple(notes))


def with_connections(found: Found) -> Found:
    """Return what was found if a list of connections is among it.

    Raises
    ------
    ExportError
        If none is; the message says what to do.
    """
    if Kind.CONNECTIONS not in found.files:
        told = " ".join((f"No Connections.csv is in “{shown(found.name)}”.", *found.notes))
        raise ExportError(
            f"{told} {HOW} If the file is not in your zip, request the archive again and tick "
            "Connections."
        )
    return found


def _existing(given: object) -> Path:
    if not isinstance(given, str | os.PathLike):
        raise ExportError(f"A path is text, and this is a {type(given).__name__}. {HOW}")
    try:
        # "Copy as path" on Windows brings its own quotation marks along.
        text = os.fsdecode(given).strip().strip("\"'")
        if not text:
            raise ExportError(f"No path was given. {HOW}")
        path = Path(text).expanduser()
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise ExportError(f"There is no “{shown(path.name)}” at that place. {HOW}") from None
    except PermissionError:
        raise ExportError(
            "This machine does not let you look into that folder. Copy the export into a folder "
            "of yours and try again."
        ) from None
    except (OSError, RuntimeError, ValueError):
        raise ExportError(f"This machine can't make sense of that path. {HOW}") from None
    return path


_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def _begins_with(path: Path, *beginnings: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(4) in beginnings
