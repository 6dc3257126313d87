"""From a course's folder to all that is known of an assignment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.course import CourseError, load_course
from weakties.grading.report.book import (
    NothingToReport,
    assignments_in,
    find_assignment,
    items_of,
    learners_of,
    opened,
    submissions_of,
)
from weakties.grading.report.entries import Entries, Learner
from weakties.grading.report.notes import noted, remarked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
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

    entries = entries_of(classroom(root, assignment))
    if not entries.submissions:
        raise NothingToReport(_nothing_graded(assignment, len(entries.handed_in)))
    return entries


def entries_of(room: Classroom) -> Entries:
    """Return all that is known of an assignment, be it graded yet or not.

    Raises
    ------
    NothingToReport
        If there is no gradebook, or no such assignment.
    """
    assignment = room.assignment
    handed_in = frozenset(room.learners)
    from weakties.grading.stamps.digest import digest_of_file
    from weakties.grading.stamps.table import keys_of, stamps_of

    with opened(room.directory.db_url, assignment) as connection:
        key, due = find_assignment(connection, assignment)
        items = items_of(connection, key)
        known = learners_of(connection)
        submissions = submissions_of(connection, key, items)
        stamps, keys = stamps_of(connection, assignment), keys_of(connection, assignment)
    found, unreadable = noted(room.root, assignment)
    others = handed_in - {learner.id for learner in known}
    learners = (*known, *(Learner(name) for name in sorted(others)))
    named = tuple(named_items(items.values()))
    remarks = remarked(room.root, assignment)
    newer = [
        name
        for name, (source, _) in keys.items()
        if source != digest_of_file(room.source / f"{name}.ipynb")
    ]
    return Entries(
        assignment,
        named,
        learners,
        submissions,
        handed_in,
        found,
        unreadable,
        due,
        remarks,
        stamps,
        {name: one.digest for name, (_, one) in keys.items()},
        tuple(newer),
    )


def read_course(root: Path, assignment: str) -> tuple[Entries, ...]:
    """Return what is known of every assignment of a course that is graded, in their order.

    Parameters
    ----------
    root
        The course's folder.
    assignment
        One of them, to be named where there is no gradebook.

    Raises
    ------
    NothingToReport
        If there is no gradebook.
    """
    from weakties.grading.nbg.course import classroom

    room = classroom(root, assignment)
    with opened(room.directory.db_url, assignment) as connection:
        names = assignments_in(connection)
    units = [unit.slug for unit in load_course().ready]
    in_order = [*(unit for unit in units if unit in names), *sorted(set(names) - set(units))]
    found = (entries_of(replace(room, assignment=name)) for name in in_order)
    return tuple(entries for entries in found if entries.submissions)


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
            f"learner's work under submitted/, then run `{in_course(f'grade {assignment}')}`."
        )
    people = "1 learner" if handed_in == 1 else f"{handed_in:,} learners"
    return (
        f"Nothing of '{assignment}' is graded yet. {people} handed it in: run "
        f"`{in_course(f'grade {assignment}')}`."
    )
