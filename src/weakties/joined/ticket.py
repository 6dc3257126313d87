"""That a learner has joined a room: one small file in their own folder, gone when they leave."""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from weakties.own_folder import PRIVATE

if TYPE_CHECKING:
    from pathlib import Path

FILE = "joined-room.json"
_HOURS = 12
"""After which nothing is sent: who has the address then may be somebody else."""


@dataclass(frozen=True)
class Ticket:
    """What lets a notebook send to a room.

    Parameters
    ----------
    address
        Of the room, with a slash at its end.
    ticket
        What the room knows its holder by: no name.
    since
        When they joined, in seconds since 1970.
    """

    address: str
    ticket: str
    since: float


def kept_ticket(folder: Path) -> Ticket | None:
    """Return the ticket of a learner's folder, as long as it holds."""
    try:
        told = json.loads((folder / PRIVATE / FILE).read_text(encoding="utf-8"))
        found = Ticket(str(told["address"]), str(told["ticket"]), float(told["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if 0 <= time.time() - found.since < _HOURS * 3600 else None


def keep(ticket: Ticket, folder: Path) -> None:
    """Keep a ticket, readable by its owner only.

    Raises
    ------
    OSError
        If the disk does not take it.
    """
    path = folder / PRIVATE / FILE
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(asdict(ticket), file)


def throw_away(folder: Path) -> None:
    """Forget the ticket of a folder."""
    with suppress(OSError):
        (folder / PRIVATE / FILE).unlink()
