"""What learners wrote, as it lies in ``autograded/``, with what the gradebook holds of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.reading import Unreadable, notebook_at
from weakties.grading.nbg.release import grade_id_of
from weakties.grading.stamps.digest import digest_of
from weakties.teaching.reading.reading import points_of
from weakties.teaching.reading.shares import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Key, Mark, Submission
    from weakties.grading.stamps.stamp import Stamp
    from weakties.teaching.reading.reading import Reading
    from weakties.teaching.reading.rubric import Rubric

OPEN, BEGUN, CHANGED, READ = "open", "begun", "changed", "read"


@dataclass(frozen=True)
class Written:
    """A text, and how far it was read.

    Parameters
    ----------
    place
        Where it stands.
    text
        What is written there now.
    mark
        What the gradebook holds.
    before
        What a person has read and given points for, if the gradebook knows it.
    comment
        What the gradebook holds as a comment.
    """

    place: Place
    text: str
    mark: Mark
    before: str = ""
    comment: str = ""

    def older(self, reading: Reading | None) -> str:
        """Return the text that was read before, if it was another one; else an empty text."""
        last = reading.text if reading and reading.text else self.before
        return "" if last == self.text else last

    def state(self, reading: Reading | None, rubric: Rubric, *, is_first: bool) -> str:
        """Return how far somebody has read it.

        Parameters
        ----------
        reading
            What they made of it so far.
        rubric
            What it is read for.
        is_first
            Whether their points count: then the gradebook decides, whoever gave them.
        """
        done = reading is not None and points_of(reading, rubric) is not None
        if is_first:
            done = self.mark.manual is not None
        if self.older(reading) and (done or reading is not None):
            return CHANGED if not is_first or self.mark.waits or not done else READ
        if done and not (is_first and self.mark.waits):
            return READ
        return BEGUN if reading is not None and reading.is_begun else OPEN

    def version(self, reading: Reading | None, *, is_first: bool) -> str:
        """Return a digest of all that a reader saw, to know whether it has changed since.

        A second reader sees nothing of what the first one gave.
        """
        held = [self.comment, str(self.mark.manual)] if is_first else []
        return digest_of([self.text, *held, str(reading.as_json() if reading else "")])


def written_by_all(
    room: Classroom,
    questions: Collection[Key],
    submissions: Mapping[str, Submission],
    stamps: Mapping[tuple[str, str], Stamp],
    comments: Mapping[Place, str],
) -> Iterator[Written]:
    """Yield each text that a person reads or has read.

    What a learner left blank has its points from nbgrader and is not among them.
    """
    for learner, submission in submissions.items():
        for notebook, cell in questions:
            mark = submission.marks.get((notebook, cell))
            if mark is None or not (mark.waits or mark.manual is not None):
                continue
            text = text_at(room, Place(learner, notebook, cell))
            if text is None:
                continue
            stamp = stamps.get((learner, notebook))
            kept = stamp.read.get(cell) if stamp and mark.waits else None
            place = Place(learner, notebook, cell)
            yield Written(place, text, mark, kept.text if kept else "", comments.get(place, ""))


def text_at(room: Classroom, place: Place) -> str | None:
    """Return what is written in a place now; ``None`` where there is no such cell."""
    path = room.folder("autograded", place.learner) / f"{place.notebook}.ipynb"
    try:
        seen = path.stat()
    except OSError:
        return None
    return _texts(path, seen.st_mtime_ns, seen.st_size).get(place.cell)


@lru_cache(maxsize=2_000)
def _texts(path: Path, _changed: int, _size: int) -> dict[str, str]:
    """Return the answers in a graded notebook; known by heart until the file is another one."""
    try:
        cells: list[Any] = notebook_at(path).cells
    except Unreadable:
        return {}
    return {
        grade_id_of(cell): cell.source
        for cell in cells
        if (cell.metadata.get("nbgrader") or {}).get("solution")
    }
