"""What the message lab takes from the front end: each function returns a valid input or refuses."""

from __future__ import annotations

from typing import Any

from weakties.widgets.message_lab.model import SENDS, WORLDS, Message
from weakties.widgets.message_lab.planted import PARTS
from weakties.widgets.message_lab.words import WINNERS
from weakties.widgets.shared.base import RefusedError

SURENESS = range(1, 6)
MOST_POINTS = 60


def prediction(value: object) -> dict[str, Any]:
    """Return two messages, which of them will be answered more, by how much, and how sure."""
    match value:
        case {"a": a, "b": b, "winner": str(winner), "points": points, "sure": sure} if (
            winner in WINNERS
            and _is_whole(points, range(MOST_POINTS + 1))
            and (points == 0) == (winner == "none")
            and _is_whole(sure, SURENESS)
        ):
            return {
                "a": message(a)._asdict(),
                "b": message(b)._asdict(),
                "winner": winner,
                "points": points,
                "sure": sure,
            }
    raise RefusedError("A prediction is two messages, a winner with its points, and how sure.")


def message(value: object) -> Message:
    """Return a message all of whose parts are on the menus."""
    if not isinstance(value, dict) or set(value) != set(PARTS):
        raise RefusedError("A message has an opener, a length, an ask and a time.")
    for part, menu in PARTS.items():
        if not isinstance(value[part], str) or value[part] not in menu:
            raise RefusedError(f"{part} is one of {', '.join(menu)}.")
    return Message(**value)


def sends(value: object) -> int:
    """Return how many of each are sent."""
    if type(value) is not int or value not in SENDS:
        raise RefusedError(f"Sends of each are one of {', '.join(map(str, SENDS))}.")
    return value


def declared(value: object, most: int) -> dict[str, Any]:
    """Return who was declared the winner after how many sends of each, at most `most`."""
    match value:
        case {"winner": str(winner), "after": after} if winner in WINNERS and _is_whole(
            after, range(1, most + 1)
        ):
            return {"winner": winner, "after": after}
    raise RefusedError("A winner is declared after at least one send of each.")


def replay(value: object, own: int) -> dict[str, Any]:
    """Return what moves the chances in a replay, and its sends: the learner's `own` or a choice."""
    match value:
        case {"world": str(world), "sends": number} if world in WORLDS and _is_whole(
            number, (*SENDS, own)
        ):
            return {"world": world, "sends": number}
    raise RefusedError("A replay has a world and a number of sends.")


def _is_whole(value: object, among: range | tuple[int, ...]) -> bool:
    return type(value) is int and value in among
