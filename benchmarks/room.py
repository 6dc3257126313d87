"""How long a guess takes to the projector, and what a room costs, with many simulated people.

    python3 benchmarks/room.py [--people 30 300 1000] [--seconds 10] [--requests] [--files 0]

The real command serves the room on this machine's loopback. Each person comes from an address of
their own, keeps a page open and guesses once over it; first all within some seconds, then, in a
second vote and at four more questions, all in the same moment. `--requests` has each guess sent by
a request of its own, as a page does behind a proxy that lets no connection stay open. The wall is a
process of its own, so that it does not wait for the simulated people. Votes carry no name: the k-th
guess that was sent is taken to be the k-th that the wall counts. CPU times are told apart: the
server's, and the people's, who would be so many phones. `--files` lowers the number of open files
that the server may have, to see what is said then.
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
from multiprocessing import Pipe, Process
from pathlib import Path
from statistics import median, quantiles
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

TO_REACH_MS = 300
_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 120
_QUESTIONS = 5
TEXT, PING, PONG = 0x81, 0x89, 0x8A
Page = tuple[StreamReader, StreamWriter]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--people", type=int, nargs="+", default=[30, 300, 1000])
    options.add_argument("--seconds", type=float, default=10, help="In which all guess at first.")
    options.add_argument("--requests", action="store_true", help="Send each guess by a request.")
    options.add_argument("--files", type=int, default=0, help="Most open files of the server.")
    chosen = options.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    for people in chosen.people:
        asyncio.run(measured(people, chosen))


@dataclass
class Somebody:
    """One simulated person; without a page where the room had no connection left."""

    ticket: str
    page: Page | None
    news: tuple[str, str, list[str]] = ("", "", [])  # which question, how far it is, choices


@dataclass
class Opened:
    """A room that the command serves, and those who are in it."""

    process: Popen[str]
    port: int
    code: str
    secret: str
    wall: str
    people: list[Somebody] = field(default_factory=list)
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


async def measured(people: int, chosen: argparse.Namespace) -> None:
    """Open a room, fill it, have everybody guess twice, and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        room = opened(people, chosen.files, folder)
        here, there = Pipe(duplex=False)
        wall = Process(target=watch, args=(room.port, room.wall, there), daemon=True)
        try:
            wall.start()
            names = await questions(room)
            before = room.cpu()
            await asyncio.gather(*(one_joins(room, k) for k in range(people)))
            tasks = [asyncio.create_task(reads(room, one)) for one in room.people]
            joining = room.cpu() - before
            every = Guessing(room, here, by_request=chosen.requests)
            spread = await every.guess(names[0], "ask", chosen.seconds)
            print(
                f"{people:5} people, {len(room.people)} in, {joining:.1f} s of CPU to join\n"
                f"      all in {chosen.seconds:g} s: {spread}",
                flush=True,
            )
            print(f"      at the same moment: {await every.guess(names[0], 'again', 0)}")
            for name in names[1:_QUESTIONS]:
                print(f"      at the same moment: {await every.guess(name, 'ask', 0)}", flush=True)
            print(f"      peak {room.megabytes()} MB")
            for why, many in room.refused.items():
                print(f"      {many} were told: {why}")
            for task in tasks:
                task.cancel()
            await lead(room, "close")
        finally:
            wall.terminate()
            room.process.terminate()
            room.process.wait(_PATIENCE)


@dataclass
class Guessing:
    """Everybody guesses, and the wall is watched."""

    room: Opened
    wall: Connection
    by_request: bool

    async def guess(self, name: str, what: str, seconds: float) -> str:
        """Have all answer a question; return how long it took to the wall, and what it cost."""
        room, stage = self.room, "again" if what == "again" else "open"
        await lead(room, what, name=name)
        while any(one.page and one.news[:2] != (name, stage) for one in room.people):
            await asyncio.sleep(0.05)
        sent: list[float] = []
        served, played = room.cpu(), time.process_time()
        many = range(len(room.people))
        await asyncio.gather(*(self.one(k, name, seconds, sent) for k in many))
        until, took, number = time.monotonic() + 10, [], 0
        while number < len(sent) and time.monotonic() < until:
            await asyncio.sleep(0.05)
            while self.wall.poll():
                at, *shown, votes = self.wall.recv()
                if shown == [name, stage]:
                    took += [1000 * (at - one) for one in sorted(sent)[number:votes]]
                    number = max(number, votes)
        served, played = room.cpu() - served, time.process_time() - played
        if len(took) < 2:
            return "nothing came"
        late = "" if quantiles(took, n=100)[98] < TO_REACH_MS else f" (above {TO_REACH_MS})"
        missing = f", {len(sent) - len(took)} not counted" if len(sent) > len(took) else ""
        return (
            f"median {median(took):.0f} ms, 99th {quantiles(took, n=100)[98]:.0f} ms{late}{missing}; "
            f"CPU: {served:.2f} s the server, {played:.2f} s the people"
        )

    async def one(self, k: int, name: str, seconds: float, sent: list[float]) -> None:
        """Have somebody answer."""
        await asyncio.sleep(random.random() * seconds)
        somebody = self.room.people[k]
        answer = random.choice(somebody.news[2] or range(1, 100))
        guess = {"name": name, "answer": answer, "sure": 3}
        sent.append(time.monotonic())
        if somebody.page and not self.by_request:
            told = json.dumps({"what": "vote", "number": 1, **guess}, ensure_ascii=False)
            somebody.page[1].write(masked(TEXT, told.encode()))
            return
        status, said = await post(self.room, k, "vote", {"ticket": somebody.ticket, **guess})
        if status != 200:
            sent.pop()
            count(self.room, said)


async def one_joins(room: Opened, k: int) -> None:
    """Let somebody in, who keeps a page open."""
    await asyncio.sleep(k / 200)
    status, told = await post(room, k, "join", {"code": room.code, "agreed": True})
    if status != 200:
        count(room, told)
        return
    somebody = Somebody(told["ticket"], None)
    room.people.append(somebody)
    try:
        somebody.page = await listening(room.port, "live", k, told["ticket"])
    except (OSError, asyncio.IncompleteReadError):
        count(room, {"error": "(the page's connection was cut)"})


def count(room: Opened, told: dict[str, str]) -> None:
    why = told.get("error", "(nothing)")
    room.refused[why] = room.refused.get(why, 0) + 1


async def lead(room: Opened, what: str, **more: object) -> None:
    """Do what the instructor does."""
    await post(room, 0, f"{room.secret}/do", {"what": what, **more})


async def questions(room: Opened) -> list[str]:
    """Return what can be asked, once the lesson has been run for its results: no part of the load."""
    page = await listening(room.port, f"{room.secret}/live", 0)
    found: list[dict[str, str]] = [{}]
    while not found[0].get("result"):
        found = json.loads(await text(page))["questions"]
    page[1].close()
    return [one["name"] for one in found]


def watch(port: int, wall: str, there: Connection) -> None:
    """Be the wall, and note when it is told how many votes."""

    async def watching() -> None:
        page = await listening(port, f"{wall}/live", 0)
        while True:
            told = json.loads(await text(page))
            at, question = time.monotonic(), told["question"] or {"name": ""}
            there.send((at, question["name"], told["stage"], told["votes"]))

    asyncio.run(watching())


async def reads(room: Opened, somebody: Somebody) -> None:
    """Read what a page is told."""
    while somebody.page:
        told = json.loads(await text(somebody.page))
        if "error" in told:
            count(room, told)
        elif "number" not in told:
            question = told["question"] or {"name": "", "choices": []}
            somebody.news = (question["name"], told["stage"], question["choices"])


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


async def listening(port: int, path: str, k: int, first: str = "") -> Page:
    """Open a page's connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=_from(k))
    writer.write(
        f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nOrigin: http://127.0.0.1:{port}\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _PATIENCE)
    if first:
        writer.write(masked(TEXT, first.encode()))
    return reader, writer


def masked(kind: int, content: bytes) -> bytes:
    """Return what goes over the line for a short message; zeros as its mask change nothing."""
    size = [len(content)] if len(content) < 126 else [126, *len(content).to_bytes(2)]
    return bytes([kind, 0x80 | size[0], *size[1:], 0, 0, 0, 0]) + content


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
            writer.write(masked(PONG, content))
        elif kind == TEXT:
            return content.decode()


if __name__ == "__main__":
    main()
