"""What the gauges and the table of choices show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.think_tank.model import PLACES
from weakties.widgets.think_tank.words import other_industries

if TYPE_CHECKING:
    from weakties.widgets.think_tank.model import Assumptions, Gauges


def gauge_rows(now: Gauges, assumptions: Assumptions) -> list[dict[str, object]]:
    """Return the gauges: for each its name, value, how full its bar is, and what it means."""
    if not now.picked:
        return []
    most_minutes = assumptions.hours * 60 / PLACES
    sizes: list[tuple[str, str, float, str]] = [
        (
            "Total degree",
            f"{now.connections:,}",
            now.connections / 5000,
            "connections, added up",
        ),
        (
            "Blau index",
            f"{now.blau:.2f}",
            now.blau / 0.9,
            "0 if all are of one industry, 0.9 if all ten are alike often",
        ),
        (
            "Effective size",
            f"{now.effective_size:.1f}",
            now.effective_size / PLACES,
            _sources(now),
        ),
        (
            "Constraint",
            f"{now.constraint:.2f}",
            now.constraint / 0.4 if now.picked > 3 else 1,
            "the lower, the freer",
        ),
        (
            "Time per tie",
            f"{now.minutes:.0f} min",
            now.minutes / most_minutes if most_minutes else 0,
            _reading(now),
        ),
        (
            "Bandwidth",
            f"{now.bandwidth:.1f}",
            now.bandwidth / 24,
            "exchanges a month, all together",
        ),
        (
            "Share that is new",
            f"{100 * now.share_new:.0f}%",
            now.share_new / 0.4,
            "of exchanges bring something new",
        ),
        (
            "New things",
            f"{now.novelty:.1f}",
            now.novelty / 6,
            "to expect in a month: bandwidth × share that is new",
        ),
    ]
    return [
        {"name": name, "value": value, "share": round(min(1.0, max(0.0, share)), 3), "note": note}
        for name, value, share, note in sizes
    ]


HEADER = [
    "Choice",
    "Total degree",
    "Blau index",
    "Effective size",
    "Constraint",
    "Minutes each",
    "Exchanges",
    "New, %",
    "New things a month",
]


def comparison_row(label: str, result: Gauges) -> list[str]:
    """Return one row of the table of choices."""
    return [
        label,
        f"{result.connections:,}",
        f"{result.blau:.2f}",
        f"{result.effective_size:.1f}",
        f"{result.constraint:.2f}",
        f"{result.minutes:.0f}",
        f"{result.bandwidth:.1f}",
        f"{100 * result.share_new:.0f}",
        f"{result.novelty:.1f}",
    ]


def _sources(now: Gauges) -> str:
    share = now.effective_size / now.picked
    if now.picked == 1:
        return "one contact is one source"
    if share > 0.9:
        return f"of {now.picked}: hardly any overlap"
    if share < 0.35:
        return f"of {now.picked}: they nearly all know one another"
    return f"of {now.picked}: some know one another"


def _reading(now: Gauges) -> str:
    if not now.industries:
        return "a month each; nothing to read up on"
    return f"a month each, after reading up on {other_industries(now.industries)}"
