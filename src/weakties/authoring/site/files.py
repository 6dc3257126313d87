"""Files that are written only where they would change, so that a second build finds little to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def lay_out(folder: Path, wanted: Iterable[tuple[str, bytes]]) -> None:
    """Make a folder hold exactly what is wanted; what is there already keeps its time.

    Parameters
    ----------
    folder
        Which is all ours.
    wanted
        Path and content of each file.
    """
    kept = set()
    for name, content in wanted:
        path = folder / name
        kept.add(path)
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in kept:
            path.unlink()
