"""How each question did: how hard it was, how it goes with the rest, and how long its check took."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from weakties.measures import (
    corrected_item_total_correlations,
    fisher_interval,
    wilson_interval,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.grading.report.entries import Entries, Item, Submission

Interval = tuple[float, float]


@dataclass(frozen=True)
class ItemFigures:
    """How a question did.

    Parameters
    ----------
    item
        Which.
    graded
        Of how many learners it is graded.
    difficulty
        The mean share of its points among them, from 0 (nobody got any) to 1 (everybody got all);
        the field calls it difficulty though a higher one is easier. ``None`` if it is of nobody.
    difficulty_interval
        Wilson's interval at 95 %.
    discrimination
        The corrected item-total correlation; ``None`` where it is undefined.
    discrimination_interval
        Fisher's interval at 95 %; ``None`` from fewer than four learners.
    seconds
        The median time of its check; ``None`` where that was not recorded.
    waiting
        Of how many learners a person still grades it.
    """

    item: Item
    graded: int
    difficulty: float | None = None
    difficulty_interval: Interval | None = None
    discrimination: float | None = None
    discrimination_interval: Interval | None = None
    seconds: float | None = None
    waiting: int = 0

    @property
    def is_settled(self) -> bool:
        """Say whether it is graded of everybody, so that its figures are of the class as it is."""
        return self.difficulty is not None and not self.waiting


def item_figures(entries: Entries) -> tuple[ItemFigures, ...]:
    """Return how each question did, in the order of the questions."""
    shares = {item.key: _shares(entries, item) for item in entries.items}
    correlations = _discriminations(entries.items, shares)
    return tuple(
        _figures(entries, item, shares[item.key], *correlations.get(item.key, (None, None)))
        for item in entries.items
    )


def _shares(entries: Entries, item: Item) -> list[float | None]:
    """Return each submission's share of a question's points; what was given on top counts not."""
    found: list[float | None] = []
    for submission in entries.submissions.values():
        mark = submission.marks.get(item.key)
        base = mark.base if mark else None
        known = base is not None and item.points > 0
        found.append(min(1.0, max(0.0, (base or 0.0) / item.points)) if known else None)
    return found


def _discriminations(
    items: Sequence[Item], shares: dict[tuple[str, str], list[float | None]]
) -> dict[tuple[str, str], tuple[float | None, Interval | None]]:
    worth = [item for item in items if item.points > 0]
    rows = list(zip(*(shares[item.key] for item in worth), strict=True))
    found = corrected_item_total_correlations(rows, [item.points for item in worth])
    cases = [
        sum(row[place] is not None and sum(s is not None for s in row) > 1 for row in rows)
        for place in range(len(worth))
    ]
    return {
        item.key: (r, None if r is None else fisher_interval(r, count))
        for item, r, count in zip(worth, found, cases, strict=True)
    }


def _figures(
    entries: Entries,
    item: Item,
    shares: list[float | None],
    discrimination: float | None,
    interval: Interval | None,
) -> ItemFigures:
    known = [share for share in shares if share is not None]
    seen = [entries.check(learner, item) for learner in entries.submissions]
    times = [check.seconds for check in seen if check and check.seconds is not None]
    seconds = median(times) if times else None
    waiting = sum(_waits(submission, item) for submission in entries.submissions.values())
    if not known:
        return ItemFigures(item, 0, seconds=seconds, waiting=waiting)
    total = min(sum(known), len(known))
    return ItemFigures(
        item,
        len(known),
        total / len(known),
        wilson_interval(total, len(known)),
        discrimination,
        interval,
        seconds,
        waiting,
    )


def _waits(submission: Submission, item: Item) -> bool:
    """Say whether a question waits for a person in work of which something else is graded."""
    mark = submission.marks.get(item.key)
    is_graded = any(one.base is not None for one in submission.marks.values())
    return is_graded and mark is not None and mark.base is None
