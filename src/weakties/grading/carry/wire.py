"""Messages on a socket: one tree of JSON and some buffers, with a limit on their size."""

from __future__ import annotations

import json
import struct
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

_HEAD = struct.Struct("!II")
_SIZE = struct.Struct("!Q")
_MAX_BUFFERS = 100_000
MAX_BYTES = 64 * 2**20
"""How large one message may be."""


class Closed(ConnectionError):
    """The other end is gone."""


class TooLarge(ConnectionError):
    """The other end sends more than a message may hold, or nothing that is a message."""


@dataclass(frozen=True)
class Message:
    """A tree of plain JSON values, and the buffers that it refers to by number."""

    tree: Any
    buffers: Sequence[bytes | memoryview] = field(default=())


def send(line: socket.socket, message: Message) -> None:
    """Send a message.

    Raises
    ------
    Closed
        If the other end is gone.
    """
    text = json.dumps(message.tree).encode("ascii")
    sizes = [len(memoryview(buffer).cast("B")) for buffer in message.buffers]
    head = _HEAD.pack(len(text), len(sizes)) + b"".join(map(_SIZE.pack, sizes))
    try:
        line.sendall(head + text)
        for buffer in message.buffers:
            line.sendall(buffer)
    except (BrokenPipeError, ConnectionResetError):
        raise Closed("the other process has ended") from None


def receive(line: socket.socket, limit: int = MAX_BYTES, seconds: float | None = None) -> Message:
    """Wait for a message and return it.

    Parameters
    ----------
    line
        The socket.
    limit
        How many bytes it may be long.
    seconds
        How long all of it may take to arrive; without it, for ever.

    Raises
    ------
    TimeoutError
        If nothing of it has arrived in time.
    Closed
        If the other end is gone.
    TooLarge
        If what comes is larger than `limit`, is no message, or does not come to its end in time.
    """
    end = None if seconds is None else time.monotonic() + seconds
    text_size, count = _HEAD.unpack(_exactly(line, _HEAD.size, end, first=True))
    if text_size > limit or count > _MAX_BUFFERS:
        raise TooLarge("a message is too large")
    packed = _exactly(line, _SIZE.size * count, end)
    sizes = [size for (size,) in _SIZE.iter_unpack(packed)]
    if text_size + sum(sizes) > limit:
        raise TooLarge("a message is too large")
    text = _exactly(line, text_size, end)
    buffers = [_exactly(line, size, end) for size in sizes]
    try:
        return Message(json.loads(text), buffers)
    except (ValueError, RecursionError):
        raise TooLarge("a message is no message") from None


def _exactly(line: socket.socket, size: int, end: float | None, *, first: bool = False) -> bytes:
    """Return so many bytes; memory grows with what arrives, not with what is announced."""
    got = bytearray()
    while len(got) < size:
        if end is not None:
            # Zero would mean not to wait at all.
            line.settimeout(max(end - time.monotonic(), 0.001))
        try:
            part = line.recv(min(size - len(got), 2**20))
        except TimeoutError:
            if first and not got:
                raise
            raise TooLarge("a message stopped half-way") from None
        except ConnectionResetError:
            part = b""
        if not part:
            raise Closed("the other process has ended")
        got += part
    return bytes(got)
