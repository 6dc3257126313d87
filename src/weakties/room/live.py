"""The open connections of a room, and when they are told: soon, and not more often than needed."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError

from weakties.pages.file import NotWritten
from weakties.room.keeping import save
from weakties.room.views import for_instructor, for_participants, for_wall

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tornado.websocket import WebSocketHandler

    from weakties.room.keeping import Secrets
    from weakties.room.session import Room

Audience = Literal["participants", "wall", "instructor"]
CLOSED, UNKNOWN, FLOODED = 4000, 4001, 4002
"""Why a connection ends, as the pages know it."""
_TELL_AFTER, _SAVE_AFTER = 0.05, 1.0
_MADE_BY: dict[Audience, Callable[[Room, float], dict[str, Any]]] = {
    "wall": for_wall,
    "instructor": for_instructor,
    "participants": for_participants,
}
"""What each is told, in the order in which they are told."""


@dataclass
class Live:
    """A room that is served.

    Parameters
    ----------
    room
        The session.
    secrets
        Of its addresses.
    path
        Where it is saved while it is open.
    address
        What the wall shows and the QR code holds.
    rehearsed
        How many simulated participants there are.
    behind
        Whether everything comes through a hub or a proxy of ours.
    """

    room: Room
    secrets: Secrets
    path: Path
    address: str = ""
    rehearsed: int = 0
    behind: bool = False
    closed: asyncio.Event = field(default_factory=asyncio.Event)
    said: str = ""
    _open: dict[Audience, set[WebSocketHandler]] = field(
        default_factory=lambda: {"participants": set(), "wall": set(), "instructor": set()}
    )
    _waiting: set[Audience] = field(default_factory=set)
    _answers: list[tuple[WebSocketHandler, str]] = field(default_factory=list)
    _to_save: bool = False

    def now(self) -> float:
        """Return the time by which all rules of this room go; it survives a restart."""
        return time.time()

    def opened(self, audience: Audience, socket: WebSocketHandler) -> None:
        """Take in a connection, and tell it how things are."""
        self._open[audience].add(socket)
        self._send(socket, self._text(audience))

    def gone(self, socket: WebSocketHandler) -> None:
        """Let a connection go."""
        for sockets in self._open.values():
            sockets.discard(socket)

    def say_goodbye(self) -> None:
        """End all connections: the room is closed."""
        for sockets in self._open.values():
            for socket in tuple(sockets):
                socket.close(CLOSED, "closed")

    def connections(self, audience: Audience) -> int:
        """Return how many connections of one kind there are."""
        return len(self._open[audience])

    def changed(self, *, for_all: bool = False) -> None:
        """Have everybody told soon whom it concerns; many changes at once are told as one.

        Parameters
        ----------
        for_all
            Whether it concerns participants as well.
        """
        self._tell_soon()
        self._waiting |= {"wall", "instructor"}
        if for_all:
            self._waiting.add("participants")
        if not self._to_save:
            self._to_save = True
            asyncio.get_running_loop().call_later(_SAVE_AFTER, self._save)

    def answer(self, socket: WebSocketHandler, told: dict[str, Any]) -> None:
        """Answer one connection, once the wall has been told: all look there."""
        self._tell_soon()
        self._answers.append((socket, json.dumps(told)))

    def _tell_soon(self) -> None:
        if not self._waiting and not self._answers:
            asyncio.get_running_loop().call_later(_TELL_AFTER, self._tell)

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, set()
        answers, self._answers = self._answers, []
        for audience in _MADE_BY:
            if audience in waiting and self._open[audience]:
                text = self._text(audience)
                for socket in tuple(self._open[audience]):
                    self._send(socket, text)
        for socket, text in answers:
            self._send(socket, text)

    def _send(self, socket: WebSocketHandler, text: str) -> None:
        with suppress(WebSocketClosedError, StreamClosedError):
            socket.write_message(text).add_done_callback(lambda sent: sent.exception())

    def told(self, audience: Audience) -> dict[str, Any]:
        """Return how things are, for one audience."""
        told = _MADE_BY[audience](self.room, self.now())
        if audience == "wall":
            told["address"] = self.address
        elif audience == "instructor":
            told |= {"address": self.address, "wall_secret": self.secrets.wall, "said": self.said}
        return told

    def _text(self, audience: Audience) -> str:
        return json.dumps(self.told(audience))

    def _save(self) -> None:
        self._to_save = False
        if self.closed.is_set():
            return
        try:
            save(self.room, self.secrets, self.path)
            self.said = ""
        except NotWritten as error:
            self.said = f"{error} The room goes on, but would not survive a restart."
