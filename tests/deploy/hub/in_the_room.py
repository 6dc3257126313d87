"""A live room as a service of the hub: whoever has the code comes in, with an account or without."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tornado.websocket import websocket_connect
from visitor import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from small_hub import SmallHub

QUESTION, GUESS = "photo-dress", 1
SAID = re.compile(
    r"(?P<instructor>http\S+/instructor/\S+).*?(?P<wall>http\S+/wall/\S+)"
    r".*?join at (?P<join>http\S+) with the code (?P<code>\w+)",
    re.DOTALL,
)


@dataclass
class InTheRoom:
    """A room that the instructor opened in a terminal of the hub, as its addresses show it."""

    instructor: str
    wall: str
    join: str
    code: str

    def page(self) -> str:
        """Return the page that a phone opens, without an account."""
        with urllib.request.urlopen(self.join, timeout=PATIENCE) as answer:  # noqa: S310 - our own
            return answer.read().decode()

    def guesses(self) -> tuple[int, int]:
        """Ask, and guess as somebody without an account; return what the wall counts: people, guesses."""
        ticket = _sent(self.join + "join", code=self.code, agreed=True)["ticket"]
        # A browser that is driven has a loop of its own running in this thread.
        with ThreadPoolExecutor(1) as apart:
            return apart.submit(asyncio.run, self._guesses(ticket)).result()

    async def _guesses(self, ticket: str) -> tuple[int, int]:
        wall, phone = await _listening(self.wall), await _listening(self.join)
        await phone.write_message(ticket)
        await asyncio.to_thread(_sent, f"{self.instructor}do", what="ask", name=QUESTION)
        await _told(phone, lambda news: news.get("question"))
        guess = {"what": "vote", "name": QUESTION, "answer": GUESS, "sure": 3}
        await phone.write_message(json.dumps({"number": 1, **guess}))
        news = await _told(wall, lambda news: news["votes"])
        return news["people"], news["votes"]

    def close(self) -> None:
        """Close it."""
        _sent(f"{self.instructor}do", what="close")


def _sent(address: str, **told: object) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 - our own
        address, json.dumps(told).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
        return json.loads(answer.read())


async def _listening(address: str) -> Any:
    return await websocket_connect(address.replace("http", "ws", 1) + "live")


async def _told(connection: Any, holds: Any) -> dict[str, Any]:
    while True:
        message = await asyncio.wait_for(connection.read_message(), PATIENCE)
        if message is None:
            raise ConnectionError
        if holds(news := json.loads(message)):
            return news


@contextmanager
def room_in(hub: SmallHub) -> Iterator[InTheRoom]:
    """Yield a room that the instructor opens as docs tell it; it is closed at the end."""
    words = ("weakties", "teach", "room", "--units", "photo")
    place = ("--socket", hub.at / "room" / "socket", "--address", f"{hub.url}/services/room/")
    with subprocess.Popen(
        hub.typed_by(hub.instructor, *words, *place),
        cwd=hub.home_of(hub.instructor),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            room = _opened(process)
            yield room
            room.close()
        except BaseException:  # nobody closes it now, and its end would be waited for
            process.terminate()
            raise


def _opened(process: subprocess.Popen[str]) -> InTheRoom:
    lines = ""
    for line in process.stdout or ():
        lines += line
        if said := SAID.search(lines):
            return InTheRoom(**said.groupdict())
    raise ConnectionError(lines)
