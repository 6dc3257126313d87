"""The zip that LinkedIn sends: read in memory, entry by entry, each within its bounds."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from weakties.linkedin.archive.kinds import Kind, is_shadow, kind_of
from weakties.linkedin.archive.limits import MOST_ENTRIES, bounded_bytes
from weakties.linkedin.archive.shown import shown
from weakties.linkedin.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from zipfile import ZipInfo

_DAMAGED = (
    "“{name}” is a damaged or incomplete zip. Download your archive again: LinkedIn's link works "
    "for 72 hours."
)
_LOCKED = "“{name}” is locked with a password. Unpack it, then give the folder."
_TOO_MANY = (
    "“{name}” holds more than {most:,} files, which no export of LinkedIn's does, so it was not "
    "read. Download your archive again and give that one."
)
_OTHER_METHOD = (
    "“{inside}” in “{name}” is packed in a way that LinkedIn does not use, so it was not unpacked. "
    "Download your archive again and give that one."
)
_EXCEL = (
    "“{name}” is an Excel workbook. Open it, save the sheet of connections as CSV UTF-8, and give "
    "that file; better, give the zip as LinkedIn sent it."
)
_LEADS_OUT = (
    "“{name}” holds a file whose name leads out of its folder, which no export of LinkedIn's does, "
    "so it was not read. Download your archive again and give that one."
)
_ZIP_INSIDE = (
    "“{name}” holds no Connections.csv but another zip: {inside}. Unpack “{name}”, then give the "
    "path of the zip that was inside."
)
_NOT_OPENED = (
    "{inside} was left aside: it is a zip inside the zip. To read it, unpack “{name}” and give the "
    "path of that one."
)
# The list of 20,000 entries with long names; a larger one only fills memory.
_MOST_AT_ONCE = 8 << 20
_ENCRYPTED = 0x1
# The decoders of other methods expand a whole block before anybody can count its bytes.
_METHODS = {ZIP_STORED, ZIP_DEFLATED}
_NAMED = 3


class _TooMany(Exception):
    """The list of entries is longer than any export's."""


class _Bounded:
    """A file that refuses to be read into memory as one large piece, as the list of entries is."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self.seek = self._file.seek
        self.tell = self._file.tell
        self.seekable = self._file.seekable

    def read(self, size: int = -1) -> bytes:
        if size > _MOST_AT_ONCE:
            raise _TooMany
        return self._file.read(_MOST_AT_ONCE if size < 0 else size)

    def __enter__(self) -> _Bounded:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


def files_in_zip(path: Path, notes: list[str]) -> dict[Kind, tuple[str, bytes]]:
    """Return the used files of an archive.

    Raises
    ------
    ExportError
        If it is damaged, locked, or larger than any export.
    """
    try:
        with _Bounded(path) as file, ZipFile(file) as archive:
            entries = archive.infolist()
            _refuse_a_workbook(entries, path)
            best = _best(entries, shown(path.name), notes)
            _tell_of_zips_inside(entries, best, shown(path.name), notes)
            return {kind: _content(archive, entry, kind, path) for kind, entry in best.items()}
    except (ExportError, PermissionError):
        raise
    except _TooMany:
        raise ExportError(_TOO_MANY.format(name=shown(path.name), most=MOST_ENTRIES)) from None
    except Exception:  # noqa: BLE001 - zipfile and its decoders raise anything on a broken archive
        raise ExportError(_DAMAGED.format(name=shown(path.name))) from None


def _best(entries: list[ZipInfo], name: str, notes: list[str]) -> dict[Kind, ZipInfo]:
    if len(entries) > MOST_ENTRIES:
        raise _TooMany
    best: dict[Kind, ZipInfo] = {}
    for entry in sorted(entries, key=_nearest):
        if _leads_out(entry.filename):
            raise ExportError(_LEADS_OUT.format(name=name))
        kind = kind_of(entry.filename)
        if kind is None or entry.is_dir():
            continue
        if kind in best:
            left, read = shown(entry.filename), shown(best[kind].filename)
            notes.append(f"{left} was left aside: {read} is read.")
        else:
            best[kind] = entry
    return best


def _refuse_a_workbook(entries: list[ZipInfo], path: Path) -> None:
    if any(entry.filename == "xl/workbook.xml" for entry in entries):
        raise ExportError(_EXCEL.format(name=shown(path.name)))


def _nearest(entry: ZipInfo) -> tuple[int, int, str]:
    """Order entries: nearest to the top first, then the name without a copy's number."""
    return entry.filename.count("/"), len(entry.filename), entry.filename


def _tell_of_zips_inside(
    entries: list[ZipInfo], best: dict[Kind, ZipInfo], name: str, notes: list[str]
) -> None:
    """Note the archives inside an archive; refuse it if it holds nothing better."""
    zips = sorted(entry.filename for entry in entries if _is_zip(entry.filename))
    if not zips:
        return
    inside = ", ".join(f"“{shown(filename)}”" for filename in zips[:_NAMED])
    if len(zips) > _NAMED:
        inside += f" and {len(zips) - _NAMED:,} more"
    if Kind.CONNECTIONS not in best:
        raise ExportError(_ZIP_INSIDE.format(name=name, inside=inside))
    notes.append(_NOT_OPENED.format(name=name, inside=inside))


def _is_zip(filename: str) -> bool:
    return filename.casefold().endswith(".zip") and not is_shadow(filename)


def _leads_out(filename: str) -> bool:
    path = PurePosixPath(filename.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or filename[1:2] == ":"


def _content(archive: ZipFile, entry: ZipInfo, kind: Kind, path: Path) -> tuple[str, bytes]:
    if entry.flag_bits & _ENCRYPTED:
        raise ExportError(_LOCKED.format(name=shown(path.name)))
    if entry.compress_type not in _METHODS:
        raise ExportError(_OTHER_METHOD.format(name=shown(path.name), inside=shown(entry.filename)))
    with archive.open(entry) as file:
        return shown(entry.filename), bounded_bytes(file, kind, entry.filename)
