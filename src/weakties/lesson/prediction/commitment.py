"""What was committed, in this session or an earlier one: the one place that others read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from weakties.joined import tell_guess
from weakties.lesson.prediction.asked import SURE, how_sure
from weakties.progress import Line, here

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.lesson.prediction.asked import Asked


@dataclass(frozen=True)
class Commitment:
    """A guess that somebody stands by, and how sure they were; `note` says if it is not kept."""

    asked: Asked
    answer: float | str
    how_sure: int
    note: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return it as a sentence."""
        return (
            f"You {self.asked.said} {self.asked.with_unit(self.answer)} and were "
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
    before = commitment_to(asked)
    if before is not None:
        return before
    line = Line.now(
        "prediction", name=asked.name, asked=asked.question, answer=now.answer, sure=now.how_sure
    )
    kept = _COMMITTED.setdefault(asked.name, replace(now, note=here().note(line)))
    tell_guess(asked.name, now.answer, now.how_sure)
    return kept


def commitment_to(asked: Asked) -> Commitment | None:
    """Return what was committed to this question, if anything was."""
    before = _COMMITTED.get(asked.name) or _kept(asked)
    if before is not None and before.asked != asked:
        # Whoever rewrites a question asks another one.
        del _COMMITTED[asked.name]
        return None
    return before


def committed() -> Mapping[str, Commitment]:
    """Return all that was committed since the kernel started, by the prediction's name."""
    return MappingProxyType(_COMMITTED)


def _kept(asked: Asked) -> Commitment | None:
    """Return what was committed before the kernel started, if the learner's folder holds it."""
    kept = here()
    found = kept.record.predictions.get(asked.name) if kept.store else None
    if found is None or found.asked != asked.question:
        return None
    try:
        restored = Commitment(asked, asked.answer(found.answer), how_sure(found.sure))
    except ValueError:  # it was asked for something else then
        return None
    return _COMMITTED.setdefault(asked.name, restored)
