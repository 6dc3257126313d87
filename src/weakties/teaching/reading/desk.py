"""One reader's desk: what is to be read, and what is saved of it with every click."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from weakties.grading.hindrance import hindrances_told
from weakties.teaching.reading.reading import NotReadable, points_of, reading_sent
from weakties.teaching.reading.shown import overview_of, text_shown
from weakties.teaching.reading.table import keep_phrase, make_tables, put_reading, put_shares
from weakties.teaching.reading.view import view_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.cohort.readers import Readers
    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Key
    from weakties.teaching.reading.exercise import Question
    from weakties.teaching.reading.shares import Place
    from weakties.teaching.reading.view import View

_LONGEST_PHRASE = 500
_PAUSES = (0.05, 0.2, 0.5, 0)
"""Seconds between two looks for a text that is not there."""


class Outdated(NotReadable):
    """What a reader saw is no longer what there is; the text says so."""


@dataclass(frozen=True)
class Desk:
    """One reader's desk.

    Parameters
    ----------
    room
        The assignment.
    reader
        Who reads.
    readers
        Who else does.
    questions
        What a person reads of it.
    with_names
        Whether learners' ids are shown.
    """

    room: Classroom
    reader: str
    readers: Readers
    questions: Mapping[Key, Question]
    with_names: bool = False

    def overview(self) -> dict[str, Any]:
        """Return the reader's questions, and of each text its number and how far it was read."""
        return overview_of(self.view(), self.reader, self.questions, self.room.assignment)

    def text(self, question: int, number: int) -> dict[str, Any]:
        """Return a text with all that its reader needs."""
        return self._shown(*self._found(question, number))

    def save(self, question: int, number: int, sent: Mapping[str, Any]) -> dict[str, Any]:
        """Save what a reader made of a text, and return how it stands then.

        Parameters
        ----------
        question, number
            Which text.
        sent
            What the page sent: the marks, the comment, and the version that the reader saw.

        Raises
        ------
        NotReadable
            If it is no reading of this text.
        Outdated
            If the text, its points or its comment were changed meanwhile by somebody else.
        """
        view, place = self._found(question, number)
        written, old = view.texts[place], view.readings.get((place, self.reader))
        is_first = view.is_first(place, self.reader)
        if sent.get("version") != written.version(old, is_first=is_first):
            raise Outdated("This was changed meanwhile, here or in the Formgrader.")
        rubric = self.questions[place.notebook, place.cell].rubric
        when = datetime.now(UTC).isoformat(timespec="seconds")
        new = reading_sent(sent, rubric, written.text, when)
        is_confirmed = sent.get("confirmed") is True
        is_other = new.marks != old.marks if old else new.is_begun
        before = old.text if old else written.before if is_first else ""
        is_whole = is_confirmed or (is_other and points_of(new, rubric) is not None)
        if before and not is_whole:
            new = replace(new, text=before)  # until all is decided, what changed stands beside it
        with self._book() as book:
            # The row is written first: from here on nobody else writes into an SQLite file.
            put_reading(book.db.connection(), self.room.assignment, place, self.reader, new)
            if is_first:
                points = points_of(new, rubric) if is_whole else None
                self._mark(book, view, place, points, new.comment, settles=is_whole)
            book.db.commit()
        return self.text(question, number)

    def phrase(self, question: int, phrase: Any, *, kept: bool) -> list[str]:
        """Keep a phrase for all who read a question, or forget it; return those that there are."""
        key = self._key(question)
        if not isinstance(phrase, str) or not 0 < len(phrase.strip()) <= _LONGEST_PHRASE:
            raise NotReadable(f"A phrase is a text of at most {_LONGEST_PHRASE} letters.")
        with self._book() as book:
            keep_phrase(book.db.connection(), self.room.assignment, *key, phrase.strip(), kept=kept)
            book.db.commit()
        return self.view().phrases.get(key, [])

    def view(self) -> View:
        """Look at all texts, and share out those that are new."""
        from sqlalchemy.exc import IntegrityError

        view = view_of(self.room, self.questions, self.readers)
        if view.new_shares:
            with self._book() as book:
                try:
                    put_shares(book.db.connection(), self.room.assignment, view.new_shares)
                    book.db.commit()
                except IntegrityError:  # somebody else has just shared them out
                    book.db.rollback()
            view = view_of(self.room, self.questions, self.readers)
        return view

    def start(self) -> None:
        """Make the tables of readings in the gradebook.

        Raises
        ------
        Hindered
            If it can't be written.
        """
        from sqlalchemy.exc import DBAPIError

        with hindrances_told():
            try:
                self._make_tables()
            except DBAPIError:  # another reader, who starts at this moment, has just made them
                self._make_tables()

    def _make_tables(self) -> None:
        with self._book() as book:
            make_tables(book.db.connection())
            book.db.commit()

    def _mark(
        self,
        book: Any,
        view: View,
        place: Place,
        points: float | None,
        comment: str,
        *,
        settles: bool,
    ) -> None:
        """Write points and comment as the Formgrader does; one that is not given stays as it is."""
        where = (place.cell, place.notebook, self.room.assignment, place.learner)
        grade, said = book.find_grade(*where), book.find_comment(*where)
        for row in (grade, said):
            book.db.refresh(row, with_for_update=True)
        written = view.texts[place]
        if (grade.manual_score, said.manual_comment or "") != (
            written.mark.manual,
            written.comment,
        ):
            book.db.rollback()
            raise Outdated("Somebody else has just saved points or a comment for this text.")
        said.manual_comment = comment or None
        if points is not None:
            grade.manual_score = points
        if settles and grade.manual_score is not None:
            grade.needs_manual_grade = False

    def _book(self) -> Any:
        from nbgrader.api import Gradebook

        return Gradebook(self.room.directory.db_url, self.room.directory.course_id)

    def _shown(self, view: View, place: Place) -> dict[str, Any]:
        question = self.questions[place.notebook, place.cell]
        return text_shown(view, place, self.reader, question, with_names=self.with_names)

    def _key(self, question: int) -> Key:
        keys = list(self.questions)
        if not 0 <= question < len(keys):
            raise NotReadable("There is no such question.")
        return keys[question]

    def _found(self, question: int, number: int) -> tuple[View, Place]:
        """Return a text; one that is just being graded again is not there for a moment."""
        key = self._key(question)
        for pause in _PAUSES:
            view = self.view()
            for place in view.queue(key, self.reader):
                if view.shares[place].number == number:
                    return view, place
            time.sleep(pause)
        raise NotReadable("This text is not, or no longer, among those that you read.")
