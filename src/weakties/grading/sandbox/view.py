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
OWN = (HOME, "/tmp")  # noqa: S108 - its own
"""The folders that every submission has for itself."""

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


class Exposed(ValueError):
    """Something that submissions see holds something private, or lies in it; the text says what to do."""


def view_of(private: Sequence[Path] = (), also: Sequence[Path] = ()) -> View:
    """Return what a submission needs: Python, its packages, the course's tables.

    Parameters
    ----------
    private
        Folders and files that it must not see.
    also
        What it may see beside.

    Raises
    ------
    Exposed
        If something that it needs lies in something private, or holds it.
    """
    shown = [*_SYSTEM, *_python(), *_course(), *map(str, also)]
    there = [path for path in outermost(shown) if Path(path).exists()]
    for path in there:
        for secret in map(str, private):
            _refuse_if_exposed(path, secret)
    # These lie beside the package wherever it was installed.
    ours = [content_root() / name for name in ("solutions", "exercises")]
    hidden = [
        str(secret)
        for secret in ours
        if secret.is_dir() and any(_is_below(str(secret), path) for path in there)
    ]
    return View(tuple(there), tuple(hidden), tuple(d for d in _DEVICES if Path(d).exists()))


def shown_in_own(view: View) -> list[str]:
    """Return what is seen below the folders that every submission has for itself."""
    return [path for path in view.shown if any(_is_below(path, own) for own in OWN)]


def _refuse_if_exposed(path: str, secret: str) -> None:
    """Look at the real places of both: either may be a link, or lie behind one."""
    real, hidden = os.path.realpath(path), os.path.realpath(secret)
    if _is_below(real, hidden):
        how = f"lies in {secret}"
    elif _is_below(hidden, real):
        how = f"holds {secret}"
    else:
        return
    raise Exposed(
        f"Submissions see {path}, because Python looks for modules or tables there, and it {how}, "
        "which is private. Take it off Python's path: most often a .pth file among the installed "
        "packages names it. Or move the course."
    )


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
