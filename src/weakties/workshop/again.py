"""An exercise a second time, in earnest: a fresh copy beside the old one, with other data."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from weakties.pack import this_pack
from weakties.workshop.errors import WorkshopError
from weakties.workshop.packaged import packaged_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.course import Course

PREFIX = "again-"
"""How the editions of such copies begin, so that nobody takes them for a cohort's."""


@dataclass(frozen=True)
class Again:
    """A fresh copy: the notebook, and the edition that its data have."""

    notebook: Path
    edition: str


def lay_out_again(course: Course, slug: str, folder: Path) -> Again:
    """Lay a fresh copy of a unit's exercise beside the old one, with an edition of its own.

    The copy lies at the same depth, so that its links hold; a settings file beside it names the
    edition, which data and checks then go by.

    Raises
    ------
    CourseError
        If there is no such unit.
    WorkshopError
        If a variable or a pack fixes the data for this machine, or the folder can't be written to.
    """
    unit = course.unit(slug)
    if os.environ.get("WEAKTIES_EDITION"):
        raise WorkshopError(
            "WEAKTIES_EDITION fixes the data on this machine, so a copy would have the same. "
            "Remove that variable, then run this again."
        )
    pack = this_pack(course.root)
    if pack and not pack.has_key:
        raise WorkshopError(
            f"Your instructor handed this course out with the data of edition {pack.edition} only, so "
            "there is no copy with others."
        )
    content = packaged_files(course)[unit.exercise]
    edition = PREFIX + secrets.token_hex(4)
    try:
        place = _made((folder / unit.exercise).parents[1], slug)
        (place / "weakties.toml").write_text(
            f'# Data of its own, for practice.\nedition = "{edition}"\n', encoding="utf-8"
        )
        notebook = place / f"{slug}.ipynb"
        notebook.write_bytes(content)
    except OSError as error:
        raise WorkshopError(
            f"The copy can't be written ({error.strerror}). Is {folder} yours to write to?"
        ) from None
    return Again(notebook, edition)


def _made(parent: Path, slug: str) -> Path:
    """Return a new folder, under the first name that is free."""
    for name in _names(slug):
        try:
            (parent / name).mkdir(parents=True)
        except FileExistsError:
            continue
        return parent / name
    raise AssertionError("names do not run out")


def _names(slug: str) -> Iterator[str]:
    for number in count(1):
        yield f"{slug}-again" if number == 1 else f"{slug}-again-{number}"
