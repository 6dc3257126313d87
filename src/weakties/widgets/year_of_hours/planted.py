"""What is planted in the year of hours: every assumption that can be changed, and where it is from."""

from __future__ import annotations

from typing import NamedTuple

from weakties.data.cards import about

_WEEKS_A_MONTH = 52 / 12


class Planted(NamedTuple):
    """What this simulated world rests on.

    Parameters
    ----------
    bridge, embedded
        Weeks after which half of the ties that nobody tends are out of touch.
    per_hour
        Connections that an hour of inviting brings.
    tended
        Ties that an hour of messages keeps in touch for a week.
    worth
        Bridges that bring as much as one embedded tie.
    asked
        Asks of an embedded tie that lead to an opportunity, in percent.
    silent
        Opportunities a year through 100 connections with whom one is out of touch.
    """

    bridge: int
    embedded: int
    per_hour: int
    tended: int
    worth: int
    asked: int
    silent: int


LIMITS = {
    "bridge": (4, 104),
    "embedded": (16, 208),
    "per_hour": (1, 12),
    "tended": (2, 40),
    "worth": (1, 10),
    "asked": (0, 40),
    "silent": (0, 12),
}
"""The lowest and the highest that each may be."""


def as_planted() -> Planted:
    """Return what holds at first; ties last as long as in `tie_spans`, by its card."""
    size_of = about("tie_spans").size_of
    return Planted(
        bridge=round(size_of("bridge_half_life") * _WEEKS_A_MONTH),
        embedded=round(size_of("embedded_half_life") * _WEEKS_A_MONTH),
        per_hour=4,
        tended=12,
        worth=5,
        asked=15,
        silent=0,
    )
