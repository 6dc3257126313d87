"""From a path to a report, whatever the path turns out to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.ownphoto import notes
from weakties.ownphoto.clean import write_clean_copy
from weakties.ownphoto.file import measured_from
from weakties.ownphoto.path import NoPhoto, NotChosen, photo_path, shown_name
from weakties.ownphoto.report import Report
from weakties.ownphoto.rules import findings_on
from weakties.ownphoto.rules.finding import Word

if TYPE_CHECKING:
    from os import PathLike
    from types import EllipsisType


def look_at(
    path: str | PathLike[str] | EllipsisType = ..., *, clean: str | PathLike[str] | None = None
) -> Report:
    """Measure a photo file on this machine, without judging the face in it.

    The file is only read: nothing is sent, nothing is written but the copy that you ask for, and
    the picture is out of memory when the report is shown. A file that can't be measured gets a
    sentence, never a traceback.

    Parameters
    ----------
    path
        Where the photo is, for instance ``"me.jpg"`` or ``"~/Pictures/me.jpg"``. With ``...``
        the report says how to choose one.
    clean
        Where a copy is written that holds the picture and nothing else, for instance
        ``"clean.jpg"``; by default none is.

    Returns
    -------
    Report
        What was found; a notebook shows it as a table, ``print`` as text. Its ``findings`` are
        plain data.

    Examples
    --------
    >>> look_at(...).heading
    '○ No photo chosen yet'
    >>> look_at("no such photo.jpg").findings
    ()
    """
    try:
        file = photo_path(path)
        findings = findings_on(measured_from(file))
        copied = "" if clean is None else f" {write_clean_copy(file, clean)}"
    except NotChosen as blank:
        return Report("○ No photo chosen yet", str(blank), (), notes.BEFORE)
    except NoPhoto as problem:
        return Report("△ This could not be measured", str(problem), (), notes.PROBLEM)
    fine = sum(finding.word is Word.FINE for finding in findings)
    summary = f"{len(findings)} findings: {fine} fine, {len(findings) - fine} worth a look.{copied}"
    kept = notes.MEASURED if clean is None else notes.COPIED
    return Report(f"Your photo, measured: {shown_name(file)}", summary, findings, kept)
