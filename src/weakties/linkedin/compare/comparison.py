"""Everything that two exports of one person say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.linkedin.compare.awake import Awake, awake_since
from weakties.linkedin.compare.changes import Change, changes_between
from weakties.linkedin.compare.matched import Matched, matched
from weakties.linkedin.compare.pair import Pair, pair_of
from weakties.linkedin.figures import figures_of

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.export import Export
    from weakties.linkedin.figures import Figures


@dataclass(frozen=True)
class Comparison:
    """Two exports of one person.

    Parameters
    ----------
    old, new
        Their figures.
    pair
        What holds for both together.
    people
        Who came and went; None where nobody can be found again, as in copies without names.
    reappeared
        Who is in the new export only, though connected by the day of the old one: they had hidden.
    may_have_hidden
        How many of those who went may be hidden members now: as many more are, with their day.
    awake
        Ties that woke or fell asleep; None where that can't be told.
    changes
        Every figure then and now.
    """

    old: Figures
    new: Figures
    pair: Pair
    people: Matched | None
    reappeared: tuple[int, ...]
    may_have_hidden: int
    awake: Awake | None
    changes: tuple[Change, ...]

    def json(self) -> dict[str, Any]:
        """Return the comparison as plain values; null is what the exports can't tell."""
        people, awake = self.people, self.awake
        return {
            "since": self.pair.until.isoformat() if self.pair.until else None,
            "as_of": self.new.as_of.isoformat() if self.new.as_of else None,
            "people": {
                "came": len(people.came) if people else None,
                "went": len(people.went) if people else None,
                "stayed": len(people.pairs) if people else None,
                "reappeared": len(self.reappeared) if people else None,
                "may_have_hidden": self.may_have_hidden if people else None,
            },
            "ties": {
                "woke": len(awake.woke) if awake else None,
                "first_words": len(awake.first_words) if awake else None,
                "fell_asleep": len(awake.fell_asleep) if awake else None,
            },
            "figures": {
                change.key: {
                    "before": change.before,
                    "after": change.after,
                    "difference": change.difference,
                }
                for change in self.changes
            },
            "remarks": list(self.pair.remarks),
        }


def comparison_of(new: Export, old: Export, *, as_of: date | None = None) -> Comparison:
    """Compare two exports of one person.

    Parameters
    ----------
    new, old
        As :func:`weakties.linkedin.read` gives them.
    as_of
        The day that "how long ago" is counted from in the new one.

    Raises
    ------
    ExportError
        If they are the same, in the wrong order, or of two people.
    """
    then, now = figures_of(old), figures_of(new, as_of=as_of)
    found = matched(then.people, now.people)
    pair = pair_of(then, now, found)
    until = pair.until
    return Comparison(
        old=then,
        new=now,
        pair=pair,
        people=found if pair.names_told else None,
        reappeared=_reappeared(now, found, until),
        may_have_hidden=_may_have_hidden(then, now, found),
        awake=awake_since(now, until) if until else None,
        changes=changes_between(then, now),
    )


def _reappeared(now: Figures, found: Matched, until: date | None) -> tuple[int, ...]:
    import pandas as pd

    if until is None:
        return ()
    days = now.people["connected_on"].iloc[list(found.came)]
    return tuple(days.index[days < pd.Timestamp(until)])


def _may_have_hidden(then: Figures, now: Figures, found: Matched) -> int:
    """Return how many of those who went have a day of which more members are hidden now."""
    went = then.people["connected_on"].iloc[list(found.went)].value_counts()
    hidden = _hidden(now).sub(_hidden(then), fill_value=0)
    more = hidden[hidden > 0]
    return int(sum(min(count, more.get(day, 0)) for day, count in went.items()))


def _hidden(figures: Figures) -> Any:
    table = figures.export.connections
    return table.loc[table["status"] == "hidden", "connected_on"].value_counts()
