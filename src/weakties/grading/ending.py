"""Ending a run from outside: a signal becomes an exception, so that all that is open gets closed."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_FROM_A_SHELL = 128


class Ended(BaseException):
    """Somebody ended the run with a signal; no ordinary error, so that nobody takes it for one.

    Parameters
    ----------
    number
        Of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(signal.strsignal(number))
        self.exit_code = _FROM_A_SHELL + number


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Raise `Ended` at the first signal that asks to end; those that follow change nothing.

    It takes the main thread. A signal that was ignored before, as under nohup, stays so.
    """

    def end(number: int, _frame: object) -> None:
        for one in before:
            signal.signal(one, signal.SIG_IGN)
        raise Ended(number)

    known = (getattr(signal, name) for name in _SIGNALS if hasattr(signal, name))
    before = {
        one: handler for one in known if (handler := signal.getsignal(one)) is not signal.SIG_IGN
    }
    for one in before:
        signal.signal(one, end)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
