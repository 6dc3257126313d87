"""What a participant sends, by a request or over a page's open connection: one way in for both."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from weakties.lesson.prediction.asked import SURE
from weakties.room.limits import Limit
from weakties.room.session import Refused

if TYPE_CHECKING:
    from weakties.room.live import Live
    from weakties.room.session import Person


class TooMuch(Refused):
    """More was sent at once than anybody does by hand."""

    def __init__(self) -> None:
        super().__init__("Too much at once. Wait a moment.")


class Limits:
    """How often one address may knock, and one ticket may send or look."""

    def __init__(self) -> None:
        self.wrong_codes = Limit(at_once=20, a_second=0.1)
        self.all_wrong_codes = Limit(at_once=300, a_second=1)
        self.joins = Limit(at_once=120, a_second=5)
        self.requests = Limit(at_once=600, a_second=60)
        self.sent = Limit(at_once=20, a_second=1)
        self.looks = Limit(at_once=20, a_second=1)


def flat(message: str | bytes) -> dict[str, Any]:
    """Return the JSON object that was sent.

    Raises
    ------
    Refused
        If it is none.
    """
    try:
        found = json.loads(message)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Refused("That is no JSON object.")
    return found


def taken(
    live: Live, limits: Limits, who: str, ticket: object, what: str, told: dict[str, Any]
) -> dict[str, Any]:
    """Take what a participant sends; return what is answered.

    Parameters
    ----------
    live, limits
        The room, and how much it takes.
    who
        The address that it comes from.
    ticket
        Whose it is.
    what, told
        The kind of it, and its content.

    Raises
    ------
    Refused
        If it is not counted.
    """
    room, at = live.room, time.monotonic()
    if not limits.requests.allows(who, at):
        raise TooMuch
    if what == "leave":
        room.leave(ticket)
        said = "You are out, and what you sent is gone."
    else:
        person = room.person(ticket)
        if not limits.sent.allows(str(ticket), at):
            raise TooMuch
        said = "Done."
        match what:
            case "vote":
                said = room.vote(ticket, told.get("name"), told.get("answer"), told.get("sure"))
            case "hand":
                room.raise_hand(ticket, up=told.get("up"))
            case "check":
                choices = told.get("choices", (0, 0))
                room.check(ticket, told.get("question"), told.get("found"), choices)
            case "played":
                room.came(ticket, told.get("name"), told.get("counts"), told.get("numbers"))
            case "mine":
                return _mine(person)
            case _:
                raise Refused("There is no such thing to send.")
    live.changed()
    return {"said": said}


def _mine(person: Person) -> dict[str, Any]:
    """Return what the room holds of one person, for that person."""
    told: dict[str, Any] = {"hand": person.hand, "sure": list(SURE.values())}
    for which in ("first", "second"):
        votes = getattr(person, which)
        told[which] = {name: [vote.answer, vote.sure] for name, vote in votes.items()}
    told["played"] = {name: vars(outcome) for name, outcome in person.played.items()}
    return told
