"""What an instructor asked to be packed, completed by the cohort whose folder they are in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.data.editions import OPEN, checked
from weakties.grading.cohort.cohort import cohort_at
from weakties.pack import Pack
from weakties.teaching.packing.contents import Handout, NotPacked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weakties.course import Course


@dataclass(frozen=True)
class Asked:
    """What is to be packed, as far as somebody said it.

    Parameters
    ----------
    units
        Slugs; those of the cohort if empty, else all that are ready.
    edition
        Of the data; the cohort's if empty, else the open one.
    with_key
        Whether worked answers come along.
    exchange
        A folder of nbgrader's exchange into which learners hand in.
    """

    units: Sequence[str] = ()
    edition: str = ""
    with_key: bool = False
    exchange: str = ""


def handout_of(course: Course, folder: Path, asked: Asked) -> Handout:
    """Return what to pack for the cohort of a folder, or for nobody in particular.

    Parameters
    ----------
    course
        The course that came with weakties.
    folder
        Where the instructor is; a ``cohort.toml`` in it says the rest.
    asked
        What was said.

    Raises
    ------
    NotPacked
        If the edition is not the cohort's: its answers would be graded by another key.
    CourseError
        If a unit or an edition is none.
    """
    cohort = cohort_at(folder)
    edition = asked.edition or (cohort.edition if cohort else OPEN)
    if cohort and checked(edition) != cohort.edition:
        raise NotPacked(
            f"cohort.toml says that the edition is {cohort.edition}, and you asked for {edition}: "
            "its answers would be graded by another key. Leave --edition away, or mend the file."
        )
    exercises = folder / "exercises" if cohort else None
    named = asked.units or [
        unit.slug for unit in course.ready if not exercises or (exercises / unit.slug).is_dir()
    ]
    wanted = {course.unit(slug).slug for slug in named}
    pack = Pack(
        cohort.title if cohort else course.title, checked(edition), asked.with_key, asked.exchange
    )
    units = tuple(unit.slug for unit in course.ready if unit.slug in wanted)
    return Handout(course, units, pack, exercises)
