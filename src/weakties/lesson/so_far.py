"""How far the learner is, here: the course, their record and the edition of this folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.course import CourseError, load_course
from weakties.data.editions import OPEN, current_edition
from weakties.progress import here
from weakties.progress.standing import standings

if TYPE_CHECKING:
    from weakties.progress.standing import Place, Standing


def so_far() -> tuple[Standing, ...]:
    """Return how far the learner is in each ready unit; empty outside of a folder of their own."""
    mine = here()
    if mine.folder is None:
        return ()
    # A copy for practice has data of its own; how far one is goes by those of the folder.
    return standings(load_course(), mine.record, _edition_of(mine.folder))


def _edition_of(folder: Path) -> str:
    """Return a folder's edition; the open one where the settings can't be read.

    Whoever loads data then is told why.
    """
    try:
        return current_edition(folder)
    except CourseError:
        return OPEN


def link_to(place: Place) -> str:
    """Return a link from this notebook to a place, as JupyterLab follows it to the very cell."""
    folder = here().folder
    if folder is None:
        return place.path + place.fragment
    return Path(os.path.relpath(folder / place.path)).as_posix() + place.fragment
