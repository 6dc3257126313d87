"""In and out of a room: nothing is sent before somebody has read what, and agreed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from weakties.course import CourseError
from weakties.joined.post import NoAnswer, post
from weakties.joined.ticket import Ticket, keep, kept_ticket, throw_away

if TYPE_CHECKING:
    from pathlib import Path

WHAT_IS_SENT = (
    "Once you join, this goes to the instructor's machine, without a name: each prediction that "
    "you commit in a lesson and how sure you are; what comes out in the inbox (how many good and bad "
    "requests you accepted, and their worth) and in the think tank (what you expected, and what your "
    "twelve bring); and for each check that you run, that it is done or what kind of finding it "
    "had, and how many of its choices were right at the first try.\n"
    "Never sent: your name, what you write, your code, your files. When the room closes it is "
    "deleted; at most counts are kept. You can leave at any time, and what you sent goes with you."
)


class NotJoined(CourseError):
    """Somebody is not in a room, and why."""


def room_named(where: str) -> tuple[str, str]:
    """Return the code and the address in ``CODE@HOST``.

    Raises
    ------
    NotJoined
        If it is not written like that.

    Examples
    --------
    >>> room_named("ABCDEF@192.168.1.5:8787")
    ('ABCDEF', 'http://192.168.1.5:8787/')
    """
    code, _, host = where.strip().partition("@")
    address = host if "://" in host else f"http://{host}"
    try:
        found = urlsplit(address)
        good = bool(code and found.hostname and found.scheme in ("http", "https"))
        good = good and not (found.query or found.fragment or found.username)
        _ = found.port
    except ValueError:
        good = False
    if not good:
        raise NotJoined(
            f"“{where}” is no room. Write the six letters and the address on the wall, such as "
            "ABCDEF@192.168.1.5:8787."
        )
    return code, address.rstrip("/") + "/"


def join(where: str, folder: Path) -> str:
    """Join a room for the notebooks of a folder; return the address of one's page in it.

    Whoever calls this has shown `WHAT_IS_SENT` and was told yes.

    Raises
    ------
    NotJoined
        If the room can't be reached, or does not let one in.
    """
    code, address = room_named(where)
    before = kept_ticket(folder)
    if before and before.address == address and _is_known(before):
        raise NotJoined(f"You are in this room already. Your page: {_page(before)}")
    try:
        told = post(address, "join", {"code": code, "agreed": True})
        ticket = Ticket(address, str(told["ticket"]), time.time())
        keep(ticket, folder)
    except NoAnswer as error:
        raise NotJoined(f"Not joined. {error}") from None
    except KeyError:
        raise NotJoined(f"Not joined: what answers at {address} is no room.") from None
    except OSError as error:
        raise NotJoined(f"Not joined: nothing can be kept in {folder}, {error.strerror}.") from None
    return _page(ticket)


def leave(folder: Path) -> str:
    """Leave the room, and have it delete what was sent; return in words what became of it."""
    ticket = kept_ticket(folder)
    throw_away(folder)
    if ticket is None:
        return "You are in no room: nothing is sent."
    try:
        post(ticket.address, "leave", {"ticket": ticket.ticket})
    except NoAnswer:
        return "You are out: nothing more is sent. The room gave no answer, so it may be closed."
    return "You are out: nothing more is sent, and the room has deleted what you sent."


def _is_known(ticket: Ticket) -> bool:
    try:
        post(ticket.address, "mine", {"ticket": ticket.ticket})
    except NoAnswer:
        return False
    return True


def _page(ticket: Ticket) -> str:
    return f"{ticket.address}#me={ticket.ticket}"
