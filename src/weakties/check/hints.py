"""Help on request: hints one step at a time, and a worked answer after an attempt."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

from weakties.check.key import solution_source
from weakties.check.panel import Note
from weakties.content import content_root
from weakties.pack import this_pack
from weakties.progress import Line, here

_WITH_INSTRUCTOR = "Your instructor has it: this course was handed out without worked answers."
_WRITE_FIRST = (
    "Write yours in its cell and save the notebook, with Ctrl+S or ⌘S. Then ask again, to compare."
)
_SAMPLE = "*A sample answer.*"
_WORDS = 20
"""What is longer than the line that it replaces is a text of one's own."""
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
    if question_id.endswith("-reflection"):
        return _sample(question_id)
    if question_id not in mine.record.attempted:
        return Note(
            f"First an attempt at {question_id}",
            ("Write any answer, run its check, then ask again: a guess is enough to learn from.",),
        )
    source = solution_source(question_id)
    if source is None:
        return _not_here(question_id)
    mine.note(Line.now("solution", question=question_id))
    return Note(
        f"One way to answer {question_id}",
        ("Other ways are as good. Which step did yours take differently?",),
        source,
    )


def _sample(question_id: str) -> Note:
    """Return a sample reflection, once there is one's own to compare it with."""
    if len(_written(question_id).split()) < _WORDS:
        return Note(f"First a text of your own for {question_id}", (_WRITE_FIRST,))
    text = solution_source(question_id)
    if text is None:
        return _not_here(question_id)
    here().note(Line.now("solution", question=question_id))
    paragraphs = text.replace(_SAMPLE, "").strip().split("\n\n")
    closing = "Read the rubric again: which of its points does yours earn, and which does this one?"
    return Note(f"A sample answer to {question_id}", (*paragraphs, closing))


def _not_here(question_id: str) -> Note:
    where = _WITH_INSTRUCTOR if this_pack() else _NOT_INSTALLED
    return Note(f"No worked answer for {question_id} here", (where,))


def _written(question_id: str) -> str:
    """Return the learner's text, as the notebook in this folder was saved; empty where none is."""
    try:
        notebook = json.loads(Path(f"{question_id.partition('-')[0]}.ipynb").read_text("utf-8"))
        texts = {cell.get("id"): "".join(cell["source"]) for cell in notebook["cells"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ""
    return texts.get(f"{question_id}-answer", "")


@cache
def hints_of(unit: str) -> dict[str, list[str]]:
    """Return the hints of a unit by question, in their order; none where there are none."""
    path = content_root() / "course" / unit / "hints.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
