"""Where one network stands among those of a class, figure by figure."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from weakties.linkedin.beside.differences import differences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.linkedin.figures import Figures


class Standing(NamedTuple):
    """A figure of one's own, and of each in the class who tells it, the least first.

    People of a class are not pooled into one: they differ among themselves by more than chance, so
    that nearly everybody would differ from the pool.
    """

    name: str
    unit: Literal["count", "share", "hours"]
    own: float | None
    others: tuple[float, ...]

    @property
    def middle(self) -> float | None:
        """Return the median of the others."""
        return median(self.others) if self.others else None

    @property
    def above(self) -> int:
        """Return how many of the others have less."""
        return sum(self.own is not None and other < self.own for other in self.others)

    @property
    def level(self) -> int:
        """Return how many of the others have as much."""
        return sum(other == self.own for other in self.others)

    @property
    def outermost(self) -> bool:
        """Return whether one's own is the least or the most, shared with nobody."""
        return self.own is not None and not self.level and self.above in (0, len(self.others))

    def values(self) -> dict[str, Any]:
        """Return all but the name, as plain values."""
        return {
            "unit": self.unit,
            "own": self.own,
            "others": list(self.others),
            "median": self.middle,
            "above": self.above,
            "level": self.level,
        }


def standings(own: Figures, others: Iterable[Figures]) -> tuple[Standing, ...]:
    """Return each figure of one's own among those of others."""
    by_figure = zip(*(differences(own, other) for other in others), strict=True)
    return tuple(
        Standing(
            pairs[0].name,
            pairs[0].unit,
            pairs[0].own,
            tuple(sorted(pair.other for pair in pairs if pair.other is not None)),
        )
        for pairs in by_figure
    )


def by_chance(found: Iterable[Standing]) -> float:
    """Return in how many figures chance alone puts one outermost, if all are of one kind.

    Each of n + 1 alike people is the least or the most in 2 of n + 1 cases.

    Examples
    --------
    >>> by_chance([Standing("a", "share", 0.5, (0.1, 0.2, 0.7))] * 2)
    1.0
    """
    return sum(2 / (len(one.others) + 1) for one in found)
