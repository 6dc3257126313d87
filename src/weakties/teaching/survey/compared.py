"""What a group said before and after, side by side, each share with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from weakties.measures.differences import newcombe_interval
from weakties.measures.proportions import wilson_interval
from weakties.teaching.survey.questionnaire import AGREES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.teaching.survey.answers import Answers
    from weakties.teaching.survey.questionnaire import Questionnaire

FEWEST: Final = 5
"""With fewer people than this a share is not shown: it could tell what somebody answered."""


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    hits: int
    cases: int

    @property
    def interval(self) -> tuple[float, float]:
        """Return its Wilson interval."""
        return wilson_interval(self.hits, self.cases)


@dataclass(frozen=True)
class Compared:
    """One line: what it is about, and the two shares."""

    id: str
    text: str
    before: Share
    after: Share

    @property
    def is_shown(self) -> bool:
        """Return whether enough people answered at both times."""
        return min(self.before.cases, self.after.cases) >= FEWEST

    @property
    def change(self) -> tuple[float, float, float]:
        """Return the difference, after less before, and its interval."""
        low, high = newcombe_interval(
            self.after.hits, self.after.cases, self.before.hits, self.before.cases
        )
        return _part(self.after) - _part(self.before), low, high

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values; shares of too few people are left out."""
        if not self.is_shown:
            return {"id": self.id, "answers": [self.before.cases, self.after.cases]}
        difference, low, high = self.change
        return {
            "id": self.id,
            "before": [self.before.hits, self.before.cases],
            "after": [self.after.hits, self.after.cases],
            "difference": round(difference, 4),
            "interval": [round(low, 4), round(high, 4)],
        }


def compared(asked: Questionnaire, before: Answers, after: Answers) -> list[Compared]:
    """Return a line for each item and statement that somebody answered.

    A form asks of the units that were taught; the others are left out.
    """
    items = [
        Compared(
            one.id,
            one.after.text,
            _right(before.right.get(one.id, ())),
            _right(after.right.get(one.id, ())),
        )
        for one in asked.items
    ]
    statements = [
        Compared(
            one.id,
            one.text,
            _agreed(before.agreed.get(one.id, ())),
            _agreed(after.agreed.get(one.id, ())),
        )
        for one in asked.statements
    ]
    return [one for one in items + statements if one.before.cases or one.after.cases]


def mean_right(answers: Answers) -> tuple[int, int]:
    """Return how many answers to knowledge items were right, and how many there were."""
    return (
        sum(sum(one) for one in answers.right.values()),
        sum(len(one) for one in answers.right.values()),
    )


def _right(answers: Iterable[bool]) -> Share:
    given = list(answers)
    return Share(sum(given), len(given))


def _agreed(answers: Iterable[int]) -> Share:
    given = list(answers)
    return Share(sum(one >= AGREES for one in given), len(given))


def _part(share: Share) -> float:
    return share.hits / share.cases if share.cases else 0.0
