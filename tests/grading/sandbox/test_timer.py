"""A timer of the kernel's rings also in code that lets no thread of Python's run."""

from __future__ import annotations

import re
import signal
import sys
import time
from threading import Event

import pytest

from weakties.grading.verdict.signals import HandlersHeld, interrupted_after

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own timers")


class Rung(Exception):
    """What a handler raises."""


@pytest.fixture
def handler():
    """Have a signal raise `Rung`, and restore what this process did on signals."""

    def ring(_signal, _frame):
        raise Rung

    before = {number: signal.getsignal(number) for number in (signal.SIGUSR1, signal.SIGINT)}
    signal.signal(signal.SIGUSR1, ring)
    yield ring
    for number, old in before.items():
        signal.signal(number, old)


def test_a_regular_expression_that_goes_on_and_on_is_interrupted(handler):  # noqa: ARG001
    late = Event()
    with pytest.raises(KeyboardInterrupt), interrupted_after(0.2, late):
        re.match(r"(a+)+$", "a" * 64 + "b")
    assert late.is_set()


def test_who_is_done_in_time_is_not_interrupted(handler):  # noqa: ARG001
    late = Event()
    with interrupted_after(0.05, late):
        pass
    time.sleep(0.1)
    assert not late.is_set()


def test_a_handler_waits_until_the_block_has_ended(handler):
    held = HandlersHeld().__enter__()
    assert not held.is_called
    signal.raise_signal(signal.SIGUSR1)
    assert held.is_called
    with pytest.raises(Rung):
        held.__exit__(None, None, None)
    assert signal.getsignal(signal.SIGUSR1) is handler


def test_without_a_signal_nothing_is_raised_and_handlers_are_back(handler):
    with HandlersHeld():
        assert signal.getsignal(signal.SIGUSR1) is not handler
    assert signal.getsignal(signal.SIGUSR1) is handler
    with pytest.raises(Rung):
        signal.raise_signal(signal.SIGUSR1)


def test_an_error_in_the_block_goes_on_and_handlers_are_back(handler):
    with pytest.raises(ZeroDivisionError), HandlersHeld():
        1 / 0  # noqa: B018
    assert signal.getsignal(signal.SIGUSR1) is handler
