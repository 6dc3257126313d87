"""A room served within a test, and somebody who asks it things."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import websocket_connect

from weakties.lesson.prediction import Asked
from weakties.room.keeping import Secrets
from weakties.room.live import Live
from weakties.room.played import Play
from weakties.room.results import Result
from weakties.room.server import MOST_BYTES, application
from weakties.room.session import Room

NUMBER = Asked("demo-number", "How many?", unit="people", between=(0, 100))
INBOX = Play("demo-inbox", "The inbox", ("Worth",), "hours", (-50.0, 50.0), good=3, bad=2)
TANK = Play("demo-tank", "The tank", ("Expected", "Brought"), "things", (0.0, 99.0))
CHOICE = Asked("demo-choice", "Which?", choices=("accept", "decline"))
PATIENCE = 240
"""Seconds that an answer may take on a busy machine."""


def new_room():
    room = Room((NUMBER, CHOICE), ("demo-q1", "demo-q2"), (INBOX, TANK), most=50)
    room.results[NUMBER.name] = Result(60.0, "as counted")
    return room


@dataclass
class Served:
    """A room that is served, and its address."""

    live: Live
    port: int
    listening: list = field(default_factory=list)

    @property
    def room(self):
        return self.live.room

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/"

    @property
    def lead(self):
        return f"instructor/{self.live.secrets.instructor}"

    async def ask(self, path, body=None, **headers):
        """Return the status, what was answered and the headers."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            named.setdefault("Content-Type", "application/json")
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        return await asyncio.to_thread(_answer, self.port, path, body, named)

    async def post(self, path, **told):
        """Return the status and the object that was answered."""
        status, text, _ = await self.ask(path, told)
        return status, json.loads(text)

    async def join(self):
        """Return the ticket of somebody new."""
        status, told = await self.post("join", code=self.room.code, agreed=True)
        assert status == 200, told
        return told["ticket"]

    async def lead_does(self, what, **more):
        """Have the instructor do something."""
        assert (await self.post(f"{self.lead}/do", what=what, **more))[0] == 200

    async def listen(self, path):
        """Return a connection as a page makes it."""
        connection = await websocket_connect(f"ws://127.0.0.1:{self.port}/{path}")
        self.listening.append(connection)
        return connection

    async def phone(self):
        """Return the open page of somebody new, and their ticket."""
        ticket, page = await self.join(), await self.listen("live")
        await page.write_message(ticket)
        await told(page, lambda news: "stage" in news)
        return page, ticket


def _answer(port, path, body, headers):
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET" if body is None else "POST", f"/{path}", body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers
    except (ConnectionError, HTTPException):  # it was cut off
        return 0, "", {}
    finally:
        connection.close()


def with_room(tmp_path, play, room=None):
    """Serve a room and play something in it."""

    async def run():
        sockets = bind_sockets(0, "127.0.0.1")
        port = sockets[0].getsockname()[1]
        path = tmp_path / "open-room.json"
        live = Live(room or new_room(), Secrets.new(), path, f"http://127.0.0.1:{port}/")
        hosts = frozenset({"127.0.0.1", "localhost"})
        server = HTTPServer(application(live, hosts), max_body_size=MOST_BYTES)
        server.add_sockets(sockets)
        served = Served(live, port)
        try:
            return await asyncio.wait_for(play(served), PATIENCE)
        finally:
            for connection in served.listening:
                connection.close()
                while await connection.read_message() is not None:
                    pass
            live.closed.set()
            live.say_goodbye()
            server.stop()
            await server.close_all_connections()

    # A thread of its own: pages that another test holds open keep a loop running in this one.
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, run()).result()


async def told(connection, holds):
    """Return the first message that fits."""
    while True:
        message = await connection.read_message()
        assert message is not None
        found = json.loads(message)
        if holds(found):
            return found
