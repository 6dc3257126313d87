"""Files that are written only where they would change, so that a second build finds little to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LIST = ".weakties-site"
"""The file of a built site that names all that a build put there; whatever else is there stays."""


def lay_out(folder: Path, wanted: Iterable[tuple[str, bytes]]) -> None:
    """Make a folder hold exactly what is wanted; what is there already keeps its time.

    Parameters
    ----------
    folder
        Which is all ours.
    wanted
        Path and content of each file.
    """
    kept = _written(folder, wanted)
    _remove(folder, [path for path in folder.rglob("*") if path.is_file() and path not in kept])


def publish(folder: Path, files: dict[str, bytes]) -> None:
    """Lay out files in a folder that is not all ours: only what an earlier build put there goes.

    Parameters
    ----------
    folder
        Which may be a checkout of its own, or name its domain in a file.
    files
        Content by path.
    """
    place = folder / LIST
    earlier = place.read_text("utf-8").splitlines() if place.is_file() else []
    names = "".join(f"{name}\n" for name in sorted(files))
    kept = _written(folder, {**files, LIST: names.encode()}.items())
    ours = [folder / name for name in earlier]
    _remove(folder, [path for path in ours if path.is_file() and path not in kept])


def _written(folder: Path, wanted: Iterable[tuple[str, bytes]]) -> set[Path]:
    written = set()
    for name, content in wanted:
        path = folder / name
        written.add(path)
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return written


def _remove(folder: Path, paths: Iterable[Path]) -> None:
    """Remove files, and the folders that are empty then."""
    for path in paths:
        path.unlink()
        for above in path.parents:
            if above == folder or any(above.iterdir()):
                break
            above.rmdir()
