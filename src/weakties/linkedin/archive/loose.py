"""Files that are not in an archive: an unpacked folder, or one file alone."""

from __future__ import annotations

import os
from pathlib import Path

from weakties.linkedin.archive.kinds import Kind, kind_of
from weakties.linkedin.archive.limits import MOST_ENTRIES, bounded_bytes
from weakties.linkedin.archive.shown import shown
from weakties.linkedin.errors import ExportError

_DEPTH = 3


def files_in_folder(folder: Path, notes: list[str]) -> dict[Kind, tuple[str, bytes]]:
    """Return the used files of an unpacked export, from the folder or a few floors below.

    Links are not followed, so nothing outside the folder is read.
    """
    best: dict[Kind, Path] = {}
    ordinary, others = _files_below(folder)
    notes.extend(
        f"{shown(str(path.relative_to(folder)))} was left aside: it is a link or a device, not a file."
        for path in others
        if kind_of(path.name)
    )
    for path in ordinary:
        kind = kind_of(path.name)
        if kind is None:
            continue
        if kind in best:
            left, read = shown(str(path.relative_to(folder))), shown(best[kind].name)
            notes.append(f"{left} was left aside: {read} is read.")
        else:
            best[kind] = path
    return {
        kind: (shown(str(path.relative_to(folder))), _content(path, kind))
        for kind, path in best.items()
    }


def lone_file(path: Path) -> dict[Kind, tuple[str, bytes]]:
    """Return one file as the list of connections, whatever it is called."""
    return {Kind.CONNECTIONS: (shown(path.name), _content(path, Kind.CONNECTIONS))}


def _content(path: Path, kind: Kind) -> bytes:
    with path.open("rb") as file:
        return bounded_bytes(file, kind, path.name)


def _files_below(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return ordinary files, those that lie nearest first, and what is none."""
    found: list[Path] = []
    others: list[Path] = []
    floor, seen = [folder], 0
    for _ in range(_DEPTH):
        below: list[Path] = []
        for place in floor:
            with os.scandir(place) as entries:
                for entry in entries:
                    seen += 1
                    if seen > MOST_ENTRIES:
                        raise ExportError(
                            f"“{shown(folder.name)}” holds more than {MOST_ENTRIES:,} files, so it is not "
                            "an export alone. Give the folder that you unpacked your zip to."
                        )
                    if entry.is_dir(follow_symlinks=False):
                        below.append(Path(entry.path))
                    elif entry.is_file(follow_symlinks=False):
                        found.append(Path(entry.path))
                    else:
                        others.append(Path(entry.path))
        floor = sorted(below)
    nearest = sorted(found, key=lambda path: (len(path.parts), len(path.name), str(path)))
    return nearest, sorted(others)
