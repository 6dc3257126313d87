"""Messages on a socket: whole ones arrive, and nothing that is no message does."""

from __future__ import annotations

import socket
import sys
import threading

import pytest

from weakties.grading.carry import Closed, Message, TooLarge, packed, receive, receive_in_turn, send

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of a family of processes")

SHORT = Message({"ask": "call", "text": "é", "n": [1, 2.5, None]})
LONG = Message({"text": "x" * 100_000}, [b"a" * 300_000, memoryview(b"b" * 10)])
FULL = Message("x" * 10_000_000)
SOON = 0.05


@pytest.fixture
def line():
    """Return both ends of a line."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def in_bytes(message: Message) -> bytes:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(theirs, message)
        return ours.recv(2**20)


@pytest.mark.parametrize("take", [receive, receive_in_turn])
@pytest.mark.parametrize("seconds", [None, 30])
@pytest.mark.parametrize("message", [SHORT, LONG])
def test_a_message_arrives(line, take, seconds, message):
    ours, theirs = line
    sender = threading.Thread(target=send, args=(theirs, message, seconds))
    sender.start()
    came = take(ours, seconds=seconds)
    sender.join()
    assert came.tree == message.tree
    assert [bytes(part) for part in came.buffers] == [bytes(part) for part in message.buffers]
    # The next one may take its time again, whatever this one was given.
    assert ours.gettimeout() is theirs.gettimeout() is None


@pytest.mark.parametrize("take", [receive, receive_in_turn])
def test_a_message_arrives_in_pieces(line, take):
    ours, theirs = line
    content = in_bytes(SHORT)

    def drip() -> None:
        for i in range(len(content)):
            theirs.sendall(content[i : i + 1])

    sender = threading.Thread(target=drip)
    sender.start()
    assert take(ours, seconds=30).tree == SHORT.tree
    sender.join()


def test_what_follows_a_message_is_the_next_one_unless_it_has_to_wait_for_an_answer(line):
    ours, theirs = line
    for _ in range(3):
        theirs.sendall(in_bytes(SHORT))
    assert receive(ours).tree == SHORT.tree
    with pytest.raises(TooLarge, match="follows"):
        receive_in_turn(ours)


@pytest.mark.parametrize("take", [receive, receive_in_turn])
def test_half_a_message_is_none(line, take):
    ours, theirs = line
    theirs.sendall(in_bytes(SHORT)[:-1])
    with pytest.raises(TooLarge, match="half-way"):
        take(ours, seconds=SOON)


@pytest.mark.parametrize("take", [receive, receive_in_turn])
def test_nothing_in_time_is_said_to_be_that(line, take):
    with pytest.raises(TimeoutError):
        take(line[0], seconds=SOON)


@pytest.mark.parametrize("take", [receive, receive_in_turn])
@pytest.mark.parametrize("seconds", [None, 30])
def test_an_end_that_is_gone_is_said_to_be_gone(line, take, seconds):
    ours, theirs = line
    theirs.close()
    with pytest.raises(Closed):
        take(ours, seconds=seconds)
    with pytest.raises(Closed):
        send(ours, SHORT, seconds)


@pytest.mark.parametrize("take", [receive, receive_in_turn])
@pytest.mark.parametrize("text", [b"\xff\xff", b"{", b"[" * 100_000])
def test_what_is_no_json_is_no_message(line, take, text):
    ours, theirs = line
    whole = len(text).to_bytes(4, "big") + bytes(4) + text
    sender = threading.Thread(target=theirs.sendall, args=(whole,))
    sender.start()
    with pytest.raises(TooLarge, match="no message"):
        take(ours)
    sender.join()


def test_an_end_that_takes_nothing_in_is_not_waited_for(line):
    ours, _ = line
    with pytest.raises(TimeoutError):
        send(ours, FULL, SOON)
    assert ours.gettimeout() is None


def test_a_packed_message_arrives_whole_or_in_pieces_where_the_sender_is_trusted(line):
    ours, theirs = line
    tree = {"ask": "call", "plain": (1, "é\ud800", [2.5, None, True], 2**70)}
    content = packed(tree)
    send(theirs, content)
    assert receive_in_turn(ours, trusting=True) == Message(tree)
    sender = threading.Thread(target=lambda: [theirs.sendall(bytes([byte])) for byte in content])
    sender.start()
    assert receive_in_turn(ours, seconds=30, trusting=True) == Message(tree)
    sender.join()


@pytest.mark.parametrize("take", [receive, receive_in_turn])
def test_a_packed_message_is_no_message_where_the_sender_is_not_trusted(line, take):
    ours, theirs = line
    send(theirs, packed({"value": 1}))
    with pytest.raises(TooLarge):
        take(ours, seconds=30)


def test_a_long_message_is_not_packed():
    assert packed("x" * 9_000) is None
