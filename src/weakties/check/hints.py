"""Help on request: hints one step at a time, and a worked answer after an attempt."""

from __future__ import annotations

import tomllib
from functools import cache

from weakties.check.key import solution_source
from weakties.check.panel import Note
from weakties.content import content_root
from weakties.pack import this_pack
from weakties.progress import Line, here

_WITH_INSTRUCTOR = "Your instructor has it: this course was handed out without worked answers."
_NOT_INSTALLED = "None is installed beside this question. If you have an instructor, ask there."


def hint(question_id: str) -> Note:
    """Return the next hint for a question; each call goes one step further.

    Parameters
    ----------
    question_id
        Such as ``"photo-q2"``.
    """
    hints = hints_of(question_id.rpartition("-")[0]).get(question_id, ())
    if not hints:
        return Note(f"No hints for {question_id}", ("Read the task once more, word by word.",))
    mine = here()
    step = min(mine.record.hints.get(question_id, 0) + 1, len(hints))
    mine.note(Line.now("hint", question=question_id, step=step))
    if step < len(hints):
        more = "Run this cell again for the next step."
    elif solution_source(question_id):
        more = "That was the last hint. After an attempt, `q.solution()` shows a worked answer."
    else:
        more = "That was the last hint."
    return Note(f"Hint {step} of {len(hints)} for {question_id}", (hints[step - 1], more))


def solution(question_id: str) -> Note:
    """Return a worked answer to a question, once there was an attempt at it.

    Parameters
    ----------
    question_id
        Such as ``"photo-q2"``.
    """
    mine = here()
    if question_id not in mine.record.attempted:
        return Note(
            f"First an attempt at {question_id}",
            ("Write any answer, run its check, then ask again: a guess is enough to learn from.",),
        )
    source = solution_source(question_id)
    if source is None:
        where = _WITH_INSTRUCTOR if this_pack() else _NOT_INSTALLED
        return Note(f"No worked answer for {question_id} here", (where,))
    mine.note(Line.now("solution", question=question_id))
    return Note(
        f"One way to answer {question_id}",
        ("Other ways are as good. Which step did yours take differently?",),
        source,
    )


@cache
def hints_of(unit: str) -> dict[str, list[str]]:
    """Return the hints of a unit by question, in their order; none where there are none."""
    path = content_root() / "course" / unit / "hints.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
