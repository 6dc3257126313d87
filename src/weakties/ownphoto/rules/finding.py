"""One finding: what was measured, in a word, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NOTHING = "Nothing to do."


class Word(StrEnum):
    """A finding in a word. There is no third one: nothing here is wrong."""

    FINE = "fine"
    LOOK = "worth a look"


@dataclass(frozen=True)
class Finding:
    """One measured thing.

    Parameters
    ----------
    name
        What was measured.
    value
        The number, or a word where there is none.
    unit
        The number's unit, such as ``"%"``; empty for a word.
    word
        ``"fine"`` or ``"worth a look"``.
    reason
        Why it matters, in one sentence.
    advice
        What to do.
    """

    name: str
    value: float | str
    unit: str
    word: Word
    reason: str
    advice: str

    @property
    def measured(self) -> str:
        """The value with its unit, in at most three digits unless it is a count."""
        return f"{_shown(self.value)} {self.unit}".strip()


def judged(
    name: str, value: float | str, unit: str, *, fine: bool, reason: str, advice: str
) -> Finding:
    """Return a finding whose advice stands only if it is worth a look."""
    word = Word.FINE if fine else Word.LOOK
    return Finding(name, value, unit, word, reason, NOTHING if fine else advice)


def _shown(value: float | str) -> str:
    if isinstance(value, str | int):
        return str(value)
    if value < 100:
        return f"{round(value, 1):g}"
    return f"{float(f'{value:.3g}'):.0f}"
