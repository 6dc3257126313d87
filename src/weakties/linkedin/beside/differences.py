"""Each figure of two networks, and whether they differ by more than chance would make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from weakties.linkedin.beside.mixed import mixed_interval
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.measures import median_interval, newcombe_interval

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures

ERROR = 0.05
"""About how often chance alone makes one or more of all figures differ."""

_TESTED = 6
_LEVEL = 1 - ERROR / _TESTED
_LEAST = 50
"""People with a company: of fewer, an interval for large groups says too much."""


class Difference(NamedTuple):
    """A figure of one's own and of the other network, None where it isn't told.

    `interval` is that of own minus other, in the unit of the figure. `told` says whether the two
    can be told apart; it is None for a count, which has no chance in it, and where one is missing.
    """

    name: str
    unit: Literal["count", "share", "hours"]
    own: float | None
    other: float | None
    interval: tuple[float, float] | None = None
    told: bool | None = None

    def values(self) -> dict[str, Any]:
        """Return all but the name, as plain values."""
        return {key: value for key, value in self._asdict().items() if key != "name"}


class _Share(NamedTuple):
    hits: int
    cases: int


def differences(own: Figures, other: Figures) -> tuple[Difference, ...]:
    """Return each figure of two networks, with what can be said of its difference.

    Six figures are tested, each at 1 − 0.05 / 6 (Bonferroni), so that of two networks of one kind
    all six agree about 95 times in 100.
    """
    mine, theirs = _shares(own), _shares(other)
    return (
        Difference("connections", "count", len(own.people), len(other.people)),
        *(share_beside(name, mine[name], theirs[name]) for name in mine),
        _mixed(own, other),
        hours_beside(_hours(own), _hours(other)),
    )


def share_beside(name: str, own: tuple[int, int], other: tuple[int, int]) -> Difference:
    """Return two shares, each given as hits and cases, beside one another."""
    share, there = (hits / cases if cases else None for hits, cases in (own, other))
    if share is None or there is None:
        return Difference(name, "share", share, there)
    low, high = newcombe_interval(*own, *other, level=_LEVEL)
    return Difference(name, "share", share, there, (low, high), not low <= 0 <= high)


def hours_beside(own: list[float], other: list[float]) -> Difference:
    """Return two median times beside one another.

    They are told apart only where their intervals do not touch, which is stricter than a test.
    """
    name = "median until the first answer"
    mine, theirs = (
        median_interval(hours, level=_LEVEL) if hours else None for hours in (own, other)
    )
    found = [(one.lower, one.upper) for one in (mine, theirs) if one]
    bounds = [(low, high) for low, high in found if low is not None and high is not None]
    here, there = mine and mine.median, theirs and theirs.median
    if len(bounds) < 2:
        return Difference(name, "hours", here, there)
    (low, high), (other_low, other_high) = bounds
    interval = (low - other_high, high - other_low)
    return Difference(name, "hours", here, there, interval, not interval[0] <= 0 <= interval[1])


def _shares(figures: Figures) -> dict[str, _Share]:
    people, exchanges, started = len(figures.people), figures.exchanges, figures.started
    nothing = _Share(0, 0)
    silent = both = replies = asleep = nothing
    if exchanges is not None:
        silent = _Share(people - len(exchanges), people)
    if exchanges is not None and figures.knows_owner:
        both = _Share(int(exchanges["both_ways"].sum()), people)
        if figures.dormant is not None:
            asleep = _Share(len(figures.dormant), both.hits)
    if started is not None and figures.knows_owner:
        replies = _Share(int(started["replied"].sum()), len(started))
    return {
        "messages both ways": both,
        "no message at all": silent,
        "conversations begun, answered": replies,
        "dormant, of ties both ways": asleep,
    }


def _hours(figures: Figures) -> list[float]:
    if figures.started is None or figures.by_month or not figures.knows_owner:
        return []
    return [float(hours) for hours in figures.started["hours"].dropna()]


def _mixed(own: Figures, other: Figures) -> Difference:
    name = "pairs of people, two companies"
    mine, theirs = (
        mixed_interval(counts, level=_LEVEL) if sum(counts) >= _LEAST else None
        for counts in (_companies(own), _companies(other))
    )
    here, there = mine and mine.share, theirs and theirs.share
    if mine is None or theirs is None:
        return Difference(name, "share", here, there)
    low, high = mine.minus(theirs)
    return Difference(name, "share", here, there, (low, high), not low <= 0 <= high)


def _companies(figures: Figures) -> list[int]:
    """Return how many people are with each company; a copy has merged companies, so it tells none."""
    return [] if is_pseudonymized(figures.export) else list(figures.companies)
