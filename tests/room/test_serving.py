"""Where a room listens: on this machine alone, in its network, or at a socket file for a hub."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import pytest

from room.serving import PATIENCE, new_room
from weakties.course import CourseError
from weakties.room.keeping import Secrets
from weakties.room.serving import Place, serve

OTHER = "127.0.0.2"
"""Another address of this machine: who listens at 127.0.0.1 alone does not answer there."""
ADDRESS = "https://hub.example.org/services/room/"


@asynccontextmanager
async def opened(folder, place, **told):
    """Yield the addresses of a room, and what it printed; close it as a restart would."""
    found, notes = asyncio.get_running_loop().create_future(), []
    serving = asyncio.create_task(
        serve(
            new_room(),
            Secrets.new(),
            folder / "open-room.json",
            place,
            opened=found.set_result,
            noted=notes.append,
            **told,
        )
    )
    await asyncio.wait({serving, found}, return_when=asyncio.FIRST_COMPLETED)
    if serving.done():
        serving.result()
    try:
        yield found.result(), notes
    finally:
        serving.cancel()
        await asyncio.wait({serving})


def played(play):
    # In a thread of its own: a browser that another test left open keeps this one's loop running.
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(lambda: asyncio.run(asyncio.wait_for(play(), PATIENCE))).result()


def answers(host, port):
    """Say whether somebody listens there."""
    try:
        socket.create_connection((host, port), timeout=PATIENCE).close()
    except ConnectionRefusedError:
        return False
    return True


@pytest.mark.parametrize("share", [False, True])
def test_nobody_but_this_machine_comes_in_until_the_room_is_shared(tmp_path, share):
    async def play():
        async with opened(tmp_path, Place(shared=share)) as (addresses, _):
            port = int(addresses.instructor.split(":")[2].partition("/")[0])
            assert await asyncio.to_thread(answers, "127.0.0.1", port)
            assert await asyncio.to_thread(answers, OTHER, port) is share

    played(play)


async def asked(path, what, *lines, body=""):
    """Ask at a socket file; return the status line, the headers and the body."""
    reader, writer = await asyncio.open_unix_connection(path)
    head = [f"{what} HTTP/1.1", "Host: hub.example.org", "Connection: close", *lines]
    head.append(f"Content-Length: {len(body)}")
    writer.write(("\r\n".join([*head, "", ""]) + body).encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = re.search(r"Content-Length: (\d+)", head)
    body = (await reader.readexactly(int(length[1]))).decode() if length else ""
    writer.close()
    return head.splitlines()[0], head, body


def test_a_connection_at_a_socket_file_stands_a_moment_longer_than_its_answer(tmp_path):
    """A hub's proxy writes nothing once more, and takes it for an error where nobody listens."""
    path = tmp_path / "socket"

    def answered_and_written_to():
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PATIENCE)
            line.connect(str(path))
            line.sendall(b"GET / HTTP/1.1\r\nHost: hub.example.org\r\nConnection: close\r\n\r\n")
            head = line.recv(15)
            time.sleep(0.1)  # a page is sent and its connection closed in less
            line.send(b"")
            while line.recv(4096):
                pass
        return head

    async def play():
        async with opened(tmp_path, Place(address=ADDRESS, socket=path)):
            assert await asyncio.to_thread(answered_and_written_to) == b"HTTP/1.1 200 OK"

    played(play)


def test_a_hub_reaches_a_room_at_a_socket_file_with_the_path_kept_or_cut(tmp_path):
    path = tmp_path / "socket"

    async def play():
        place = Place(address=ADDRESS, socket=path)
        async with opened(tmp_path, place) as (addresses, _):
            assert addresses.join == ADDRESS
            assert addresses.wall.startswith(f"{ADDRESS}wall/")
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            for before in ("/services/room", ""):
                status, _, body = await asked(path, f"GET {before}/")
                assert "200" in status
                assert "<title>" in body
            status, head, _ = await asked(path, "GET /services/room")
            assert "301" in status
            assert "Location: /services/room/" in head
            assert "404" in (await asked(path, "GET /services/else/"))[0]
            with pytest.raises(CourseError, match="a room is open there already"):
                async with opened(tmp_path, place):
                    pass
            assert "200" in (await asked(path, "GET /"))[0]
        assert not path.exists()

    played(play)


def test_one_who_tries_codes_through_a_hub_holds_up_nobody_else(tmp_path):
    path = tmp_path / "socket"

    async def tried(who):
        lines = ("Content-Type: application/json", f"X-Forwarded-For: {who}")
        sent = json.dumps({"code": "AAAAAA", "agreed": True})
        _, _, said = await asked(path, "POST /join", *lines, body=sent)
        return "Too many wrong codes" in said

    async def play():
        async with opened(tmp_path, Place(address=ADDRESS, socket=path)):
            of_one = [await tried("10.0.0.6") for _ in range(25)]
            assert (of_one[0], of_one[-1]) == (False, True)
            assert not await tried("10.0.0.7")

    played(play)


def test_what_a_killed_room_left_at_a_socket_file_is_replaced(tmp_path):
    path = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(str(path))

    async def play():
        async with opened(tmp_path, Place(address=ADDRESS, socket=path)):
            assert "200" in (await asked(path, "GET /"))[0]

    played(play)


@pytest.mark.parametrize("file", ["missing/socket", "there", "x" * 200])
def test_where_no_socket_file_can_be_the_option_is_named(tmp_path, file):
    (tmp_path / "there").write_text("mine")

    async def play():
        with pytest.raises(CourseError, match=r"at .* with --socket: "):
            async with opened(tmp_path, Place(address=ADDRESS, socket=tmp_path / file)):
                pass

    played(play)
    assert (tmp_path / "there").read_text() == "mine"


def test_a_terminal_hears_from_time_to_time_who_is_there(tmp_path, monkeypatch):
    monkeypatch.setattr("weakties.room.serving._NOTE", 0.01)

    async def play():
        async with opened(tmp_path, Place(), rehearsed=3) as (_, notes):
            while not notes:
                await asyncio.sleep(0.01)
            assert "people: 3, hands up: " in notes[-1]

    played(play)
