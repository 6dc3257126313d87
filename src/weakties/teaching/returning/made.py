"""Everybody's pages of feedback, made anew from the gradebook."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.grading.hindrance import hindrance
from weakties.grading.report.learners import NOT_YET, standings
from weakties.grading.report.read import entries_of
from weakties.grading.result import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
    from weakties.grading.nbg.feedback import Feedback
    from weakties.grading.report.entries import Learner
    from weakties.grading.report.learners import Standing


@dataclass(frozen=True)
class Made:
    """What there is to give back.

    Parameters
    ----------
    pages
        Everybody's pages, by learner.
    learners
        Everybody whom the gradebook knows or who handed something in, by id.
    left
        Why somebody who handed something in has no page, in a sentence, by learner.
    missing
        Who handed nothing in.
    """

    pages: Mapping[str, tuple[Path, ...]]
    learners: Mapping[str, Learner]
    left: Mapping[str, str]
    missing: tuple[str, ...] = ()


def feedback_made(room: Classroom) -> Made:
    """Write the feedback of everybody who handed something in, as the gradebook is now.

    Raises
    ------
    NothingToReport
        If the gradebook does not know the assignment.
    NotACourse
        If another run is grading this course.
    """
    from weakties.grading.nbg.book import OneGradebook, opened_by_all_steps
    from weakties.grading.nbg.feedback import Feedback
    from weakties.grading.nbg.place import run_folder

    entries = entries_of(room)
    everybody = standings(entries)
    names = tuple(dict.fromkeys(item.key[0] for item in entries.items))
    pages: dict[str, tuple[Path, ...]] = {}
    left: dict[str, str] = {}
    with run_folder(room.root) as staging:
        book = OneGradebook(room.directory.db_url, room.directory.course_id)
        try:
            with opened_by_all_steps(book):
                feedback = Feedback(room, staging)
                for one in everybody:
                    who = one.learner.id
                    if one.state == State.MISSING or not room.concerns(who):
                        continue
                    left[who] = _write(room, feedback, one, names)
                    if not left[who]:
                        del left[who]
                        pages[who] = tuple(sorted(_written(room, who, names)))
        finally:
            book.end()
    missing = tuple(one.learner.id for one in everybody if one.state == State.MISSING)
    return Made(pages, {one.learner.id: one.learner for one in everybody}, left, missing)


def _write(room: Classroom, feedback: Feedback, one: Standing, names: tuple[str, ...]) -> str:
    """Write one learner's pages; return what kept them from being written, or an empty text."""
    who = one.learner.id
    try:
        if one.state == State.FAILED:
            feedback.say_failed(who, one.reason, names)
        elif one.state == NOT_YET:
            return one.reason
        elif not any(room.folder("autograded", who).glob("*.ipynb")):
            return (
                "The graded notebook is gone from autograded/: "
                f"`{in_course(f'grade {room.assignment} --learner {shlex.quote(who)} --force')}` makes it again."
            )
        else:
            feedback.make(who)
    except Exception as error:
        if hindrance(error):
            raise
        return f"No page could be made: {type(error).__name__}: {error}"[:300]
    return ""


def _written(room: Classroom, learner: str, names: tuple[str, ...]) -> list[Path]:
    """Return the pages that we wrote, and no page that a learner put beside the notebook."""
    folder = room.folder("feedback", learner)
    found = (folder / f"{name}.html" for name in names)
    return [path for path in found if path.is_file()]
