"""Tables of other editions, kept on this machine between one use and the next.

They lie in the user's cache folder, or in the folder that ``WEAKTIES_CACHE`` names, below a hash of
what makes them, code and cards: a new release never reads what an old one left.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.content import content_root

if TYPE_CHECKING:
    from collections.abc import Callable

_MADE_WITH = (
    *sorted(Path(__file__).parent.rglob("*.py")),
    content_root() / "data" / "datapackage.json",
)
_OURS = re.compile(r"world-[0-9a-f]{16}")


def kept(name: str, edition: str, make: Callable[[], bytes]) -> bytes:
    """Return the file of a table, made only if it is not kept yet.

    A folder that can't be read or written costs time, nothing else.

    Parameters
    ----------
    name, edition
        Which table.
    make
        Makes the file's content.
    """
    path = cache_folder() / f"world-{fingerprint()}" / edition / f"{name}.csv"
    with contextlib.suppress(OSError):
        return path.read_bytes()
    content = make()
    with contextlib.suppress(OSError):
        _forget_others(path.parents[1])
        _write(path, content)
    return content


def cache_folder() -> Path:
    """Return the folder below which tables are kept."""
    chosen = os.environ.get("WEAKTIES_CACHE")
    if chosen:
        return Path(chosen)
    # Comes with jupyter-core, on which JupyterLab stands.
    from platformdirs import user_cache_path

    return user_cache_path("weakties", appauthor=False)


@cache
def fingerprint() -> str:
    """Return 16 hexadecimal digits that change whenever what makes the tables does."""
    digest = hashlib.sha256()
    for path in _MADE_WITH:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _forget_others(current: Path) -> None:
    """Remove what other releases kept: nobody else does, and it can be made again."""
    if current.exists():
        return
    for other in current.parent.glob("world-*"):
        if _OURS.fullmatch(other.name):
            shutil.rmtree(other, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all, also when many learners' kernels write it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
