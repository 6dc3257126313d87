"""Write a report's page without writing over anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.pages.html import BEGINNING

if TYPE_CHECKING:
    from pathlib import Path


class PageError(CourseError):
    """A page can't be written; the message says what to do next."""


def write_page(page: str, path: Path) -> None:
    """Write a report's page; an older report may be replaced, any other file not.

    Raises
    ------
    PageError
        If another file is there, or the place can't be written to.
    """
    try:
        if path.exists() and not _is_report(path):
            raise PageError(
                f"“{path}” is there already and is no report of ours, so it was left as it is. "
                "Give a new name, such as report.html."
            )
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise PageError(
            f"“{path}” could not be written: {error.strerror}. "
            "Choose a place in a folder that is there and yours."
        ) from None


def _is_report(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(BEGINNING)) == BEGINNING.encode()
