"""What the ninety days take from the front end: each function returns a valid input or refuses."""

from __future__ import annotations

from typing import Any

from weakties.widgets.after_the_click.model import DAYS, HOURS, PREDICTED, START
from weakties.widgets.after_the_click.planted import LIMITS
from weakties.widgets.shared.accepted import numbers_within
from weakties.widgets.shared.base import RefusedError

SURENESS = range(1, 6)
OF_TEN = range(11)


def prediction(value: object) -> dict[str, int]:
    """Return how much warmth silence will leave, and how sure the learner is."""
    match value:
        case {"left": int(left), "sure": int(sure), **more} if (
            not more and left in range(int(START) + 1) and sure in SURENESS and _whole(left, sure)
        ):
            return {"left": left, "sure": sure}
    raise RefusedError("A prediction is a number of points and how sure one is.")


def moves(value: object, known: list[Any], first_day: int) -> list[Any]:
    """Return the moves with one more at the end, not before `first_day`."""
    if not isinstance(value, list) or len(value) != len(known) + 1 or value[:-1] != known:
        raise RefusedError("What was done stays done.")
    match value[-1]:
        case {"day": int(day), "what": str(what), "expected": expected, **more} if (
            not more and _whole(day) and first_day <= day <= DAYS and what in HOURS
        ):
            is_number = isinstance(expected, int) and _whole(expected) and expected in OF_TEN
            if is_number if what in PREDICTED else expected is None:
                return value
    raise RefusedError("A move has a day, something to do, and of an ask what one expects of ten.")


def of_ten(value: object) -> int:
    """Return how many of ten."""
    if not isinstance(value, int) or not _whole(value) or value not in OF_TEN:
        raise RefusedError("It is a number of ten.")
    return value


def planted(value: object) -> dict[str, int]:
    """Return the assumptions, every number within its limits."""
    return numbers_within(value, LIMITS)


def _whole(*values: int) -> bool:
    return not any(isinstance(value, bool) for value in values)
