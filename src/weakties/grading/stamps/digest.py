"""Digests: equal for equal content, and for nothing else."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

from weakties.grading.nbg.folders import MOST_BYTES, MOST_FILES, files_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

SHORT = 8
"""Signs of a digest that a reader is shown."""


def digest_of(parts: Iterable[str]) -> str:
    """Return a digest of some texts in their order.

    Examples
    --------
    >>> digest_of(["ab", "c"]) == digest_of(["a", "bc"])
    False
    """
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        found.update(len(raw).to_bytes(8, "big") + raw)
    return found.hexdigest()


def digest_of_file(path: Path) -> str:
    """Return a digest of a file's content, or an empty text where there is no ordinary file.

    No link is followed, and no pipe is waited for.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return ""
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return ""
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of_folder(
    folder: Path,
    ignored: Sequence[str],
    left_out: Collection[str] = (),
    *,
    limited: bool = True,
) -> str:
    """Return a digest of all files below a folder; empty where there is no folder.

    Parameters
    ----------
    folder
        The folder; a link to one is none.
    ignored
        Patterns of names that do not count.
    left_out
        Names in the folder itself that do not count.
    limited
        Whether it ends where the copying of a submission's files ends.
    """
    if folder.is_symlink() or not folder.is_dir():
        return ""
    parts: list[str] = []
    total = 0
    for count, (path, kind) in enumerate(files_in(folder, ignored)):
        inner = str(path.relative_to(folder))
        if inner in left_out:
            continue
        total += path.lstat().st_size
        if limited and (count >= MOST_FILES or total > MOST_BYTES):
            parts.append(inner)
            break
        parts += [inner, digest_of_file(path) if stat.S_ISREG(kind) else "no file"]
    return digest_of(parts)
