"""What became different in the gradebook when it was brought to ``cohort.toml``, in sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from weakties.grading.report.words import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

_NAMED = 5


@dataclass(frozen=True)
class Changes:
    """What differs from what the gradebook held of an assignment before.

    Parameters
    ----------
    assignment, zone
        Which assignment, and the time zone of the cohort's dates.
    due
        When it was due and when it is due now; ``None`` for no date.
    penalties
        What coming late cost and what it costs now, by learner, of those for whom that differs.
    """

    assignment: str
    zone: str = "UTC"
    due: tuple[datetime | None, datetime | None] = (None, None)
    penalties: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def sentences(self) -> Iterator[str]:
        """Yield what an instructor should know; a first date is news to nobody."""
        before, now = self.due
        if before is not None and before != now:
            yield (
                f"{self.assignment} was due {shown(before, self.zone)}, and "
                f"{f'is due {shown(now, self.zone)}' if now else 'has no due date'} now."
            )
        if self.penalties:
            said = (
                f"{learner} {number(old)} → {number(new)}"
                for learner, (old, new) in sorted(self.penalties.items())
            )
            yield f"What coming late costs in {self.assignment} changed: {few(said)}."


def shown(due: datetime, zone: str) -> str:
    """Return a time of the gradebook as the cohort's clock shows it."""
    local = due.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    return f"{local:%Y-%m-%d %H:%M} {zone}"


def few(texts: Iterable[str]) -> str:
    """Return the first of some texts, and how many more there are.

    Examples
    --------
    >>> few("abcdefg")
    'a, b, c, d, e and 2 more'
    """
    there = list(texts)
    more = len(there) - _NAMED
    return ", ".join(there[:_NAMED]) + (f" and {more} more" if more > 0 else "")
