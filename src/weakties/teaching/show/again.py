"""Grading one learner's work again beside the course, in a copy that is gone afterwards."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.grading.compare.scratch import copied, scratch
from weakties.grading.result import State
from weakties.grading.run import Options, grade

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Key
    from weakties.grading.result import Result

_KEY = "the key"


@dataclass(frozen=True)
class Again:
    """What grading in the copy came to.

    Parameters
    ----------
    values
        What the instructor's solution gives the answers, by graded cell and name.
    changed
        What the changed notebook came to; ``None`` where none was given.
    problem
        Why the key's values are not known, in a sentence.
    """

    values: Mapping[Key, Mapping[str, str]] = field(default_factory=dict)
    changed: Result | None = None
    problem: str = ""


def graded_again(root: Path, assignment: str, learner: str, edited: Path | None = None) -> Again:
    """Grade the instructor's solution, and a changed notebook if one is given; save nothing.

    Parameters
    ----------
    root
        The course's folder.
    assignment, learner
        Whose work.
    edited
        A notebook that stands in for the one that was handed in.

    Raises
    ------
    CourseError
        If a notebook was given and can't be graded.
    """
    try:
        with scratch() as folder:
            copy = copied(root, assignment, folder / "course", [learner])
            if edited:
                _replace_work(copy.room, learner, edited)
            _hand_in_the_key(copy.room)
            asked = (_KEY, *([learner] if edited else []))
            options = Options(asked, force=True, settings=copy.settings)
            with closing(grade(copy.room.root, assignment, options)) as results:
                found = {result.learner: result for result in results}
    except CourseError as reason:
        if edited:
            raise
        return Again(problem=f"The key's values are not known: {reason}")
    key = found.get(_KEY)
    if key is None or key.state is State.FAILED:
        why = key.reason if key else "there is no solution in the source folder."
        return Again(changed=found.get(learner), problem=f"The key's values are not known: {why}")
    values = {(one.notebook, one.grade_id): one.values for one in key.questions}
    return Again(values, found.get(learner) if edited else None)


def _replace_work(room: Classroom, learner: str, edited: Path) -> None:
    names = sorted(path.stem for path in room.source.glob("*.ipynb"))
    name = edited.stem if edited.stem in names or len(names) != 1 else names[0]
    if name not in names:
        known = " or ".join(f"{one}.ipynb" for one in names) or "none of the assignment's"
        raise CourseError(f"“{edited}” has not the name of a notebook: call it {known}.")
    place = room.folder("submitted", learner) / f"{name}.ipynb"
    place.unlink(missing_ok=True)
    try:
        shutil.copyfile(edited, place)
    except OSError as error:
        raise CourseError(f"“{edited}” can't be read: {error.strerror}.") from None


def _hand_in_the_key(room: Classroom) -> None:
    place = room.folder("submitted", _KEY)
    place.mkdir(parents=True)
    for path in room.source.glob("*.ipynb"):
        shutil.copyfile(path, place / path.name)
