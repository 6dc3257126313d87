"""From a course's folder to all that is known of an assignment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weakties.course import CourseError, load_course
from weakties.grading.report.book import (
    NothingToReport,
    find_assignment,
    items_of,
    learners_of,
    opened,
    submissions_of,
)
from weakties.grading.report.entries import Entries, Learner
from weakties.grading.report.notes import noted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from weakties.grading.report.entries import Item


def read(root: Path, assignment: str) -> Entries:
    """Read the gradebook and what the runs noted.

    Parameters
    ----------
    root
        The course's folder.
    assignment
        The assignment's name.

    Raises
    ------
    NothingToReport
        If there is no gradebook, no such assignment, or nothing of it was graded.
    NotACourse
        If there is no such folder, or the name can't be an assignment's.
    """
    from weakties.grading.nbg.course import classroom

    room = classroom(root, assignment)
    handed_in = frozenset(room.learners)
    with opened(room.directory.db_url, assignment) as connection:
        key, due = find_assignment(connection, assignment)
        items = items_of(connection, key)
        known = learners_of(connection)
        submissions = submissions_of(connection, key, items)
    if not submissions:
        raise NothingToReport(_nothing_graded(assignment, len(handed_in)))
    found, unreadable = noted(room.root, assignment)
    others = handed_in - {learner.id for learner in known}
    learners = (*known, *(Learner(name) for name in sorted(others)))
    named = tuple(named_items(items.values()))
    return Entries(assignment, named, learners, submissions, handed_in, found, unreadable, due)


def named_items(items: Collection[Item]) -> Iterator[Item]:
    """Give questions of the course their titles; where there are several notebooks, say which."""
    several = len({item.key[0] for item in items}) > 1
    for item in items:
        notebook, cell = item.key
        question = cell.removesuffix("-check").removesuffix("-answer")
        title = _title(question)
        name = question if title else cell
        yield replace(item, name=f"{notebook} · {name}" if several else name, title=title)


def _title(question: str) -> str:
    try:
        return load_course().question(question).title
    except (CourseError, FileNotFoundError):
        return ""


def _nothing_graded(assignment: str, handed_in: int) -> str:
    if not handed_in:
        return (
            f"Nothing of '{assignment}' is graded yet, and nothing was handed in: put each "
            f"learner's work under submitted/, then run `weakties grade {assignment}`."
        )
    people = "1 learner" if handed_in == 1 else f"{handed_in:,} learners"
    return (
        f"Nothing of '{assignment}' is graded yet. {people} handed it in: run "
        f"`weakties grade {assignment}`."
    )
