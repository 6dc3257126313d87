"""Bars of one's own shares, each with somebody else's as an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.charts import picture_of_bars
from weakties.linkedin.report.said import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.pages.section import Grid, Picture


def picture_of_two(
    shares: Sequence[tuple[str, float | None, float | None]], whose: str, grid: Grid
) -> Picture:
    """Return the picture of shares, from 0 to 1.

    Parameters
    ----------
    shares
        What each is called, one's own, and the other's.
    whose
        Whose the others are, in the words for who can't see it.
    grid
        The same figures and more as a table; its caption is the picture's.
    """
    known = [(name, own or 0.0, other or 0.0) for name, own, other in shares]
    bars = [(name, own, f"{percent(own)} · {percent(other)}") for name, own, other in known]
    said = ", ".join(f"{name} {percent(own)} and {percent(other)}" for name, own, other in known)
    alt = f"Bars of shares, yours and {whose}: {said}"
    return picture_of_bars(grid.caption, bars, alt, grid, [other for _, _, other in known])
