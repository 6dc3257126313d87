"""Which figures of a copy without names differ from the archive's, and why each one must."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_TIMES = "connections keep a month, a quarter, a year or several"
_COMPANIES = "companies are named only where k people share them and no name is in them"
_DAYS = "messages keep the month alone"

WHY: dict[str, tuple[str, str]] = {
    "connections.first": ("the first connection", _TIMES),
    "connections.last": ("the last connection", _TIMES),
    "connections.with_email": ("connections with an e-mail address", "addresses are left out"),
    "companies.known": ("people with a company", _COMPANIES),
    "companies.without": ("people without a company", _COMPANIES),
    "companies.distinct": ("companies", _COMPANIES),
    "companies.blau": ("Blau's index of companies", _COMPANIES),
    "companies.effective": ("the effective number of companies", _COMPANIES),
    "messages.median_reply_hours": ("the time until an answer", _DAYS),
    "messages.owner": ("you, in your messages", "names and addresses are digits"),
    "ties.dormant": (
        "dormant ties",
        f"{_DAYS}, so who fell silent three years ago does so to the month",
    ),
    "ties.as_of": (
        "the day that all is counted from",
        "the copy's name says no day, so the latest month in it counts",
    ),
}
"""Figures that coarsening may change, by their place in the JSON: what they are, and why."""


def differences(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> tuple[str, ...]:
    """Return a sentence for each figure that differs; a figure without a reason is a mistake.

    Parameters
    ----------
    before, after
        The figures of the archive and of its copy, as ``Figures.json`` gives them.

    Raises
    ------
    KeyError
        If a figure differs that coarsening leaves alone.
    """
    said = []
    for part, figures in before.items():
        for name, value in figures.items():
            if _shown(value) != _shown(after[part][name]):
                what, why = WHY[f"{part}.{name}"]
                said.append(
                    f"{what}: {_shown(value)}, in the copy {_shown(after[part][name])}; {why}"
                )
    return tuple(said)


def _shown(value: object) -> str:
    """Return a figure with three digits; a difference beyond them is none."""
    if value is None:
        return "not known"
    return f"{value:.3g}" if isinstance(value, float) else str(value)
