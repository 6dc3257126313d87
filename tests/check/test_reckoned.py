"""A key that was taken down says of every answer what the key itself says, without being run."""

from __future__ import annotations

import textwrap

import pytest

from weakties.check import reckoned as reckoned_module
from weakties.check.reckoned import Reads, known, taken_down
from weakties.check.verdict import State

CHECK = """
from weakties.check import question

with question("demo-q1", points=3) as q:
    q.number("x", x)
    q.number("y", y)
    q.choice("why", why, ["chance", "skill"])

    @q.key
    def key():
        runs.append(1)
        right = sum([1, 2])
        q.close("x", x, right, within=0.01, slips=lambda: [(right / 2, "it is half of it.")])
        q.equal("y", y, 7, slips=[(8, "it is one too many.")], look="Count them.")
        q.chosen("why", why, "chance", otherwise={"skill": "look again."})
"""
READS = Reads({"x": "x", "y": "y", "why": "why"}, ("sum",))
SOLUTION = {"x": 3, "y": 7, "why": "chance"}
ANSWERS = [
    SOLUTION,
    {**SOLUTION, "x": 1.5},
    {**SOLUTION, "y": 8, "why": "skill"},
    {**SOLUTION, "y": 9},
    {"x": ..., "y": ..., "why": ...},
    {"y": 7, "why": "luck"},
    {**SOLUTION, "x": "3"},
]


def checked(answers, source=CHECK):
    """Run the check on some answers; return its verdict and how often the key was run."""
    names = {**answers, "runs": []}
    exec(textwrap.dedent(source), names)  # noqa: S102 - as a notebook does
    return names["q"].verdict, len(names["runs"])


def reckoned(source=CHECK):
    with taken_down(READS) as notes:
        verdict, _ = checked(SOLUTION, source)
    assert verdict.state is State.DONE
    return notes.taken


@pytest.mark.parametrize("answers", ANSWERS)
def test_a_known_key_says_what_the_key_says_and_is_not_run(answers):
    with known(reckoned()):
        verdict, runs = checked(answers)
    itself, _ = checked(answers)
    assert (verdict.findings, verdict.earned, verdict.compared) == (
        itself.findings,
        itself.earned,
        itself.compared,
    )
    assert runs == 0


def test_a_key_is_run_itself_in_another_edition(monkeypatch):
    taken = reckoned()
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    with known(taken):
        assert checked(SOLUTION)[1] > 0


def test_a_key_that_is_known_in_two_editions_is_run_in_neither(monkeypatch):
    in_the_open = reckoned()
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    with known(in_the_open, reckoned()):
        # A wrong answer is held to the open edition's key as well.
        verdict, runs = checked({**SOLUTION, "x": 5})
    itself, _ = checked({**SOLUTION, "x": 5})
    assert (verdict.findings, runs) == (itself.findings, 0)


def test_a_key_is_run_itself_where_one_of_pythons_functions_means_something_else():
    with known(reckoned()):
        verdict, runs = checked({**SOLUTION, "sum": 12})
    assert runs == 1
    assert verdict.state is State.ERROR


def test_another_question_does_not_repeat_it():
    with known(reckoned()):
        assert checked(SOLUTION, CHECK.replace("demo-q1", "demo-q2"))[1] == 1


def test_a_key_with_a_wrong_value_that_can_not_be_worked_out_is_not_taken_down():
    source = CHECK.replace("right / 2", "right / 0")
    assert reckoned(source) is None
    assert checked({**SOLUTION, "x": 1.5}, source)[0].state is State.ERROR


def test_a_key_whose_wrong_values_take_too_long_is_not_taken_down(monkeypatch):
    monkeypatch.setattr(reckoned_module, "_PATIENCE", -1.0)
    assert reckoned() is None


UNFORESEEN = CHECK.replace(
    'look="Count them."',
    'look="Count them.", terms=lambda: [named("what is found", 4.25), named("the rest", 3)]',
).replace(
    "from weakties.check import question",
    """
from weakties.check import question
from weakties.check.formulas import named""",
)


@pytest.mark.parametrize(
    ("answers", "runs"),
    [(SOLUTION, 0), ({**SOLUTION, "y": 8}, 0), ({**SOLUTION, "x": 1.4375, "y": 12.75}, 1)],
)
def test_only_for_what_nobody_foresaw_the_key_itself_is_asked(answers, runs):
    with known(reckoned(UNFORESEEN)):
        verdict, ran = checked(answers, UNFORESEEN)
    itself, _ = checked(answers, UNFORESEEN)
    assert verdict.findings == itself.findings
    assert ran == runs


def test_what_the_key_itself_is_asked_for_helps():
    with known(reckoned(UNFORESEEN)):
        verdict, _ = checked({**SOLUTION, "y": 12.75}, UNFORESEEN)
    assert any("what is found × the rest" in one.message for one in verdict.findings)


def test_nothing_is_left_of_taking_down():
    reckoned()
    assert checked(SOLUTION)[1] == 1
