"""What a notebook sends to a room that was joined: in the background, and never in a cell's way."""

from __future__ import annotations

import queue
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from weakties.joined.ticket import Ticket, kept_ticket
from weakties.progress import here

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_WAITING = 100
_REST = 20.0
"""Seconds in which nothing is tried after a room could not be reached."""


def tell_guess(name: str, answer: float | str, sure: int) -> None:
    """Send a prediction, if a room was joined; return at once."""
    _tell("vote", {"name": name, "answer": answer, "sure": sure})


def tell_check(
    question: str, kinds: Sequence[str], *, done: bool, choices: tuple[int, int] = (0, 0)
) -> None:
    """Send that a check is done or what kind of finding came first; return at once.

    Parameters
    ----------
    question
        The question's id.
    kinds
        The kinds of its findings, in the order in which they were shown.
    done
        Whether the check says so.
    choices
        How many of the question's choices were right at the first try, and of how many.
    """
    kind = next((kind for kind in kinds if kind != "fine"), "fine")
    _tell("check", {"question": question, "found": "done" if done else kind, "choices": [*choices]})


def tell_played(name: str, counts: Sequence[int], numbers: Sequence[float]) -> None:
    """Send what came out in a widget, if a room was joined; return at once.

    Parameters
    ----------
    name
        The widget's name.
    counts
        How many good requests were accepted and declined, then how many bad ones; empty where
        nothing is decided.
    numbers
        What else came out.
    """
    _tell("played", {"name": name, "counts": [*counts], "numbers": [*numbers]})


def _tell(path: str, message: dict[str, object]) -> None:
    folder = here().folder
    ticket = kept_ticket(folder) if folder else None
    if ticket is not None:
        # A room is never worth an error in a cell.
        with suppress(queue.Full, RuntimeError):
            _SENDER.put(ticket, path, message)


class _Sender:
    """A thread that begins with the first message, and ends with the kernel."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[tuple[Ticket, str, dict[str, object]]] = queue.Queue(
            _MOST_WAITING
        )
        self._thread: threading.Thread | None = None

    def put(self, ticket: Ticket, path: str, message: dict[str, object]) -> None:
        """Have a message sent."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._send_all, daemon=True)
            self._thread.start()
        self._waiting.put_nowait((ticket, path, message))

    def _send_all(self) -> None:
        # Here, since it takes its time, and most notebooks never join.
        from weakties.joined.post import NoAnswer, NotReached, post

        rests_until = 0.0
        while True:
            ticket, path, message = self._waiting.get()
            if time.monotonic() >= rests_until:
                try:
                    post(ticket.address, path, {**message, "ticket": ticket.ticket})
                except NotReached:
                    rests_until = time.monotonic() + _REST
                except NoAnswer:  # the room knows why; a cell has no use for it
                    pass
            self._waiting.task_done()


_SENDER = _Sender()
