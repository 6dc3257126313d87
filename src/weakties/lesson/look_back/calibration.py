"""How well sureness held: of the things one was so sure of, how many were right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.lesson.prediction.asked import SURE
from weakties.measures import wilson_interval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.progress import Foretold


@dataclass(frozen=True)
class Level:
    """All predictions of one sureness whose outcome is known."""

    sure: int
    right: int
    of: int

    @property
    def share(self) -> float:
        """Return the share that was right."""
        return self.right / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95% interval of the share."""
        return wilson_interval(self.right, self.of)


def levels(predictions: Iterable[Foretold]) -> tuple[Level, ...]:
    """Return the levels of sureness that were used, from the least sure."""
    known = [(one.sure, one.right) for one in predictions if one.right is not None]
    return tuple(
        Level(sure, sum(right for level, right in known if level == sure), cases)
        for sure in sorted(SURE)
        if (cases := sum(level == sure for level, _ in known))
    )


def in_one_sentence(found: tuple[Level, ...]) -> str:
    """Return what the levels come to.

    Examples
    --------
    >>> in_one_sentence((Level(1, 0, 1), Level(4, 2, 5), Level(5, 2, 2)))
    'Of the 7 things that you were 4 or 5 of 5 sure of, 4 came out as you said; of the one that you were 1 or 2 of 5 sure of, 0.'
    """
    parts: list[str] = []
    for words, wanted in (("4 or 5", (4, 5)), ("1 or 2", (1, 2))):
        there = [level for level in found if level.sure in wanted]
        cases = sum(level.of for level in there)
        if cases:
            things = f"{cases} things" if cases > 1 else "one thing"
            if parts:
                things = str(cases) if cases > 1 else "one"
            right = sum(level.right for level in there)
            came = "" if parts else " came out as you said"
            parts.append(f"of the {things} that you were {words} of 5 sure of, {right}{came}")
    if not parts:
        return "So far you were half sure of everything: next time say more, or less."
    return f"{'; '.join(parts)}.".capitalize()
