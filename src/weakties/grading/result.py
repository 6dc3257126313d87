"""What grading one submission came to, as plain data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How a submission ended."""

    GRADED = "graded"
    NEEDS_REVIEW = "needs review"
    """Graded as far as a program can; a person has the last word on the rest."""
    FAILED = "failed"
    """Not graded, and the reason says why. It has no points, not zero points."""
    MISSING = "missing"
    """Known to the gradebook, but nothing was handed in."""


@dataclass(frozen=True)
class Question:
    """One graded cell of a submission.

    Parameters
    ----------
    notebook, grade_id
        Which cell.
    max_points
        What it is worth.
    points
        What it got, by program or by hand; ``None`` where nobody has graded it yet.
    waits
        Whether a person has the next word, be it that nobody has graded it yet, or that it was
        graded by hand and may have changed since.
    apart
        Whether its check ran apart from the learner's code; ``None`` where it has no check.
    seconds
        How long its check took.
    verdict
        What a check of this course said: state, points and findings; empty for any other check.
    values
        What the check was given, each value in a few words.
    uncarried
        Answers of a kind that can't be carried over to the check.
    witnesses
        What its check came to apart and inside, in a few words each.
    doubt
        Why a person has to look at it, in a sentence.
    read_before, written
        What a person gave points for and what stands there now, where the text has changed since.
    """

    notebook: str
    grade_id: str
    max_points: float
    points: float | None
    waits: bool = False
    apart: bool | None = None
    seconds: float = 0.0
    verdict: dict[str, Any] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    uncarried: tuple[str, ...] = ()
    witnesses: dict[str, str] = field(default_factory=dict)
    doubt: str = ""
    read_before: str = ""
    written: str = ""


@dataclass(frozen=True)
class Result:
    """One submission.

    Parameters
    ----------
    learner, assignment
        Whose, and of what.
    state
        How it ended.
    reason
        Why it failed or needs review, in a sentence.
    score, max_score
        The points of all its graded cells, penalty not subtracted; ``None`` if it was not graded.
    penalty
        What is subtracted because it came late.
    skipped
        Whether it had been graded before and was left alone.
    seconds
        How long it took.
    questions
        Its graded cells.
    notes
        What an instructor should know, in sentences.
    again
        Why it was graded again: ``changed``, ``key`` or ``unknown``; empty where it was new, or
        where everything is.
    stamps
        What its marks rest on, by notebook: digests, edition, engine and time.
    """

    learner: str
    assignment: str
    state: State
    reason: str = ""
    score: float | None = None
    max_score: float | None = None
    penalty: float = 0.0
    skipped: bool = False
    seconds: float = 0.0
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    again: str = ""
    stamps: dict[str, dict[str, Any]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the result as plain JSON values."""
        return asdict(self)
