"""When a card is asked again: by Leitner's boxes.

What was known moves one box on, what was not goes back to the first, and each box waits longer than
the one before (Sebastian Leitner, So lernt man lernen, 1972). He went through a box when it was full;
with few cards that would take for ever, so here a box waits a number of days, and these are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from datetime import date, datetime

Went = Literal["again", "hard", "good", "easy"]
"""What a learner says of a card after its answer."""

WENT: tuple[Went, ...] = get_args(Went)

DAYS = (0, 1, 3, 7, 21, 60)
"""How many days a card waits in each box; what is in the first comes back the same day."""

_LAST = len(DAYS) - 1


@dataclass(frozen=True)
class Waiting:
    """Where a card is.

    Parameters
    ----------
    box
        Its box, from 0.
    due
        The day from which on it is asked.
    """

    box: int
    due: date


def after(before: Waiting | None, went: Went, on: date) -> Waiting:
    """Return where a card is once it was asked.

    Parameters
    ----------
    before
        Where it was; ``None`` the first time.
    went
        How it went: *again* puts it into the first box, *hard* leaves it where it is (but out of
        the first), *good* moves it one box on, *easy* two.
    on
        The day on which it was asked.

    Examples
    --------
    >>> from datetime import date
    >>> after(Waiting(1, date(2026, 10, 3)), "good", date(2026, 10, 3))
    Waiting(box=2, due=datetime.date(2026, 10, 6))
    """
    box = before.box if before else 0
    box = {"again": 0, "hard": max(box, 1), "good": box + 1, "easy": box + 2}[went]
    box = min(box, _LAST)
    return Waiting(box, on + timedelta(days=DAYS[box]))


def day_of(moment: datetime) -> date:
    """Return the day of a moment where the learner is: a card comes back when their day begins."""
    return moment.astimezone().date()
