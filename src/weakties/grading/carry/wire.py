"""Messages on a socket: one tree of JSON and some buffers, with a limit on their size."""

from __future__ import annotations

import json
import struct
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


def receive(line: socket.socket, limit: int = MAX_BYTES) -> Message:
    """Wait for a message and return it.

    Raises
    ------
    Closed
        If the other end is gone.
    TooLarge
        If what comes is larger than `limit` or is no message.
    """
    text_size, count = _HEAD.unpack(_exactly(line, _HEAD.size))
    if text_size > limit or count > _MAX_BUFFERS:
        raise TooLarge("a message is too large")
    packed = _exactly(line, _SIZE.size * count)
    sizes = [size for (size,) in _SIZE.iter_unpack(packed)]
    if text_size + sum(sizes) > limit:
        raise TooLarge("a message is too large")
    text = _exactly(line, text_size)
    buffers = [_exactly(line, size) for size in sizes]
    try:
        return Message(json.loads(text), buffers)
    except (ValueError, RecursionError):
        raise TooLarge("a message is no message") from None


def _exactly(line: socket.socket, size: int) -> bytes:
    """Return so many bytes; memory grows with what arrives, not with what is announced."""
    got = bytearray()
    while len(got) < size:
        try:
            part = line.recv(min(size - len(got), 2**20))
        except ConnectionResetError:
            part = b""
        if not part:
            raise Closed("the other process has ended")
        got += part
    return bytes(got)
