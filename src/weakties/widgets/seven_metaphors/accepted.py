"""What the seven metaphors take from the front end: each function returns a valid input or refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.widgets.seven_metaphors.gaming import FORMS, MOVES, THINGS
from weakties.widgets.seven_metaphors.metaphors import METAPHORS
from weakties.widgets.seven_metaphors.model import TEN
from weakties.widgets.shared.base import RefusedError

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_NAME = 60
_SURENESS = range(1, 6)


def prediction(value: object, known: Collection[str]) -> dict[str, Any]:
    """Return the metaphor, ten different people of those known, and what is expected."""
    match value:
        case {
            "goal": str(goal),
            "picks": list(picks),
            "expected": int(expected),
            "sure": int(sure),
            **more,
        } if (
            not more
            and goal in METAPHORS
            and len(picks) == TEN
            and all(isinstance(pick, str) and pick in known for pick in picks)
            and len(set(picks)) == TEN
            and _whole(expected, sure)
            and expected in range(TEN + 1)
            and sure in _SURENESS
        ):
            return {"goal": goal, "picks": sorted(picks), "expected": expected, "sure": sure}
    raise RefusedError("A prediction is a metaphor, ten people, a number of ten, and how sure.")


def goal(value: object) -> str:
    """Return one of the seven."""
    if not isinstance(value, str) or value not in METAPHORS:
        raise RefusedError("The dial has seven places.")
    return value


def overlay(value: object) -> str:
    """Return one of the seven, or nothing."""
    return "" if value == "" else goal(value)


def together(value: object) -> int:
    """Return how much connections decide, in percent."""
    if type(value) is not int or not 0 <= value <= 100:
        raise RefusedError("It is a whole number of percent.")
    return value


def number(value: object) -> dict[str, Any]:
    """Return a number of the learner's own: its name, what it counts, how, and what will be left."""
    match value:
        case {
            "name": str(name),
            "what": str(what),
            "form": str(form),
            "left": int(left),
            **more,
        } if (
            not more
            and name.strip()
            and len(name) <= LONGEST_NAME
            and what in THINGS
            and form in FORMS
            and _whole(left)
            and 0 <= left <= 100
        ):
            return {"name": name.strip(), "what": what, "form": form, "left": left}
    raise RefusedError("A number has a name, something that it counts, a form, and an expectation.")


def guards(value: object) -> list[str]:
    """Return guards, each once, in the order of the moves."""
    if not isinstance(value, list) or not all(
        isinstance(one, str) and one in MOVES for one in value
    ):
        raise RefusedError("There are three guards.")
    return [move for move in MOVES if move in value]


def _whole(*values: int) -> bool:
    return not any(isinstance(value, bool) for value in values)
