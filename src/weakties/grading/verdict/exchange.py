"""One question to the other end of a line and the answer to it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from weakties.grading.carry import Closed, Message, TooLarge, receive, send

if TYPE_CHECKING:
    import socket


class Exchange:
    """A question and its answer, sent and received by a thread of their own.

    Who waits for the answer may be interrupted at any moment, by a signal for one. What travels is
    not, so that no message is left half-way.

    Parameters
    ----------
    line
        To the other end.
    asked
        The question.
    seconds
        How long sending may take, and then how long receiving may.
    """

    def __init__(self, line: socket.socket, asked: Message, seconds: float) -> None:
        self._line = line
        self._asked = asked
        self._seconds = seconds
        self._answer: Message | None = None
        self._problem: Exception = TimeoutError("there is no answer yet")
        self._is_over = False
        # Python's other ways to wait may break when a signal's handler raises inside them.
        self._going_on = threading.Lock()
        self._going_on.acquire()

    def run(self) -> None:
        """Send the question and receive the answer."""
        try:
            self._line.settimeout(self._seconds)
            send(self._line, self._asked)
            self._answer = receive(self._line, seconds=self._seconds)
        except (TimeoutError, Closed, TooLarge) as problem:
            self._problem = problem
        finally:
            self._is_over = True
            self._going_on.release()

    def is_over(self, within: float = 0.0) -> bool:
        """Wait so many seconds at most, and say whether the answer has come or cannot come."""
        if not self._is_over:
            self._going_on.acquire(timeout=within)
        return self._is_over

    def answer(self) -> Message:
        """Return the answer.

        Raises
        ------
        TimeoutError
            If the other end took nothing in, or nothing came.
        Closed
            If the other end is gone.
        TooLarge
            If what came is no message, or too large.
        """
        if self._answer is None:
            raise self._problem
        return self._answer
