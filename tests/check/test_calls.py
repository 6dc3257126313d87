"""Calling a learner's function: it may do what it likes, the check goes on."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import suppress

import pytest

from weakties.check.calls import CallFailed, function, outcome
from weakties.check.plain import Blank, NotPlain


def for_ever():
    while True:
        pass


def for_ever_behind_a_guard():
    while True:
        with suppress(Exception):
            for_ever()


def without_end(n=0):
    return without_end(n + 1)


def raises(error):
    raise error


def failure(called, *arguments, seconds=5.0):
    with pytest.raises(CallFailed) as reason:
        outcome(called, arguments, seconds)
    return str(reason.value)


def test_a_function_gives_what_it_returns():
    assert outcome(divmod, (7, 2), 5.0) == (3, 1)


@pytest.mark.parametrize("called", [for_ever, for_ever_behind_a_guard])
def test_a_loop_that_never_ends_is_ended(called):
    assert failure(called, seconds=0.05).startswith("did not come back within 0.05 seconds")


def test_recursion_without_end_is_named():
    assert failure(without_end) == "calls itself without end (RecursionError)."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("no rows"), "raised ValueError: no rows"),
        (SystemExit(3), "raised SystemExit: 3"),
        (KeyError("score"), "raised KeyError: 'score'"),
    ],
)
def test_whatever_a_function_raises_is_put_into_words(error, said):
    assert failure(raises, error) == said


def test_a_long_message_is_cut():
    assert len(failure(raises, ValueError("x" * 10_000))) < 200


def test_the_learner_can_still_interrupt():
    with pytest.raises(KeyboardInterrupt):
        outcome(raises, (KeyboardInterrupt(),), 5.0)


@pytest.mark.parametrize("called", [int, for_ever, without_end, lambda: raises(SystemExit())])
def test_no_alarm_and_no_handler_is_left_behind(called):
    def mine(_signal, _frame):
        raise AssertionError

    before = signal.signal(signal.SIGALRM, mine)
    try:
        with suppress(CallFailed):
            outcome(called, (), 0.05)
        assert signal.getsignal(signal.SIGALRM) is mine
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_outside_the_main_thread_a_loop_that_never_ends_is_ended_too():
    found = []
    thread = threading.Thread(target=lambda: found.append(failure(for_ever, seconds=0.05)))
    thread.start()
    thread.join()
    assert found[0].startswith("did not come back within 0.05 seconds")


def test_without_alarms_as_in_a_browser_the_clock_is_looked_at_line_by_line(monkeypatch):
    monkeypatch.delattr(signal, "setitimer")
    before = sys.gettrace()
    assert failure(for_ever_behind_a_guard, seconds=0.05).startswith("did not come back within")
    assert outcome(divmod, (7, 2), 5.0) == (3, 1)
    assert sys.gettrace() is before


@pytest.mark.parametrize(
    ("value", "phrase"), [(None, "is None"), (3, "is a number"), ("f", "text")]
)
def test_what_is_no_function_says_so(value, phrase):
    with pytest.raises(NotPlain, match=phrase):
        function(value)


def test_the_three_dots_are_a_blank():
    with pytest.raises(Blank):
        function(...)


def test_a_function_that_changes_its_argument_does_not_change_the_case():
    numbers = [3, 1, 2]

    outcome(lambda values: values.sort(), [numbers], seconds=1)

    assert numbers == [3, 1, 2]


def test_an_error_that_cannot_even_be_printed_is_still_named():
    class Mute(Exception):
        def __str__(self):
            raise ValueError

    def raises():
        raise Mute

    with pytest.raises(CallFailed, match="raised Mute: an error that has no text"):
        outcome(raises, [], seconds=1)
