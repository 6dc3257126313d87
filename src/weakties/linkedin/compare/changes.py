"""Each figure then and now, with its difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from weakties.linkedin.pseudonym.recognized import is_pseudonymized

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

Unit = Literal["count", "share", "hours", "number"]


@dataclass(frozen=True)
class Change:
    """One figure of two exports; None is what an export can't tell.

    Parameters
    ----------
    key
        Where the figure stands in the report's JSON, such as ``"ties.dormant"``.
    name
        What it is, in words.
    unit
        How it is said.
    """

    key: str
    name: str
    unit: Unit
    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        """Return by how much it grew."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


_FIGURES: tuple[tuple[str, str, Unit], ...] = (
    ("connections.people", "people", "count"),
    ("connections.hidden", "hidden members", "count"),
    ("companies.distinct", "companies", "count"),
    ("companies.effective", "effective number of companies", "number"),
    ("companies.blau", "Blau index of companies", "number"),
    ("messages.threads", "conversations", "count"),
    ("messages.started", "conversations you started", "count"),
    ("messages.replied", "of those, answered", "count"),
    ("messages.reply_rate", "reply rate", "share"),
    ("messages.median_reply_hours", "until the first answer, by the median", "hours"),
    ("ties.silent", "ties without a message", "count"),
    ("ties.silent_share", "share of ties without a message", "share"),
    ("ties.dormant", "dormant ties", "count"),
)


def changes_between(old: Figures, new: Figures) -> tuple[Change, ...]:
    """Return every figure of the mirror, then and now.

    A copy without names keeps of its companies only what several people share, and another copy
    keeps others: how they differ says nothing of the network.
    """
    then, now = _told(old), _told(new)
    return tuple(
        Change(key, name, unit, then.get(key), now.get(key)) for key, name, unit in _FIGURES
    )


def _told(figures: Figures) -> dict[str, float | None]:
    found = figures.json()
    untold = "companies" if is_pseudonymized(figures.export) else ""
    return {
        key: found[part][figure]
        for key, _, _ in _FIGURES
        for part, figure in [key.split(".")]
        if part != untold
    }
