"""What somebody wrote for a person to read, and what each reader made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.grading.report.book import find_assignment, opened
from weakties.teaching.reading.exercise import questions_of
from weakties.teaching.reading.reading import points_of
from weakties.teaching.reading.shares import Place
from weakties.teaching.reading.table import readings_of
from weakties.teaching.reading.texts import text_at
from weakties.teaching.reading.view import comments_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Item, Key, Mark
    from weakties.teaching.reading.reading import Reading
    from weakties.teaching.reading.rubric import Rubric


@dataclass(frozen=True)
class Read:
    """What one reader made of a text.

    Parameters
    ----------
    reader
        Who.
    reading
        What was clicked and written, and when.
    rubric
        What the text is read for.
    is_of_this
        Whether the text is still the one that was read.
    """

    reader: str
    reading: Reading
    rubric: Rubric
    is_of_this: bool = True

    @property
    def points(self) -> float | None:
        """Return the points that follow from it."""
        return points_of(self.reading, self.rubric)

    def things(self, *, given: bool | None) -> list[str]:
        """Return what of the rubric brought its point, brought none, or is not decided."""
        pairs = zip(self.rubric.criteria, self.reading.given, strict=False)
        return [thing for thing, decided in pairs if decided is given]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "reader": self.reader,
            "when": self.reading.when,
            "points": self.points,
            "given": self.things(given=True),
            "not_given": self.things(given=False),
            "is_of_this_text": self.is_of_this,
        }


@dataclass(frozen=True)
class Written:
    """A text as it is now, the comment for the learner, and its readings.

    A check has a comment alone.
    """

    text: str = ""
    comment: str = ""
    readings: tuple[Read, ...] = ()


def written_by(
    room: Classroom, learner: str, items: Collection[Item], marks: Mapping[Key, Mark]
) -> Mapping[Key, Written]:
    """Return what somebody wrote, and what persons said of their work, by graded cell.

    Parameters
    ----------
    room, learner
        Whose work.
    items
        The graded cells of the assignment.
    marks
        What the gradebook holds; what it gave 0 points itself was left blank.
    """
    with opened(room.directory.db_url, room.assignment) as connection:
        assignment, _ = find_assignment(connection, room.assignment)
        comments = comments_of(connection, assignment)
        readings = readings_of(connection, room.assignment)
    questions = questions_of(room, items)
    found = {}
    for item in items:
        place, question = Place(learner, *item.key), questions.get(item.key)
        mark = marks.get(item.key)
        is_read = question and mark and (mark.waits or mark.manual is not None)
        text = (text_at(room, place) or "") if is_read else ""
        read = [
            Read(reader, reading, question.rubric, reading.text == text)
            for (where, reader), reading in sorted(readings.items(), key=lambda one: one[0])
            if question and where == place
        ]
        found[item.key] = Written(text, comments.get(place, ""), tuple(read))
    return found
