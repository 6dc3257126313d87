"""What the proof of a unit says: what it counted, and each answer that did not get what it must."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from weakties.counted import points
from weakties.course import CourseError


class ProofError(CourseError):
    """The unit could not be released or graded at all."""


@dataclass(frozen=True)
class Failure:
    """One answer that did not get what it must."""

    edition: str
    question: str
    answer: str
    expected: str
    got: str

    def __str__(self) -> str:
        """Return the failure as one line."""
        where = f"{self.question}, {self.answer} (edition {self.edition})"
        return f"{where}: expected {self.expected}, got {self.got}"


@dataclass
class Proof:
    """What the proof of a unit counted and found."""

    unit: str
    questions: int
    right: int
    wrong: int
    rude: int
    editions: int
    blank_score: float = 0.0
    solution_score: float = 0.0
    max_score: float = 0.0
    failures: list[Failure] = field(default_factory=list)

    def __str__(self) -> str:
        """Return the proof as a few lines for a person."""
        counted = (
            f"{self.unit}: {self.questions} questions, {self.right} right, {self.wrong} wrong and "
            f"{self.rude} rude answers in {self.editions} editions.\n"
            f"The blank exercise gets {self.blank_score:g}, the solution "
            f"{points(self.solution_score, self.max_score)}."
        )
        found = [f"  {failure}" for failure in self.failures] or ["Every answer got what it must."]
        return "\n".join([counted, *found])

    def as_json(self) -> dict[str, Any]:
        """Return the proof as plain values."""
        return {**asdict(self), "failures": [str(failure) for failure in self.failures]}
