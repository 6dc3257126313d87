"""Open a room on this machine, or in its network, until it is closed."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from weakties.course import CourseError
from weakties.room.live import Live
from weakties.room.rehearsal import fill, step
from weakties.room.results import results_of
from weakties.room.server import MOST_BYTES, application

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from weakties.room.keeping import Secrets
    from weakties.room.session import Room

HERE = "127.0.0.1"
_AT_THE_DOOR = 2000
"""How many may knock at the same moment; whom the system turns away comes again a second later."""
_STEP, _GOODBYE = 0.4, 0.3
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
        What the wall shows, where a hub or a proxy stands before the room.
    """

    port: int = 0
    shared: bool = False
    address: str = ""


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

    Raises
    ------
    CourseError
        If the port is taken.
    """
    try:
        sockets = bind_sockets(
            place.port,
            "0.0.0.0" if place.shared else HERE,  # noqa: S104
            backlog=_AT_THE_DOOR,
        )
    except OSError as error:
        raise CourseError(
            f"Port {place.port} can't be used: {error.strerror}. Give another one with --port."
        ) from None
    port = sockets[0].getsockname()[1]
    name = _own_address() if place.shared else HERE
    join = place.address.rstrip("/") + "/" if place.address else f"http://{name}:{port}/"
    live = Live(room, secrets, path, join, rehearsed)
    hosts = frozenset({HERE, "localhost", name, urlsplit(join).hostname or name})
    server = HTTPServer(application(live, hosts), max_body_size=MOST_BYTES)
    server.add_sockets(sockets)
    local = f"http://{HERE}:{port}"
    opened(
        Addresses(
            join, f"{local}/wall/{secrets.wall}/", f"{local}/instructor/{secrets.instructor}/"
        )
    )
    live.changed()
    tasks = [asyncio.create_task(_find_results(live, lessons))]
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
        with suppress(OSError):
            path.unlink()


async def _find_results(live: Live, lessons: tuple[Path, ...]) -> None:
    for lesson in lessons:
        live.room.results |= await asyncio.to_thread(results_of, lesson)
        live.changed(for_all=True)


async def _rehearse(live: Live) -> None:
    chance = Random()  # noqa: S311 - nothing secret hangs on it
    fill(live.room, live.rehearsed)
    while True:
        if step(live.room, chance):
            live.changed()
        await asyncio.sleep(_STEP)


def _own_address() -> str:
    """Return this machine's address in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward, suppress(OSError):
        outward.connect(("192.0.2.1", 9))
        return str(outward.getsockname()[0])
    return HERE
