"""Write a report without writing over anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.pages.html import BEGINNING

if TYPE_CHECKING:
    from pathlib import Path


class NotWritten(CourseError):
    """A file can't be written; the message says what to do next."""


def write_page(page: str, path: Path) -> None:
    """Write a report's page; an older report may be replaced, any other file not.

    Raises
    ------
    NotWritten
        If another file is there, or the place can't be written to.
    """
    write_over_own(
        path, page.encode(), BEGINNING.encode(), what="report of ours", example="report.html"
    )


def write_over_own(
    path: Path, content: bytes, beginning: bytes, *, what: str, example: str
) -> None:
    """Write a file; one that begins in the same way may be replaced, any other not.

    Parameters
    ----------
    path, content
        What is written where.
    beginning
        How all files of this kind begin.
    what, example
        What such a file is called, and a name that it might have, for the messages.

    Raises
    ------
    NotWritten
        If another file is there, or the place can't be written to.
    """
    try:
        if path.exists() and not _begins(path, beginning):
            raise NotWritten(
                f"“{path}” is there already and is no {what}, so it was left as it is. "
                f"Give a new name, such as {example}."
            )
        path.write_bytes(content)
    except OSError as error:
        raise NotWritten(
            f"“{path}” could not be written: {error.strerror}. "
            "Choose a place in a folder that is there and yours."
        ) from None


def _begins(path: Path, beginning: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(beginning)) == beginning
