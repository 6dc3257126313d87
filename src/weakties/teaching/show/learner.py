"""All that is known of one learner's work, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError
from weakties.grading.nbg.place import history_of
from weakties.grading.report.learners import standings
from weakties.grading.report.read import entries_of
from weakties.teaching.show.written import Written, written_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weakties.grading.nbg.course import Classroom
    from weakties.grading.report.entries import Entries, Item, Mark
    from weakties.grading.report.learners import Standing
    from weakties.teaching.show.again import Again


@dataclass(frozen=True)
class Asked:
    """One question: what it got, what was said of it, and the values beside the key's.

    Parameters
    ----------
    item
        Which.
    mark
        What the gradebook holds; ``None`` where it holds nothing.
    said
        What the check said, each in a sentence, and why a person must look at it.
    values
        Each answer with what was seen of it and what the key has; empty where that is not known.
    changed
        What the changed notebook would get; ``None`` where there is none, or nobody knows.
    written
        What a person reads of it, and what persons said.
    """

    item: Item
    mark: Mark | None
    said: tuple[str, ...] = ()
    values: tuple[tuple[str, str, str], ...] = ()
    changed: float | None = None
    written: Written = field(default_factory=Written)


@dataclass(frozen=True)
class Shown:
    """One learner's work.

    Parameters
    ----------
    assignment
        Of which assignment.
    standing
        Where it stands, with its notes.
    most
        What the assignment is worth.
    handed_in
        The files with their size in bytes.
    when
        When it was handed in, in words; empty where that is not known.
    asked
        Its questions.
    history
        What the runs came to that graded it, the last one last.
    remarks
        What is not known, and why, in sentences.
    what_if
        Whether a changed notebook was graded beside it.
    """

    assignment: str
    standing: Standing
    most: float
    handed_in: tuple[tuple[str, int], ...]
    when: str
    asked: tuple[Asked, ...]
    history: Sequence[Mapping[str, Any]] = ()
    remarks: tuple[str, ...] = ()
    what_if: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values; what is not known is null, never 0."""
        one = self.standing
        return {
            "assignment": self.assignment,
            "learner": one.learner.id,
            "state": one.state,
            "reason": one.reason,
            "points": one.points,
            "points_so_far": one.so_far,
            "max_points": self.most,
            "penalty": one.penalty,
            "handed_in": {"when": self.when or None, "files": dict(self.handed_in)},
            "questions": [_question(asked, what_if=self.what_if) for asked in self.asked],
            "notes": list(one.notes),
            "history": [dict(run) for run in self.history],
            "remarks": list(self.remarks),
        }


def shown(room: Classroom, learner: str, again: Again) -> Shown:
    """Gather what is known of a learner's work.

    Parameters
    ----------
    room, learner
        Whose work.
    again
        What grading in a copy came to.

    Raises
    ------
    CourseError
        If nobody knows the learner.
    """
    entries = entries_of(room)
    standing = next((one for one in standings(entries) if one.learner.id == learner), None)
    if standing is None:
        near = [one.id for one in entries.learners if learner.casefold() in one.id.casefold()]
        known = f" Did you mean {' or '.join(near[:3])}?" if near else ""
        raise CourseError(
            f"Neither the gradebook nor submitted/ knows a learner '{learner}'.{known}"
        )
    folder = room.folder("submitted", learner)
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    submission = entries.submissions.get(learner)
    marks = submission.marks if submission else {}
    written = written_by(room, learner, entries.items, marks)
    when = (submission.when if submission else None) or room.timestamp(folder)
    return Shown(
        room.assignment,
        standing,
        entries.points,
        tuple((str(path.relative_to(folder)), path.stat().st_size) for path in files),
        f"{when:%Y-%m-%d %H:%M} UTC" if when else "",
        tuple(
            replace(_asked(entries, item, learner, again), written=written[item.key])
            for item in entries.items
        ),
        history_of(room.root, room.assignment, learner),
        tuple(_remarks(again)),
        what_if=again.changed is not None,
    )


def _remarks(again: Again) -> Iterator[str]:
    if again.problem:
        yield again.problem
    if again.changed is not None and again.changed.score is None:
        yield f"The changed notebook was not graded: {again.changed.reason}"


def _asked(entries: Entries, item: Item, learner: str, again: Again) -> Asked:
    submission = entries.submissions.get(learner)
    mark = submission.marks.get(item.key) if submission else None
    checked = entries.check(learner, item)
    seen = checked.values if checked else {}
    keys = again.values.get(item.key, {})
    said = [one.message for one in checked.said] if checked else []
    questions = again.changed.questions if again.changed else ()
    changed = next((q.points for q in questions if (q.notebook, q.grade_id) == item.key), None)
    names = dict.fromkeys([*seen, *keys]) if item.is_check else {}
    values = tuple((name, seen.get(name, ""), keys.get(name, "")) for name in names)
    return Asked(item, mark, tuple(said), values, changed)


def _question(asked: Asked, *, what_if: bool) -> dict[str, Any]:
    mark = asked.mark
    found = {
        "notebook": asked.item.key[0],
        "grade_id": asked.item.key[1],
        "title": asked.item.title,
        "max_points": asked.item.points,
        "points": mark.points if mark else None,
        "by_program": mark.auto if mark else None,
        "by_hand": mark.manual if mark else None,
        "waits": bool(mark and mark.waits),
        "said": list(asked.said),
        "written": asked.written.text or None,
        "comment": asked.written.comment or None,
        "readings": [one.as_json() for one in asked.written.readings],
        "values": {name: {"seen": seen, "key": key} for name, seen, key in asked.values},
    }
    return {**found, "with_the_change": asked.changed} if what_if else found
