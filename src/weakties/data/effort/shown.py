"""What the lesson shows of hours and opportunities in the simulated world."""

from __future__ import annotations

import pandas as pd

from weakties.data.datasets import load

_HOURS = {0.6: "up to 0.6", 1.2: "to 1.2", 2.4: "to 2.4", 4.8: "to 4.8", 99.0: "more"}


def people_and_what_came() -> pd.DataFrame:
    """Return everybody with the number of opportunities that came to them through a contact."""
    people = load("people").set_index("person_id")
    came = load("opportunities").dropna(subset="via_id")["person_id"].value_counts()
    people["came"] = came.reindex(people.index, fill_value=0)
    return people


def by_hours(people: pd.DataFrame) -> pd.DataFrame:
    """Return the mean opportunities of people, in groups with about twice the hours of the one before."""
    groups = pd.cut(people["hours_per_week"], [0, *_HOURS], labels=list(_HOURS.values()))
    grouped = people.groupby(groups.rename("hours a week"), observed=True)
    rows = grouped[["hours_per_week", "came"]].mean()
    rows["95% ±"] = 1.96 * grouped["came"].sem()
    rows["times the row before"] = rows["came"] / rows["came"].shift()
    return rows.rename(columns={"hours_per_week": "mean hours", "came": "opportunities"})
