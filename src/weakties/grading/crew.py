"""Threads that run submissions, and that nobody has to wait for when a run is ended half-way."""

from __future__ import annotations

import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Asked = TypeVar("Asked")
Came = TypeVar("Came")
_PATIENCE = 2.0


class Crew(Generic[Asked, Came]):
    """So many threads that do the same with whatever they are given.

    A signal that ends the run may hit whoever waits for them at any moment. A queue of this kind
    stands that; the locks of an executor's futures might stay closed, and its threads never end.

    Parameters
    ----------
    workers
        How many threads.
    work
        What they do; it raises nothing that is not to end the run.
    """

    def __init__(self, workers: int, work: Callable[[Asked], Came]) -> None:
        self._work = work
        self._asked: SimpleQueue[tuple[Asked] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[Asked, Came | BaseException]] = SimpleQueue()
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def give(self, asked: Asked) -> None:
        """Have something done."""
        self._asked.put((asked,))

    def take(self) -> tuple[Asked, Came]:
        """Wait for the next thing that is done; return what was asked and what it came to."""
        asked, came = self._done.get()
        if isinstance(came, BaseException):
            raise came
        return asked, came

    def end(self) -> None:
        """Leave what nobody has begun undone, and wait a little for the rest."""
        while not self._asked.empty():
            self._asked.get()
        for _ in self._threads:
            self._asked.put(None)
        latest = time.monotonic() + _PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, latest - time.monotonic()))

    def _serve(self) -> None:
        while (given := self._asked.get()) is not None:
            (asked,) = given
            try:
                self._done.put((asked, self._work(asked)))
            except BaseException as error:  # noqa: BLE001 - raised again where it is taken
                self._done.put((asked, error))
