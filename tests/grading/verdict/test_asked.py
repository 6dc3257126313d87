"""Asking a learner's process when the one who asks is interrupted, at any moment."""

from __future__ import annotations

import os
import signal
import socket
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from weakties.grading.carry import Opaque
from weakties.grading.sandbox.enter import Contained
from weakties.grading.shell.shell import Shell
from weakties.grading.verdict.asked import AskedLearner, LearnerGone
from weakties.grading.verdict.learner import LearnersSide

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

SECONDS = 0.05
TIMES = 40


class TimeUp(Exception):
    """What a check's own clock raises, wherever it happens to be."""


@contextmanager
def learner_with(source: str, seconds: float) -> Iterator[AskedLearner]:
    """Fork a learner's process, with no sandbox around it, in which a cell has run."""
    ours, theirs = socket.socketpair()
    shell = Shell()
    process = os.fork()
    if process == 0:
        ours.close()
        try:
            LearnersSide(theirs, shell).serve()
        finally:
            os._exit(0)
    theirs.close()
    contained = Contained(process)
    AskedLearner(ours, contained, 30, 600).run(source, 30)
    learner = AskedLearner(ours, contained, seconds, 600)
    try:
        yield learner
    finally:
        learner.end()


@pytest.fixture
def alarm():
    """Return a function that has `TimeUp` raised in so many seconds."""

    def ring(_signal: int, _frame: object) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    yield lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds)
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def called_within(seconds, alarm, function, argument):
    """Call a function, and have `TimeUp` raised if that takes longer."""
    try:
        alarm(seconds)
        return function(argument)
    finally:
        alarm(0)


def test_an_answer_that_nobody_waited_for_is_not_taken_for_the_next(alarm):
    in_time = 0
    source = "import time\ndef f(x):\n    time.sleep(0.01)\n    return x"
    with learner_with(source, 30) as learner:
        f = learner.values(["f"])["f"]
        for i in range(TIMES):
            with suppress(TimeUp):
                assert called_within(0.0005 * (i + 1), alarm, f, "first") == "first"
                in_time += 1
            assert f(i) == i
    assert 0 < in_time < TIMES


def test_two_clocks_that_ring_at_once_cost_the_function_its_time_and_nothing_else(alarm):
    source = "def f(x):\n    while x:\n        pass\n    return x"
    with learner_with(source, SECONDS) as learner:
        f = learner.values(["f"])["f"]
        for i in range(TIMES):
            with pytest.raises((TimeUp, TimeoutError)):
                called_within(SECONDS + (i - TIMES / 2) * 0.0001, alarm, f, 1)
            assert f(0) == 0


def test_all_cells_together_put_out_so_much_and_no_more(monkeypatch):
    monkeypatch.setattr("weakties.grading.verdict.asked._MOST_OUTPUTS_IN_ALL", 4000)
    many = "from IPython.display import display\nfor i in range(2000):\n    display(i)"
    with learner_with("", 60) as learner:
        for _ in range(2):
            assert len(learner.run(many, 60).outputs) == 2000
        with pytest.raises(LearnerGone, match="put out too much"):
            learner.run(many, 60)


def test_a_function_that_cannot_be_interrupted_ends_the_submission(monkeypatch):
    monkeypatch.setattr("weakties.grading.verdict.asked._GRACE", 0.2)
    source = (
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "def f():\n    while True:\n        pass"
    )
    with learner_with(source, SECONDS) as learner:
        f = learner.values(["f"])["f"]
        with pytest.raises(LearnerGone, match="could not be interrupted"):
            f()
        with pytest.raises(LearnerGone, match="could not be interrupted"):
            learner.values(["f"])


def test_a_value_that_takes_too_long_to_look_through_is_lost_to_one_check_only():
    source = (
        "class Endless:\n    def __str__(self):\n        while True:\n            pass\n"
        "class Marked(Exception):\n    pass\n"
        "slow, fine = Marked(Endless()), 1"
    )
    with learner_with(source, SECONDS) as learner:
        lost = learner.values(["slow", "fine"])
        assert [type(value).__name__ for value in lost.values()] == ["Marked", "int"]
        assert all(isinstance(value, Opaque) for value in lost.values())
        assert learner.values(["fine"]) == {"fine": 1}


def test_what_is_longer_as_text_than_it_looked_is_lost_to_one_check_only(monkeypatch):
    monkeypatch.setattr("weakties.grading.verdict.learner.MAX_BYTES", 1000)
    source = (
        "class Person:\n    pass\ndef f(n):\n    return n * [Person()]\nmany, few = f(99), f(1)"
    )
    with learner_with(source, 30) as learner:
        assert isinstance(learner.values(["many"])["many"], Opaque)
        assert len(learner.values(["few"])["few"]) == 1
        f = learner.values(["f"])["f"]
        assert isinstance(f(99), Opaque)
        assert len(f(1)) == 1


def test_more_than_one_answer_is_none():
    source = """
import gc, struct
side = next(one for one in gc.get_objects() if type(one).__name__ == "LearnersSide")
def f(times):
    answer = b'{"value": 7, "printed": ["", ""]}'
    side._line.sendall(times * (struct.pack("!II", len(answer), 0) + answer))
    side._line.recv(1)  # until the line ends
"""
    with learner_with(source, 30) as learner:
        assert learner.values(["f"])["f"](1) == 7
    with learner_with(source, 30) as learner:
        f = learner.values(["f"])["f"]
        with pytest.raises(LearnerGone, match="no message"):
            f(2)
