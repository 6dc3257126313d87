"""Open a room on this machine, or in its network, until it is closed."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tornado.http1connection import HTTP1Connection
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from weakties.course import CourseError
from weakties.room.live import Live
from weakties.room.rehearsal import STEP, fill, step
from weakties.room.results import results_of
from weakties.room.server import MOST_BYTES, application

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tornado.httputil import HTTPConnection, HTTPMessageDelegate

    from weakties.room.keeping import Secrets
    from weakties.room.session import Room

HERE = "127.0.0.1"
_AT_THE_DOOR = 2000
"""How many may knock at the same moment; whom the system turns away comes again a second later."""
_GOODBYE, _LINGERS, _NOTE = 0.3, 1, 600
"""Seconds."""


@dataclass(frozen=True)
class Place:
    """Where a room is opened.

    Parameters
    ----------
    port
        Where to listen; a free port if 0.
    shared
        Whether others in this network may come in; otherwise only this machine.
    address
        Where the room is reached, where a hub or a proxy stands before it.
    socket
        A socket file to listen at, in place of a port: nobody else can sit there first.
    """

    port: int = 0
    shared: bool = False
    address: str = ""
    socket: Path | None = None

    def check(self) -> None:
        """Refuse what does not fit together.

        Raises
        ------
        CourseError
            If a socket file is asked for without a proxy that leads to it.
        """
        if self.socket and (not self.address or self.shared or self.port):
            raise CourseError(
                "--socket is for a hub or proxy that passes the room on: say with --address where it "
                "is reached, and leave out --share and --port."
            )

    @property
    def name(self) -> str:
        """The name of this machine for who comes in without a proxy."""
        return _own_address() if self.shared else HERE


@dataclass(frozen=True)
class Addresses:
    """Where to go, once a room is open."""

    join: str
    wall: str
    instructor: str


async def serve(
    room: Room,
    secrets: Secrets,
    path: Path,
    place: Place,
    *,
    lessons: tuple[Path, ...] = (),
    rehearsed: int = 0,
    opened: Callable[[Addresses], None],
    noted: Callable[[str], None],
) -> None:
    """Serve a room until the instructor closes it.

    Parameters
    ----------
    room, secrets, path
        The session, its addresses' secrets, and where it is saved while it is open.
    place
        Where.
    lessons
        The lessons whose results are to be found meanwhile.
    rehearsed
        How many simulated participants take part.
    opened
        Told the addresses.
    noted
        Told from time to time who is there. A hub ends the server of whoever's terminal says nothing
        for long, and the room with it.

    Raises
    ------
    CourseError
        If the port, or the socket file, is taken or can't be.
    """
    sockets = _listening(place)
    port = "" if place.socket else f":{sockets[0].getsockname()[1]}"
    name, local = place.name, f"http://{HERE}{port}/"
    join = place.address.rstrip("/") + "/" if place.address else f"http://{name}{port}/"
    behind = bool(place.address) and not place.shared
    live = Live(room, secrets, path, join, rehearsed, behind)
    hosts = frozenset({HERE, "localhost", name, urlsplit(join).hostname or name})
    kind = _Lingering if place.socket else HTTPServer
    server = kind(application(live, hosts), max_body_size=MOST_BYTES)
    server.add_sockets(sockets)
    # Behind a hub, this machine is not the one whose browser shows the wall.
    own = join if place.address else local
    opened(Addresses(join, f"{own}wall/{secrets.wall}/", f"{own}instructor/{secrets.instructor}/"))
    live.changed()
    tasks = [
        asyncio.create_task(_find_results(live, lessons)),
        asyncio.create_task(_note(live, noted)),
    ]
    if rehearsed:
        tasks.append(asyncio.create_task(_rehearse(live)))
    try:
        await live.closed.wait()
    finally:
        live.closed.set()
        live.say_goodbye()
        await asyncio.sleep(_GOODBYE)
        for task in tasks:
            task.cancel()
        server.stop()
        await server.close_all_connections()
        for file in (path, place.socket):
            with suppress(OSError):
                if file:
                    file.unlink()


class _Lingering(HTTPServer):
    """Closes a connection a moment after its answer.

    A hub's proxy writes once more, nothing at all, when it has sent a request to a socket file. Where
    the answer came faster and the connection was closed behind it, that is an error, and who wanted to
    join was told that there is no room.
    """

    def start_request(
        self, server_conn: object, request_conn: HTTPConnection
    ) -> HTTPMessageDelegate:
        """Begin to take a request."""
        if isinstance(request_conn, HTTP1Connection):
            close, later = request_conn.close, asyncio.get_running_loop().call_later
            setattr(request_conn, "close", lambda: later(_LINGERS, close))  # noqa: B010
        return super().start_request(server_conn, request_conn)


def _listening(place: Place) -> list[socket.socket]:
    try:
        if place.socket:
            return [_at(place.socket)]
        host = "0.0.0.0" if place.shared else HERE  # noqa: S104
        return bind_sockets(place.port, host, backlog=_AT_THE_DOOR)
    except OSError as error:
        what = f"{place.socket} with --socket" if place.socket else f"port {place.port} with --port"
        raise CourseError(
            f"The room can't listen at {what}: {error.strerror or error}. Give another one."
        ) from None


def _at(path: Path) -> socket.socket:
    """Return a socket that listens at a file, in place of what a room that was killed left there."""
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        raise OSError("this system has no socket files")
    with ExitStack() as on_error:
        made = on_error.enter_context(socket.socket(family))
        if path.is_socket():
            with socket.socket(family) as asking:
                if asking.connect_ex(str(path)) == 0:
                    raise OSError("a room is open there already")
            path.unlink()
        made.bind(str(path))
        path.chmod(0o600)
        made.listen(_AT_THE_DOOR)
        made.setblocking(False)
        on_error.pop_all()
        return made


async def _find_results(live: Live, lessons: tuple[Path, ...]) -> None:
    for lesson in lessons:
        live.room.results |= await asyncio.to_thread(results_of, lesson)
        live.changed(for_all=True)


async def _note(live: Live, noted: Callable[[str], None]) -> None:
    while True:
        await asyncio.sleep(_NOTE)
        people = live.room.people.values()
        hands = sum(person.hand for person in people)
        noted(f"{time.strftime('%H:%M')}  people: {len(people)}, hands up: {hands}")


async def _rehearse(live: Live) -> None:
    chance = Random()  # noqa: S311 - nothing secret hangs on it
    fill(live.room, live.rehearsed)
    began = time.monotonic()
    while True:
        if step(live.room, chance, (time.monotonic() - began) / 60):
            live.changed()
        await asyncio.sleep(STEP)


def _own_address() -> str:
    """Return this machine's address in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward, suppress(OSError):
        outward.connect(("192.0.2.1", 9))
        return str(outward.getsockname()[0])
    return HERE
