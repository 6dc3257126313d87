"""How long a guess takes to the projector, and what a room costs, with many simulated people.

    python3 benchmarks/room.py [--people 30 300 1000] [--seconds 10] [--files 0]

The real command serves the room on this machine's loopback. Each person comes from an address of
their own, keeps a page open and guesses once; first all within some seconds, then, in a second
vote, all in the same moment. Votes carry no name: the k-th guess that was sent is taken to be the
k-th that the wall counts. The server's own CPU time and peak memory are read from the kernel.
`--files` lowers the number of open files that the server may have, to see what is said then.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import resource
import struct
import sys
import tempfile
import time
from asyncio import StreamReader, StreamWriter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from subprocess import PIPE, Popen

TO_REACH_MS = 300
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 120
TEXT, PING, PONG = 0x81, 0x89, 0x8A
Page = tuple[StreamReader, StreamWriter]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--people", type=int, nargs="+", default=[30, 300, 1000])
    options.add_argument("--seconds", type=float, default=10, help="In which all guess at first.")
    options.add_argument("--files", type=int, default=0, help="Most open files of the server.")
    chosen = options.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    for people in chosen.people:
        asyncio.run(measured(people, chosen.seconds, chosen.files))


@dataclass
class Opened:
    """A room that the command serves, and those who are in it."""

    process: Popen[str]
    port: int
    code: str
    secret: str
    wall: str
    tickets: list[str] = field(default_factory=list)
    seen: list[tuple[float, int]] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)

    def cpu(self) -> float:
        """Return the seconds of CPU that the server has used."""
        parts = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) / _TICKS

    def megabytes(self) -> int:
        """Return the server's peak memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return round(int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)  # type: ignore[index]


def opened(people: int, files: int, folder: str) -> Opened:
    """Open a room by the command that an instructor uses."""
    command = [sys.executable, "-m", "weakties", "teach", "room", "--units", "strangers"]
    command += ["--people", str(people)]
    if files:
        command = ["sh", "-c", 'ulimit -n "$0"; exec "$@"', str(files), *command]
    process = Popen(command, cwd=folder, stdout=PIPE, text=True)
    assert process.stdout
    told = ""
    while "Ctrl-C" not in told:
        line = process.stdout.readline()
        assert line, told
        told += line
    lead, wall = (re.search(rf"/({one}/\S+)/", told)[1] for one in ("instructor", "wall"))  # type: ignore[index]
    port, code = re.search(r"join (\w+)@[\d.]+:(\d+)", told).group(2, 1)  # type: ignore[union-attr]
    return Opened(process, int(port), code, lead, wall)


async def measured(people: int, seconds: float, files: int) -> None:
    """Open a room, fill it, have everybody guess twice, and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        room = opened(people, files, folder)
        try:
            tasks = [asyncio.create_task(watch(room))]
            await room_is_ready(room)
            before = room.cpu()
            joined = await asyncio.gather(*(one_joins(room, k) for k in range(people)))
            tasks += [asyncio.create_task(one) for one in joined if one]
            in_room = len(room.tickets)
            joining = room.cpu() - before
            await lead(room, "ask", name="strangers-threshold")
            spread = await all_guess(room, seconds)
            await lead(room, "again")
            burst = await all_guess(room, 0)
            print(
                f"{people:5} people, {in_room} in: all in {seconds:g} s: {spread}; "
                f"at the same moment: {burst}; CPU: {joining:.1f} s to join, "
                f"{room.cpu() - before - joining:.1f} s for both votes; "
                f"peak {room.megabytes()} MB",
                flush=True,
            )
            for why, many in room.refused.items():
                print(f"      {many} were told: {why}")
            for task in tasks:
                task.cancel()
            await lead(room, "close")
        finally:
            room.process.terminate()
            room.process.wait(_PATIENCE)


async def all_guess(room: Opened, seconds: float) -> str:
    """Have everybody guess; return how long it took to the wall."""
    room.seen.clear()
    sent: list[float] = []
    await asyncio.gather(*(one_guesses(room, k, seconds, sent) for k in range(len(room.tickets))))
    until = time.perf_counter() + 5
    while (not room.seen or room.seen[-1][1] < len(sent)) and time.perf_counter() < until:
        await asyncio.sleep(0.01)
    took, number = [], 0
    for at, votes in room.seen:
        took += [1000 * (at - one) for one in sorted(sent)[number:votes]]
        number = max(number, votes)
    if len(took) < 2:
        return "nothing came"
    late = "" if quantiles(took, n=100)[98] < TO_REACH_MS else f" (above {TO_REACH_MS})"
    missing = f", {len(sent) - len(took)} not counted" if len(sent) > len(took) else ""
    return f"median {median(took):.0f} ms, 99th {quantiles(took, n=100)[98]:.0f} ms{late}{missing}"


async def one_guesses(room: Opened, k: int, seconds: float, sent: list[float]) -> None:
    await asyncio.sleep(random.random() * seconds)
    guess = {"name": "strangers-threshold", "answer": random.randint(1, 100), "sure": 3}
    sent.append(time.perf_counter())
    status, told = await post(room, k, "vote", {"ticket": room.tickets[k], **guess})
    if status != 200:
        sent.pop()
        count(room, told)


async def one_joins(room: Opened, k: int):  # type: ignore[no-untyped-def]
    """Let somebody in, who keeps a page open; return what drains what that page is told."""
    await asyncio.sleep(k / 200)
    status, told = await post(room, k, "join", {"code": room.code, "agreed": True})
    if status != 200:
        count(room, told)
        return None
    room.tickets.append(told["ticket"])
    try:
        page = await listening(room, "live", k, told["ticket"])
    except (OSError, asyncio.IncompleteReadError):
        count(room, {"error": "(the page's connection was cut)"})
        return None
    return drained(page)


def count(room: Opened, told: dict[str, str]) -> None:
    why = told.get("error", "(nothing)")
    room.refused[why] = room.refused.get(why, 0) + 1


async def lead(room: Opened, what: str, **more: object) -> None:
    """Do what the instructor does."""
    await post(room, 0, f"{room.secret}/do", {"what": what, **more})


async def room_is_ready(room: Opened) -> None:
    """Wait until the lesson has been run for its results: that is no part of a workshop's load."""
    page = await listening(room, f"{room.secret}/live", 0)
    while not json.loads(await text(page))["questions"][0]["result"]:
        pass
    page[1].close()


async def watch(room: Opened) -> None:
    """Be the wall, and note when it is told how many votes."""
    page = await listening(room, f"{room.wall}/live", 0)
    while True:
        told = json.loads(await text(page))
        room.seen.append((time.perf_counter(), told["votes"]))


async def drained(page: Page) -> None:
    while True:
        await text(page)


def _from(k: int) -> tuple[str, int]:
    """Return an address on the loopback for one person, as each phone has its own."""
    return f"127.0.{1 + k // 250}.{1 + k % 250}", 0


async def post(
    room: Opened, k: int, path: str, told: dict[str, object]
) -> tuple[int, dict[str, str]]:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port, local_addr=_from(k))
        body = json.dumps(told)
        writer.write(
            f"POST /{path} HTTP/1.1\r\nHost: 127.0.0.1:{room.port}\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
        )
        answer = (await asyncio.wait_for(reader.read(), _PATIENCE)).decode()
        writer.close()
        head, _, text_ = answer.partition("\r\n\r\n")
        return int(head.split()[1]), json.loads(text_)
    except (OSError, TimeoutError, ValueError, IndexError) as error:
        return 0, {"error": f"(cut off: {type(error).__name__})"}


async def listening(room: Opened, path: str, k: int, first: str = "") -> Page:
    """Open a page's connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", room.port, local_addr=_from(k))
    writer.write(
        f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{room.port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nOrigin: http://127.0.0.1:{room.port}\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _PATIENCE)
    if first:  # masked with zeros, which change nothing
        writer.write(bytes([TEXT, 0x80 | len(first), 0, 0, 0, 0]) + first.encode())
    return reader, writer


async def text(page: Page) -> str:
    """Return the next text that a page is told."""
    reader, writer = page
    while True:
        kind, length = await reader.readexactly(2)
        if length == 126:
            (length,) = struct.unpack(">H", await reader.readexactly(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", await reader.readexactly(8))
        content = await reader.readexactly(length)
        if kind == PING:
            writer.write(bytes([PONG, 0x80 | length, 0, 0, 0, 0]) + content)
        elif kind == TEXT:
            return content.decode()


if __name__ == "__main__":
    main()
