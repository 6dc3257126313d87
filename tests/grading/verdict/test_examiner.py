"""The checks' side, when what it is sent keeps it busy."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from weakties.grading.job import Job, Place, Step
from weakties.grading.sandbox.limits import Limits
from weakties.grading.shell.shell import Shell
from weakties.grading.verdict.examiner import examined

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

FAR_TOO_LONG = 20


class Busy:
    """A learner's side whose values take long to make where they arrive."""

    def values(self, _names):
        while time.process_time() < self.end:
            pass
        return {}

    def __init__(self, seconds):
        self.end = time.process_time() + seconds


def ended_by(seconds):
    """Return the signal that ended a process which examines such values; 0 if none did."""
    job = Job((Step(Place.APART, "pass", 0, ("x",)),), Limits(cell_seconds=0.5))
    shell = Shell()
    process = os.fork()
    if process == 0:
        try:
            examined(job, Busy(seconds), shell, begins=id)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


class Giving:
    """A learner's side that has a value for every name."""

    def values(self, names):
        return dict.fromkeys(names, lambda *_: 3)


def check(source, *, place=Place.APART, unsure=("sqrt",)):
    return Step(place, source, 0, ("sqrt",), unsure=unsure)


def failed(*steps):
    """Say whether the last of some checks failed."""
    shell = Shell()
    shell.reset()
    return examined(Job(steps), Giving(), shell, begins=id).cells[0].failed


IMPORT = check("from math import *\nlimit = sqrt(4)", place=Place.PRELUDE)


def test_a_name_that_the_instructors_cells_bound_unseen_is_theirs():
    assert not failed(IMPORT, check("assert sqrt(16) == 4"), check("assert sqrt(16) == 4"))


def test_a_name_that_nobody_else_bound_is_the_learners_each_time_anew():
    assert not failed(check("sqrt"), check("assert sqrt(16) == 3"))
    assert not failed(check("assert sqrt(16) == 3"), check("assert sqrt(16) == 3", unsure=()))
    assert not failed(check("sqrt = None", unsure=()), check("assert sqrt(16) == 3", unsure=()))


def test_making_a_value_that_never_comes_to_an_end_is_ended_like_a_check(monkeypatch):
    monkeypatch.setattr("weakties.grading.verdict.signals._GRACE", 0.2)
    assert ended_by(FAR_TOO_LONG) == -signal.SIGXCPU


def test_a_value_that_takes_a_moment_is_made():
    assert ended_by(0.01) == 0
