"""Plans for a new contact's first ninety days, side by side."""

from __future__ import annotations

from weakties.widgets.after_the_click.others import average_year

_NOTES = {0: "thank", 27: "congratulate", 74: "congratulate"}
_HELP_TOO = _NOTES | {8: "share", 52: "share"}
PLANS = {
    "nothing at all": {},
    "a pitch on the first day": {0: "pitch"},
    "thanks and congratulations": _NOTES,
    "help, too": _HELP_TOO,
    "and two asks, by message": _HELP_TOO
    | {15: "message", 16: "thank", 60: "message", 61: "thank"},
    "and two asks, by phone": _HELP_TOO | {15: "phone", 16: "thank", 60: "phone", 61: "thank"},
    "an ask by phone every week": dict.fromkeys(range(0, 91, 7), "phone"),
}
"""What is done on which day, by the name of the plan; each goes further than the one before."""


_TOLD = ("in touch until day", "asks granted", "hours", "warmth, day 90")


def plans_compared() -> dict[str, dict[str, float]]:
    """Return what each plan leads to on average, by its name."""
    return {name: dict(zip(_TOLD, average_year(plan), strict=True)) for name, plan in PLANS.items()}
