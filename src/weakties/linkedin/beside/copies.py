"""A class's copies without names, one of each person, in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.command import command
from weakties.linkedin.archive.shown import shown
from weakties.linkedin.errors import ExportError
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weakties.linkedin.export import Export

MOST = 200


@dataclass(frozen=True)
class Copies:
    """The copies of a class, and the name of their folder."""

    name: str
    exports: tuple[Export, ...]


def zips_of(folder: Path) -> list[Path]:
    """Return the zips of a folder that holds copies; none of an unpacked export or of a file."""
    if not folder.is_dir():
        return []
    inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    if any(path.name.casefold() == "connections.csv" for path in inside):
        return []
    return [path for path in inside if path.suffix.casefold() == ".zip" and path.is_file()]


def read_copies(name: str, zips: Sequence[Path]) -> Copies:
    """Read the copies of a class.

    Raises
    ------
    ExportError
        If one can't be read, or shows names: an export is nobody else's to read.
    """
    if len(zips) > MOST:
        raise ExportError(f"“{shown(name)}” holds {len(zips):,} zips; give {MOST} at most.")
    exports = []
    for path in zips:
        export = read(path)
        if not is_pseudonymized(export):
            raise ExportError(
                f"“{shown(path.name)}” is no copy without names, and a class's folder holds nothing "
                "else. Take it out; its owner makes a copy: "
                f"{command('mirror my-export.zip --pseudonymise copy.zip')}"
            )
        exports.append(export)
    return Copies(shown(name), tuple(exports))
