"""What a submission sees of the machine: a few folders, read-only."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.content import content_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HOME = "/home/learner"
"""The folder in which a submission runs, inside its sandbox."""

_SYSTEM = (
    "/lib", "/lib64", "/lib32", "/usr/lib", "/usr/lib64", "/usr/local/lib",
    "/usr/share/zoneinfo", "/usr/share/fonts", "/etc/fonts", "/etc/localtime", "/etc/ld.so.cache",
)  # fmt: skip
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


@dataclass(frozen=True)
class View:
    """What is seen.

    Parameters
    ----------
    shown
        Folders and files that are seen, read-only.
    hidden
        Folders below these that are seen empty.
    devices
        Harmless devices.
    """

    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    devices: tuple[str, ...] = _DEVICES


def view_of(private: Sequence[Path] = (), also: Sequence[Path] = ()) -> View:
    """Return what a submission needs: Python, its packages, the course's tables.

    Parameters
    ----------
    private
        Folders and files that it must not see wherever they lie.
    also
        What it may see beside.

    Raises
    ------
    ValueError
        If Python itself lies below something private.
    """
    shown = [*_SYSTEM, *_python(), *_course(), *map(str, also)]
    private = [*private, *(content_root() / name for name in ("solutions", "exercises"))]
    there = [path for path in outermost(shown) if Path(path).exists()]
    for path in there:
        for secret in private:
            if _is_below(path, str(secret)):
                raise ValueError(f"{path} is needed, but it lies in {secret}, which is private")
    hidden = [
        str(secret)
        for secret in private
        if secret.is_dir() and any(_is_below(str(secret), path) for path in there)
    ]
    return View(tuple(there), tuple(hidden), tuple(d for d in _DEVICES if Path(d).exists()))


def outermost(paths: Iterable[str]) -> list[str]:
    """Return the paths that lie below none of the others.

    Examples
    --------
    >>> outermost(["/usr/lib/python3", "/usr/lib", "/usr/lib64", "/usr/lib"])
    ['/usr/lib', '/usr/lib64']
    """
    kept: list[str] = []
    for path in sorted({os.path.normpath(path) for path in paths}):
        if not any(_is_below(path, other) for other in kept):
            kept.append(path)
    return kept


def _python() -> list[str]:
    libraries = [path for path in sys.path if path and Path(path).exists()]
    return [*libraries, str(Path(os.__file__).parent)]


def _course() -> list[str]:
    root = content_root()
    return [
        str(path)
        for path in (
            root / "data",
            root / "course" / "course.toml",
            root / "course" / "evidence.toml",
            *sorted(root.glob("course/*/hints.toml")),
        )
    ]


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
