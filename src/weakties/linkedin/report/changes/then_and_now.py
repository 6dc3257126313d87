"""Every figure then and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.said import duration, number, percent
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from weakties.linkedin.compare import Comparison
    from weakties.linkedin.compare.changes import Change

_DIGITS = 3


def then_and_now(comparison: Comparison) -> Section:
    """Return the section on all figures of the mirror."""
    told = [change for change in comparison.changes if change.difference is not None]
    untold = [change.name for change in comparison.changes if change.difference is None]
    return Section(
        title="Then and now",
        question="Which figures of the mirror moved, and by how much?",
        facts=tuple(
            Fact(
                _difference(change),
                change.name,
                f"{_said(change, change.before)} then, {_said(change, change.after)} now",
            )
            for change in told
        ),
        words=(f"Told by one of the two only, or by neither: {', '.join(untold)}.",)
        if untold
        else (),
        cannot_tell=(
            "Whether a difference is much. These are counts of two days, so they have no interval; "
            "what a usual month brings, only more months can show."
        ),
        next_step="Name the one figure you set out to move. Leave the others alone.",
    )


def _said(change: Change, value: float | None) -> str:
    if value is None:
        return "not told"
    if change.unit == "share":
        return percent(value)
    return duration(value) if change.unit == "hours" else number(value)


def _difference(change: Change) -> str:
    difference = round(change.difference or 0.0, _DIGITS)
    if not difference:
        return "±0"
    sign = "+" if difference > 0 else "−"
    size = abs(difference)
    if change.unit == "share":
        return f"{sign}{number(round(100 * size, 1))} points"
    return f"{sign}{duration(size) if change.unit == 'hours' else number(size)}"
