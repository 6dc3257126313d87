"""All that is known of the texts of an assignment at one moment, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.grading.report.book import find_assignment, items_of, opened, submissions_of
from weakties.grading.stamps.table import stamps_of
from weakties.teaching.reading.shares import Place, shared_out
from weakties.teaching.reading.table import phrases_of, readings_of, shares_of
from weakties.teaching.reading.texts import written_by_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from weakties.grading.cohort.readers import Readers
    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Key
    from weakties.teaching.reading.exercise import Question
    from weakties.teaching.reading.reading import Reading
    from weakties.teaching.reading.shares import Share
    from weakties.teaching.reading.texts import Written


@dataclass(frozen=True)
class View:
    """What is known of the texts.

    Parameters
    ----------
    texts
        The texts, by where they stand.
    shares
        Who reads what.
    new_shares
        Those of them that the gradebook does not have yet.
    readings
        What was made of each, by text and reader.
    phrases
        The phrases that were kept, by notebook and cell.
    waiting_checks
        How many checks wait for a person too; the Formgrader shows them.
    """

    texts: Mapping[Place, Written]
    shares: Mapping[Place, Share]
    new_shares: Mapping[Place, Share]
    readings: Mapping[tuple[Place, str], Reading]
    phrases: Mapping[tuple[str, str], list[str]]
    waiting_checks: int = 0

    def is_first(self, place: Place, reader: str) -> bool:
        """Say whether it is this reader's points that count."""
        return self.shares[place].first in ("", reader)

    def state(self, place: Place, reader: str, question: Question) -> str:
        """Return how far a reader has read a text."""
        reading = self.readings.get((place, reader))
        is_first = self.is_first(place, reader)
        return self.texts[place].state(reading, question.rubric, is_first=is_first)

    def queue(self, key: Key, reader: str) -> list[Place]:
        """Return the texts of a question that somebody reads, in the order of their numbers."""
        mine = [
            place
            for place, share in self.shares.items()
            if (place.notebook, place.cell) == key
            and reader in (share.first or reader, share.second)
        ]
        return sorted(mine, key=lambda place: self.shares[place].number)


def view_of(room: Classroom, questions: Mapping[Key, Question], readers: Readers) -> View:
    """Look at the gradebook and at ``autograded/``."""
    with opened(room.directory.db_url, room.assignment) as connection:
        key, _ = find_assignment(connection, room.assignment)
        items = items_of(connection, key)
        submissions = submissions_of(connection, key, items)
        stamps = stamps_of(connection, room.assignment)
        comments = comments_of(connection, key)
        readings = readings_of(connection, room.assignment)
        before = shares_of(connection, room.assignment)
        phrases = phrases_of(connection, room.assignment)
    found = written_by_all(room, questions.keys(), submissions, stamps, comments)
    texts = {written.place: written for written in found}
    shares = shared_out(texts, readers, before, readings.keys())
    new = {place: share for place, share in shares.items() if before.get(place) != share}
    waiting = sum(
        mark.waits
        for submission in submissions.values()
        for which, mark in submission.marks.items()
        if which not in questions
    )
    return View(texts, shares, new, readings, phrases, waiting)


def comments_of(connection: Connection, assignment: str) -> dict[Place, str]:
    """Return what persons wrote as comments, by text."""
    from nbgrader.api import BaseCell, Comment, Notebook, SubmittedAssignment, SubmittedNotebook
    from sqlalchemy import select

    rows = connection.execute(
        select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Comment.manual_comment)
        .select_from(Comment.__table__)
        .join(SubmittedNotebook, SubmittedNotebook.id == Comment.notebook_id)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .join(BaseCell, BaseCell.id == Comment.cell_id)
        .join(Notebook, Notebook.id == BaseCell.notebook_id)
        .where(Notebook.assignment_id == assignment, Comment.manual_comment.is_not(None))
    )
    return {Place(*place): comment for *place, comment in rows}
