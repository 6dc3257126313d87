"""Messages on a socket: one tree of JSON and some buffers, with a limit on their size."""

from __future__ import annotations

import json
import marshal
import socket
import struct
import time
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = struct.Struct("!II")
_SIZE = struct.Struct("!Q")
MAX_BUFFERS = 100_000
"""How many buffers one message may have."""
MAX_BYTES = 64 * 2**20
"""How large one message may be."""
_PACKED = 2**32 - 1
"""Stands in place of the number of buffers before a tree that Python itself has stored."""
_AT_ONCE = 2**13
"""As much is taken at once where nothing can follow a message; nearly every call is shorter."""
_as_text = json.JSONEncoder(check_circular=False).encode
_from_text = json.JSONDecoder().raw_decode


class Closed(ConnectionError):
    """The other end is gone."""


class TooLarge(ConnectionError):
    """The other end sends more than a message may hold, or nothing that is a message."""


class Message(NamedTuple):
    """A tree of plain JSON values, and the buffers that it refers to by number."""

    tree: Any
    buffers: Sequence[bytes | memoryview] = ()


class Packed(bytes):
    """A short message as it is sent, for whoever trusts the sender: Python itself has stored its tree."""

    __slots__ = ()


def packed(tree: Any) -> Packed | None:
    """Return a tree of plain values for `send`; ``None`` if it is not short.

    It takes much less time than JSON. What a learner's process sends is never read in this way.
    """
    content = marshal.dumps(tree)
    if len(content) > _AT_ONCE - _HEAD.size:
        return None
    return Packed(_HEAD.pack(len(content), _PACKED) + content)


def send(
    line: socket.socket,
    message: Message | Packed,
    seconds: float | None = None,
    limit: int | None = None,
) -> None:
    """Send a message.

    Parameters
    ----------
    line
        The socket.
    message
        What to send.
    seconds
        How long the other end may take to take it in; without it, for ever.
    limit
        How many bytes the other end takes in one message; without it, any number.

    Raises
    ------
    TimeoutError
        If it was not taken in in time.
    TooLarge
        If it is longer than `limit`; then nothing of it was sent.
    Closed
        If the other end is gone.
    """
    if isinstance(message, Packed):
        _send(line, [message], seconds)
        return
    text = _as_text(message.tree).encode("ascii")
    sizes = [memoryview(buffer).nbytes for buffer in message.buffers]
    if limit is not None and len(text) + sum(sizes) > limit:
        raise TooLarge("a message is too large")
    head = _HEAD.pack(len(text), len(sizes)) + b"".join(map(_SIZE.pack, sizes))
    _send(line, [head + text, *message.buffers], seconds)


def _send(line: socket.socket, parts: Sequence[bytes | memoryview], seconds: float | None) -> None:
    try:
        if seconds is not None:
            first, *others = parts
            rest = first[_sent_at_once(line, first) :]
            if not rest and not others:
                return
            parts = [rest, *others]
        _send_all(line, parts, seconds)
    except (BrokenPipeError, ConnectionResetError):
        raise Closed("the other process has ended") from None


def _sent_at_once(line: socket.socket, content: bytes | memoryview) -> int:
    """Send as much as there is room for, mostly all of it, and return how much that was."""
    try:
        return line.send(content, socket.MSG_DONTWAIT)
    except BlockingIOError:
        return 0


def _send_all(
    line: socket.socket, parts: Sequence[bytes | memoryview], seconds: float | None
) -> None:
    if seconds is not None:
        line.settimeout(seconds)
    try:
        for part in parts:
            line.sendall(part)
    finally:
        if seconds is not None:
            line.settimeout(None)


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
    return _received(_Incoming(line, seconds), limit)


def receive_in_turn(
    line: socket.socket,
    limit: int = MAX_BYTES,
    seconds: float | None = None,
    *,
    trusting: bool = False,
) -> Message:
    """Wait for a message after which the other end waits for an answer, and return it.

    It is what `receive` does, in fewer steps: nothing can follow such a message, so all that is there
    is taken at once. Whoever sends more than it was asked for sends no message.

    Parameters
    ----------
    line, limit, seconds
        As `receive` has them.
    trusting
        Whether it may be one that was `packed`.
    """
    there = _taken_at_once(line, wait=seconds is None)
    if len(there) > _HEAD.size:
        size, count = _HEAD.unpack_from(there)
        if size == len(there) - _HEAD.size:
            if not count:
                return Message(_tree(there[_HEAD.size :]))
            if trusting and count == _PACKED:
                return _unpacked(there[_HEAD.size :])
    incoming = _Incoming(line, seconds, there)
    message = _received(incoming, limit, trusting=trusting)
    if incoming.has_more:
        raise TooLarge("something follows a message")
    return message


def _taken_at_once(line: socket.socket, *, wait: bool) -> bytes:
    """Take what is there, at most as much as nearly every message has."""
    try:
        return _some(line.recv(_AT_ONCE, 0 if wait else socket.MSG_DONTWAIT))
    except BlockingIOError:
        return b""
    except ConnectionResetError:
        return _some(b"")


def _some(part: bytes) -> bytes:
    if not part:
        raise Closed("the other process has ended")
    return part


def _unpacked(content: bytes) -> Message:
    return Message(marshal.loads(content))  # noqa: S302 - of the checks' side


def _received(incoming: _Incoming, limit: int, *, trusting: bool = False) -> Message:
    text_size, count = _HEAD.unpack(incoming.exactly(_HEAD.size, first=True))
    if trusting and count == _PACKED:
        return _unpacked(incoming.exactly(text_size))
    if text_size > limit or count > MAX_BUFFERS:
        raise TooLarge("a message is too large")
    lengths = incoming.exactly(_SIZE.size * count)
    sizes = [size for (size,) in _SIZE.iter_unpack(lengths)]
    if text_size + sum(sizes) > limit:
        raise TooLarge("a message is too large")
    text = incoming.exactly(text_size)
    buffers = [incoming.exactly(size) for size in sizes]
    return Message(_tree(text), buffers)


def _tree(content: bytes) -> Any:
    try:
        text = content.decode()
        tree, end = _from_text(text)
    except (ValueError, RecursionError):
        raise TooLarge("a message is no message") from None
    if end != len(text):
        raise TooLarge("a message is more than a message")
    return tree


class _Incoming:
    """What arrives on a line, after what is there already, up to the end of a message."""

    def __init__(self, line: socket.socket, seconds: float | None, there: bytes = b"") -> None:
        self._line = line
        self._end = None if seconds is None else time.monotonic() + seconds
        self._there = there

    @property
    def has_more(self) -> bool:
        """Say whether something was taken that is no part of what was asked for."""
        return bool(self._there)

    def exactly(self, size: int, *, first: bool = False) -> bytes:
        """Return so many bytes; memory grows with what arrives, not with what is announced."""
        got, self._there = self._there[:size], self._there[size:]
        if len(got) == size:
            return got
        return self._awaited(bytearray(got), size, first=first)

    def _awaited(self, got: bytearray, size: int, *, first: bool) -> bytes:
        try:
            while len(got) < size:
                if self._end is not None:
                    # Zero would mean not to wait at all.
                    self._line.settimeout(max(self._end - time.monotonic(), 0.001))
                got += self._part(min(size - len(got), 2**20))
        except TimeoutError:
            if first and not got:
                raise
            raise TooLarge("a message stopped half-way") from None
        finally:
            if self._end is not None:
                self._line.settimeout(None)
        return bytes(got)

    def _part(self, size: int) -> bytes:
        try:
            return _some(self._line.recv(size))
        except ConnectionResetError:
            return _some(b"")
