"""A unit's keys are worked out with the solution, once in an edition; its answers meet what came of it."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from weakties.authoring.in_process import run
from weakties.authoring.keys import Keys
from weakties.check.elsewhere import edition_here
from weakties.data.using import using

CHECK = """
from weakties.check import question

with question("demo-q1", points=1) as q:
    q.number("x", x)

    @q.key
    def key():
        from reference import right
        q.close("x", x, right(), within=0.1, slips=lambda: [(2 * right(), "it is twice as much.")])
"""
HANGS_ON_THE_ANSWER = CHECK.replace("2 * right()", "abs(x) + 0 * right()")
OTHER = "spring-2027"


@pytest.fixture
def worked_out(monkeypatch):
    """Note each time that a key works its reference out: how long the edition's name is."""
    found = []

    def right():
        found.append(edition_here())
        return len(found[-1])

    monkeypatch.setitem(sys.modules, "reference", SimpleNamespace(right=right))
    return found


def verdict(keys, edition, answer, check=CHECK):
    """Return what a check says of an answer; the solution is the right one in that edition."""
    is_solution = answer == len(edition)
    names = {"x": answer}
    meeting = keys.with_the_solution if is_solution else keys.with_an_answer
    with using(edition), meeting(check):
        run(check, names)
    return names["q"].verdict


def test_answers_are_told_what_the_key_tells_them_and_it_is_not_run_again(worked_out):
    keys = Keys()
    for edition in ("open", OTHER):
        assert verdict(keys, edition, len(edition)).earned == 1
    asked = len(worked_out)
    for edition, answer in [(OTHER, 22), (OTHER, 4), (OTHER, 5), (OTHER, "many")]:
        told = verdict(keys, edition, answer)
        assert len(worked_out) == asked
        itself = verdict(Keys(), edition, answer)
        asked = len(worked_out)
        assert (told.findings, told.earned) == (itself.findings, itself.earned)
        assert told.earned == 0
    assert "in edition open" in str(verdict(keys, OTHER, 4))
    assert "twice as much" in str(verdict(keys, OTHER, 22))


def test_a_key_is_known_in_the_edition_of_now_and_in_the_open_one_only(worked_out):
    keys = Keys()
    for edition in ("open", OTHER, "autumn"):
        verdict(keys, edition, len(edition))
    worked_out.clear()
    verdict(keys, "autumn", 5)
    assert worked_out == []
    verdict(keys, OTHER, 5)
    assert OTHER in worked_out


def test_a_key_that_hangs_on_the_answer_is_run_for_each(worked_out):
    keys = Keys()
    verdict(keys, "open", 4, HANGS_ON_THE_ANSWER)
    worked_out.clear()
    verdict(keys, "open", 5, HANGS_ON_THE_ANSWER)
    assert worked_out
