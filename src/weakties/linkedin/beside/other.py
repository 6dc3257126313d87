"""Read the network that is to stand beside one's own."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.linkedin.beside.copies import read_copies, zips_of
from weakties.linkedin.errors import ExportError
from weakties.linkedin.reading import read
from weakties.linkedin.sample import write_sample

if TYPE_CHECKING:
    import os

    from weakties.linkedin.beside.copies import Copies
    from weakties.linkedin.export import Export

SAMPLE = "sample"


def read_other(beside: str | os.PathLike[str], *own: str | os.PathLike[str]) -> Export | Copies:
    """Return the export that stands beside one's own, or a class's copies.

    Parameters
    ----------
    beside
        Its path, a folder with the zips of a class's copies, or ``"sample"`` for the export of an
        invented person.
    own
        The paths of one's own.

    Raises
    ------
    ExportError
        If it can't be read, or is one's own.
    """
    if str(beside) == SAMPLE:
        return _sample()
    copies = zips_of(Path(beside))
    if copies:
        return read_copies(Path(beside).resolve().name, copies)
    if Path(beside).resolve() in [Path(path).resolve() for path in own]:
        raise ExportError(
            "These two are one file: nothing would differ. Give --beside the copy without names "
            "that somebody else made, or --beside sample."
        )
    return read(beside)


def _sample() -> Export:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.zip"
        write_sample(path)
        return replace(read(path), name="the sample, who is invented")
