"""What was committed in this session: the one place that others read."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from weakties.lesson.prediction.asked import SURE, how_sure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.lesson.prediction.asked import Asked


@dataclass(frozen=True)
class Commitment:
    """A guess that somebody stands by, and how sure they were."""

    asked: Asked
    answer: float | str
    how_sure: int

    def __str__(self) -> str:
        """Return it as a sentence."""
        said = "chose" if isinstance(self.answer, str) else "said"
        return (
            f"You {said} {self.asked.with_unit(self.answer)} and were "
            f"{SURE[self.how_sure]} ({self.how_sure} of 5)."
        )


_COMMITTED: dict[str, Commitment] = {}


def commit(asked: Asked, answer: object, sure: object) -> Commitment:
    """Commit to an answer, and return what stands: the first answer to a question is kept.

    Raises
    ------
    ValueError
        If it is no answer to this question; the message says what is asked for.
    """
    now = Commitment(asked, asked.answer(answer), how_sure(sure))
    return commitment_to(asked) or _COMMITTED.setdefault(asked.name, now)


def commitment_to(asked: Asked) -> Commitment | None:
    """Return what was committed to this question, if anything was."""
    before = _COMMITTED.get(asked.name)
    if before is not None and before.asked != asked:
        # Whoever rewrites a question asks another one.
        del _COMMITTED[asked.name]
        return None
    return before


def committed() -> Mapping[str, Commitment]:
    """Return all that was committed since the kernel started, by the prediction's name."""
    return MappingProxyType(_COMMITTED)
