"""What the inbox takes from the front end: each function returns a valid input or refuses it."""

from __future__ import annotations

from typing import Any

from weakties.widgets.inbox.model import LIMITS, MOST_MONTHS, MOST_MUTUALS, RESTS, Rule
from weakties.widgets.inbox.signs import REQUIRED
from weakties.widgets.inbox.words import DECISIONS, GUESSES, REQUESTS
from weakties.widgets.shared.accepted import numbers_within
from weakties.widgets.shared.base import RefusedError

SURENESS = range(1, 6)


def prediction(value: object) -> dict[str, object]:
    """Return how many of ten accepted requests will be good, and how sure the learner is."""
    match value:
        case {"good": int(good), "sure": int(sure)} if (
            good in range(11)
            and sure in SURENESS
            and not isinstance(good, bool)
            and not isinstance(sure, bool)
        ):
            return {"good": good, "sure": sure}
    raise RefusedError("A prediction is a number of ten and how sure one is.")


def decisions(value: object, known: list[str]) -> list[Any]:
    """Return the decisions with one more at the end."""
    added = _one_more(value, known)
    if not isinstance(added, str) or added not in DECISIONS or len(known) == REQUESTS:
        raise RefusedError("A request is accepted or declined, one after the other.")
    return [*known, added]


def asked(value: object, known: list[int], current: int) -> list[Any]:
    """Return the numbers of the requests whose senders were asked, with the current one added."""
    added = _one_more(value, known)
    if type(added) is not int or added != current or current in known or current >= REQUESTS:
        raise RefusedError("Only the sender of the request on the screen can be asked.")
    return [*known, added]


def stakes(value: object) -> dict[str, int]:
    """Return what is at stake, every number within its limits."""
    return numbers_within(value, LIMITS)


def rule(value: object) -> dict[str, object]:
    """Return a rule with all its parts."""
    if not isinstance(value, dict) or set(value) != set(Rule._fields):
        raise RefusedError("A rule has all its parts.")
    if not isinstance(value["rest"], str) or value["rest"] not in RESTS:
        raise RefusedError("All others are declined or asked.")
    if not isinstance(value["sign"], str) or value["sign"] not in REQUIRED:
        raise RefusedError("A note may be asked to name one of the signs.")
    numbers = {name: value[name] for name in ("mutuals", "months")}
    numbers_within(numbers, {"mutuals": (0, MOST_MUTUALS), "months": (0, MOST_MONTHS)})
    return value


def crossing(value: object, known: int | None) -> int:
    """Return from which cost of a bad request on, in hours, accepting all is not best any more."""
    low, high = LIMITS["cost"]
    if known is not None or type(value) is not int or not low <= value <= high:
        raise RefusedError("The cost is guessed once.")
    return value


def guesses(value: object, known: list[str], most: int) -> list[Any]:
    """Return the guesses about attackers with one more at the end."""
    added = _one_more(value, known)
    if not isinstance(added, str) or added not in GUESSES or len(known) == most:
        raise RefusedError("A guess is made once for each round.")
    return [*known, added]


def _one_more(value: object, known: list[Any]) -> object:
    """Return what a list has at its end after all that is known."""
    if not isinstance(value, list) or len(value) != len(known) + 1 or value[:-1] != known:
        raise RefusedError("What was decided stays.")
    return value[-1]
