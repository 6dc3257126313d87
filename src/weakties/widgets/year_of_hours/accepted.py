"""What the year of hours takes from the front end: each function returns a valid input or refuses."""

from __future__ import annotations

from typing import Any

from weakties.widgets.shared.accepted import numbers_within
from weakties.widgets.shared.base import RefusedError
from weakties.widgets.year_of_hours.model import HOURS, QUARTERS, Plan, Week
from weakties.widgets.year_of_hours.planted import LIMITS

MORE = ("race", "garden", "same")
SURENESS = range(1, 6)
MOST = {"connections": 5000, "opportunities": 500}


def prediction(value: object) -> dict[str, Any]:
    """Return which way brings more, and how sure the learner is."""
    match value:
        case {"more": str(more), "sure": int(sure), **rest} if (
            not rest and more in MORE and sure in SURENESS and type(sure) is int
        ):
            return {"more": more, "sure": sure}
    raise RefusedError("A prediction is one of the ways and how sure one is.")


def years(value: object, known: list[Any]) -> list[Any]:
    """Return the years with one more at the end: a plan, and what it is expected to bring."""
    if not isinstance(value, list) or len(value) != len(known) + 1 or value[:-1] != known:
        raise RefusedError("What was planned stays planned.")
    match value[-1]:
        case {"plan": list(plan), "connections": connections, "opportunities": came, **rest} if (
            not rest
            and len(plan) == QUARTERS
            and all(_is_week(week) for week in plan)
            and type(connections) is int
            and type(came) is int
            and 0 <= connections <= MOST["connections"]
            and 0 <= came <= MOST["opportunities"]
        ):
            return value
    raise RefusedError("A year has four kinds of week of five hours, and two whole numbers.")


def plan_of(weeks: list[list[int]]) -> Plan:
    """Return a plan that was accepted, in the model's words."""
    return tuple(Week(*hours) for hours in weeks)


def assumption(value: object) -> str:
    """Return the name of an assumption."""
    if not isinstance(value, str) or value not in LIMITS:
        raise RefusedError("It is one of the assumptions.")
    return value


def planted(value: object) -> dict[str, int]:
    """Return the assumptions, every number within its limits."""
    return numbers_within(value, LIMITS)


def _is_week(week: object) -> bool:
    return (
        isinstance(week, list)
        and len(week) == len(Week._fields)
        and all(type(hours) is int and hours >= 0 for hours in week)
        and sum(week) <= HOURS
    )
