"""Write the copy, in the form of the original."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.linkedin.errors import ExportError
from weakties.linkedin.figures import figures_of
from weakties.linkedin.pseudonym.copy import K, pseudonymized
from weakties.linkedin.pseudonym.differs import differences
from weakties.linkedin.pseudonym.revealed import Revealed, revealed_by
from weakties.linkedin.reading import read
from weakties.linkedin.writing import write_export
from weakties.linkedin.writing.columns import MESSAGES

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.linkedin.export import Export


class Written(NamedTuple):
    """What the original tells apart, what its copy does, and how their figures differ, in words."""

    before: Revealed
    after: Revealed
    differences: tuple[str, ...]


def write_copy(export: Export, path: Path, *, k: int = K) -> Written:
    """Write a copy without names as a new zip, with the columns of the original's era.

    Returns
    -------
    Written
        What was measured on the original, and on the copy as it is read again from its file.

    Raises
    ------
    ExportError
        If the name does not end in .zip, is taken, or can't be written to.
    """
    if path.suffix.lower() != ".zip":
        raise ExportError(f"“{path}” must end in .zip: the copy is an archive like yours.")
    copy = pseudonymized(export, k=k)
    width = len(export.message_columns)
    write_export(
        copy,
        path,
        era=export.era,
        message_columns=width if width in MESSAGES else None,
        notes=False,
        even_no_messages=bool(width),
    )
    copied = read(path)
    return Written(
        revealed_by(export),
        revealed_by(copied),
        differences(figures_of(export).json(), figures_of(copied).json()),
    )
