"""Collecting what a notebook wrote into its folder, when its process has ended.

The folder is gone from every view but a descriptor's. Names and kinds are its author's: no link is
followed, nothing but ordinary files is taken, and nothing lands outside the folder that is named here.
"""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COARSE_CLOCK = 5  # linux/time.h; Python has no name for it
_MOST_FILES = 500
_MOST_BYTES = 64 * 2**20
_MOST_FOLDERS_DEEP = 20
_LEFT = ("__pycache__", ".ipynb_checkpoints")


@dataclass
class _Written:
    """A file that was written, by its path in parts."""

    parts: tuple[str, ...]
    folder: int
    size: int = field(default=0)


def staged_until(home: int) -> int:
    """Return when the last file was laid into a folder, as soon as later ones will differ.

    The clock that files are stamped with stands still for some milliseconds; they are waited for.
    """
    last = max(
        (
            os.stat(name, dir_fd=above, follow_symlinks=False).st_ctime_ns
            for _, folders, files, above in os.fwalk(dir_fd=home)
            for name in (*folders, *files)
        ),
        default=0,
    )
    while time.clock_gettime_ns(_COARSE_CLOCK) <= last:
        time.sleep(0.001)
    return last


def keep_written(home: int, since: int, target: Path) -> str:
    """Copy the files that were written into a folder, and say what was left behind.

    Parameters
    ----------
    home
        A descriptor of the folder.
    since
        The moment, in nanoseconds, after which a file counts as written.
    target
        Where they go; a file that is there gives way.
    """
    room, left_behind = _MOST_BYTES, 0
    for count, written in enumerate(_written(home, since, ())):
        if count >= _MOST_FILES or written.size > room:
            left_behind += 1
            continue
        room -= written.size
        _copied(written, target)
    return f"{left_behind} of the files that it wrote were not kept." if left_behind else ""


def _written(folder: int, since: int, above: tuple[str, ...]) -> Iterator[_Written]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries)
    for name in names:
        about = os.stat(name, dir_fd=folder, follow_symlinks=False)
        parts = (*above, name)
        if stat.S_ISDIR(about.st_mode) and name not in _LEFT and len(parts) < _MOST_FOLDERS_DEEP:
            inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
            try:
                yield from _written(inner, since, parts)
            finally:
                os.close(inner)
        # Who writes can choose every other time of a file.
        elif stat.S_ISREG(about.st_mode) and about.st_ctime_ns > since:
            yield _Written(parts, folder, about.st_size)


def _copied(written: _Written, target: Path) -> None:
    place = target.joinpath(*written.parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    source = os.open(written.parts[-1], os.O_RDONLY | os.O_NOFOLLOW, dir_fd=written.folder)
    with os.fdopen(source, "rb") as file, place.open("xb") as copy:
        copy.write(file.read(written.size))
