"""The files beside the notebooks: copied without following a link, a learner's at most so many."""

from __future__ import annotations

import fnmatch
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

MOST_FILES = 2_000
MOST_BYTES = 100 * 2**20


def copy_extras(
    source: Path,
    target: Path,
    ignored: Sequence[str],
    excluded: Collection[str] = (),
    *,
    limited: bool = True,
) -> list[str]:
    """Copy all files but notebooks, and return what was left out and why, in sentences.

    Parameters
    ----------
    source, target
        Folders; files that are there already are replaced.
    ignored
        Patterns of names that do not count.
    excluded
        Paths below `source` that stay behind.
    limited
        Whether only so much is copied; what the instructor gives is never too much.
    """
    left_out, total = [], 0
    for count, (path, kind) in enumerate(files_in(source, [*ignored, "*.ipynb"])):
        inner = path.relative_to(source)
        if str(inner) in excluded:
            continue
        size = path.lstat().st_size
        if not stat.S_ISREG(kind):
            left_out.append(f"{str(inner)!a} is no ordinary file and was left out.")
        elif limited and (count >= MOST_FILES or total + size > MOST_BYTES):
            left_out.append(f"{str(inner)!a} was left out: there are too many or too large files.")
            break
        else:
            total += size
            _copy(path, target / inner)
    return left_out


def remove(place: Path) -> None:
    """Remove what is at a place: a folder with all that is in it, a file, a link, or nothing."""
    if place.is_symlink() or place.is_file():
        place.unlink()
    elif place.exists():
        shutil.rmtree(place)


def set_permissions(folder: Path, permissions: int, *, shared: bool) -> None:
    """Give every file these permissions, and a shared folder's members the right to write."""
    for parent, _, names in os.walk(folder):
        for name in names:
            (Path(parent) / name).chmod(permissions)
        if shared:
            Path(parent).chmod((Path(parent).stat().st_mode | 0o2770) & 0o2777)


def files_in(folder: Path, ignored: Sequence[str]) -> Iterator[tuple[Path, int]]:
    """Yield each file below a folder with its kind; links to folders count as files."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if any(fnmatch.fnmatch(entry.name, pattern) for pattern in ignored):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(Path(entry.path), ignored)
        else:
            yield Path(entry.path), entry.stat(follow_symlinks=False).st_mode


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        target.unlink()
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file, target.open("xb") as copy:
        shutil.copyfileobj(file, copy)
