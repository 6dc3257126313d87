"""Opening a learner's zip as data: so many files, so many bytes, and nothing outside its folder."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from zipfile import ZipInfo

_MOST_FILES = 2_000
_MOST_BYTES = 100 * 2**20
_LONGEST_LIST = 8 * 2**20
"""Of the bytes that list what is in a zip; a longer list only fills memory."""
_PIECE = 2**20
_LOCKED = 0x1


class NotUnzipped(ValueError):
    """A zip that stays closed; the text says why, as the end of a sentence."""


class _Bounded(FileIO):
    """A file of which nobody reads one large piece."""

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > _LONGEST_LIST:
            raise NotUnzipped("lists more files than any hand-in")
        return super().read(_LONGEST_LIST if size is None or size < 0 else size) or b""


def unzipped(path: Path, place: Path) -> None:
    """Unpack a zip into a new folder, if a notebook is in it.

    Parameters
    ----------
    path
        The zip.
    place
        The folder.

    Raises
    ------
    NotUnzipped
        If it is damaged, locked, too large, or holds no notebook.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with _Bounded(handle) as file, ZipFile(file) as archive:
            _unpack(archive, place)
    except NotUnzipped:
        raise
    except Exception:  # noqa: BLE001 - zipfile and its decoders raise anything on a broken archive
        raise NotUnzipped("is a damaged zip") from None


def _unpack(archive: ZipFile, place: Path) -> None:
    entries = [entry for entry in archive.infolist() if _counts(entry)]
    if not any(".ipynb" in entry.filename.lower() for entry in entries):
        raise NotUnzipped("is a zip without a notebook in it")
    if any(entry.flag_bits & _LOCKED for entry in entries):
        raise NotUnzipped("is a zip that is locked with a password")
    if len(entries) > _MOST_FILES:
        raise NotUnzipped("is a zip of more files than any hand-in")
    left = _MOST_BYTES
    for entry in entries:
        target = place.joinpath(*PurePosixPath(entry.filename).parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as source, target.open("xb") as copy:
            while piece := source.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise NotUnzipped("is a zip of more than 100 MB")
                copy.write(piece)


def _counts(entry: ZipInfo) -> bool:
    """Say whether an entry is a file of the learner's that stays in its folder."""
    parts = PurePosixPath(entry.filename).parts
    leads_out = entry.filename.startswith("/") or ".." in parts or ":" in entry.filename
    return not (entry.is_dir() or leads_out or is_shadow(parts))


def is_shadow(parts: tuple[str, ...]) -> bool:
    """Say whether a file was written by a system beside the one that it is named after.

    Examples
    --------
    >>> is_shadow(("__MACOSX", "._photo.ipynb")), is_shadow(("photo.ipynb",))
    (True, False)
    """
    return "__MACOSX" in parts or parts[-1].startswith("._") or ".ipynb_checkpoints" in parts
