"""Calling a learner's function: with a time limit, and with every way to fail put into words."""

from __future__ import annotations

import copy
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weakties.check.plain import Blank, NotPlain, a_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class CallFailed(Exception):
    """The function raised, or did not come back in time; the text says which."""


class _TimeUp(BaseException):
    """Raised inside a function that takes too long; no ``except Exception`` swallows it."""


def function(value: object) -> Callable[..., object]:
    """Return `value` if it can be called.

    Raises
    ------
    NotPlain
        If it can't, most often because the function was called rather than named.
    """
    if value is ...:
        raise Blank("is still the three dots: replace them with your function.")
    if value is None or not callable(value):
        kind = "None" if value is None else a_type(value)
        raise NotPlain(f"is {kind}: a function is asked for (give its name, without parentheses).")
    return value


def outcome(called: Callable[..., object], arguments: Sequence[Any], seconds: float) -> object:
    """Return what a function gives for `arguments`.

    Parameters
    ----------
    called
        The learner's function.
    arguments
        Its positional arguments.
    seconds
        How long it may take.

    Raises
    ------
    CallFailed
        If it raises, or takes longer.
    """
    try:
        with _time_limit(seconds):
            return called(*copy.deepcopy(list(arguments)))
    except _TimeUp:
        raise CallFailed(
            f"did not come back within {seconds:g} seconds: does a loop never end?"
        ) from None
    except RecursionError:
        raise CallFailed("calls itself without end (RecursionError).") from None
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it is the learner's code
        reason = f"{type(error).__name__}: {_text_of(error)}"[:160]
        raise CallFailed(f"raised {reason}") from None


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - an error of a learner's own making may not even print
        return "an error that has no text"


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Interrupt the block after `seconds`: by the system's clock, or else from line to line."""
    in_main = threading.current_thread() is threading.main_thread()
    limit = _by_signal if hasattr(signal, "setitimer") and in_main else _by_lines
    with limit(seconds):
        yield


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    def interrupt(_signal: int, _frame: object) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _by_lines(seconds: float) -> Iterator[None]:
    """Look at the clock before each line of Python: in a browser nothing else can interrupt.

    One call that takes for ever within C code is not ended.
    """
    end = time.monotonic() + seconds

    def look(_frame: object, _event: str, _argument: object) -> Any:
        if time.monotonic() > end:
            raise _TimeUp
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(before)
