"""Keeping signals from ringing in the middle of a message, and clocks that ring in a check.

A check may have a clock of its own, whose handler raises wherever the process happens to be. While a
message is on its way handlers wait, so that none is left half-way.
"""

from __future__ import annotations

import math
import resource
import signal
import threading
import time
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from weakties.grading.sandbox.timer import Timer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import Event
    from types import TracebackType

_RINGING = (
    signal.SIGALRM, signal.SIGINT, signal.SIGTERM, signal.SIGUSR1, signal.SIGUSR2,
    signal.SIGVTALRM, signal.SIGPROF,
)  # fmt: skip
_raw: Any = import_module("_signal")
"""Python's own functions make an enum of each answer, which takes longer than a learner's function."""
_GRACE = 2
"""Seconds of the processor beyond its time that a check may take to stop."""


class HandlersHeld:
    """Has no handler of a signal run before the block has ended; then each runs that was called for.

    Blocking the signals would not do: whichever thread gets one, Python runs its handler in the main
    thread at once.
    """

    def __init__(self) -> None:
        self._called: list[int] = []
        self._handlers: dict[int, Callable[[int, Any], Any]] = {}

    @property
    def is_called(self) -> bool:
        """Say whether a handler waits."""
        return bool(self._called)

    def __enter__(self) -> HandlersHeld:
        """Put the handlers aside."""
        if threading.current_thread() is threading.main_thread():
            try:
                for number in _RINGING:
                    handler = _raw.getsignal(number)
                    if callable(handler):
                        self._handlers[number] = handler
                        _raw.signal(number, self._note)
            except BaseException:
                self._put_back()
                raise
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        """Put the handlers back and run those that were called for."""
        handlers = dict(self._handlers)
        self._put_back()
        for number in self._called:
            handlers[number](number, None)

    def _note(self, number: int, _frame: object) -> None:
        self._called.append(number)

    def _put_back(self) -> None:
        try:
            while self._handlers:
                number, handler = next(iter(self._handlers.items()))
                _raw.signal(number, handler)
                del self._handlers[number]
        except BaseException:
            # A handler that is back already may ring.
            self._put_back()
            raise


@contextmanager
def interrupted_after(seconds: float, late: Event) -> Iterator[None]:
    """Raise `KeyboardInterrupt` in the block when its time is up, and set the event."""

    def ring(_signal: int, _frame: object) -> None:
        late.set()
        raise KeyboardInterrupt

    # Who starts a run in the background may have told it to ignore this signal.
    signal.signal(signal.SIGINT, ring)
    timer = Timer(seconds, signal.SIGINT)
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def ended_if_stuck(seconds: float) -> Iterator[None]:
    """Have the kernel end this process if the block goes on and on where no Python code can stop it."""
    before = resource.getrlimit(resource.RLIMIT_CPU)
    most = math.ceil(time.process_time() + seconds + _GRACE)
    if before[0] == resource.RLIM_INFINITY or most < before[0]:
        resource.setrlimit(resource.RLIMIT_CPU, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, before)
