"""Plans for a new contact's first ninety days, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.after_the_click.others import average_year

if TYPE_CHECKING:
    import pandas as pd

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


def plans_compared() -> pd.DataFrame:
    """Return what each plan leads to on average."""
    import pandas as pd  # the widget itself does without

    years = pd.DataFrame([average_year(plan) for plan in PLANS.values()], index=list(PLANS))
    years.columns = pd.Index(["in touch until day", "asks granted", "hours", "warmth, day 90"])
    return years.rename_axis("plan")
