"""Asking functions ahead: which checks allow it, and what becomes of answers that nobody asked for."""

from __future__ import annotations

import sys

import pytest

from grading.verdict.test_asked import learner_with
from weakties.grading.verdict.ahead import (
    Ahead,
    Noted,
    as_text,
    asks_the_same_of_all,
    from_text,
    stored,
)
from weakties.grading.verdict.remote import numbers_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")

SAME = {
    "in a loop": "for n in range(90):\n    assert f(n) == n + 1, n",
    "in a comprehension": "assert all(len(f(n)) >= len(f(n - 1)) for n in range(1, 9) if n != 5)",
    "with random numbers": (
        "import random\nrandom.seed(7)\nfor _ in range(50):\n"
        "    values = [random.randint(0, 9) for _ in range(3)]\n    assert f(list(values)) == 3"
    ),
    "nearly": "import math\nassert math.isclose(f(2), 4, rel_tol=0.1) and f([1])[0] == 1",
    "by another name of the instructor's": "for n in table:\n    assert f(n) == table[n]",
}
NOT_THE_SAME = {
    "an answer is asked on": "assert f(f(1)) == 2",
    "by way of a name": "x = f(1)\nassert f(x) == 2",
    "by way of a list": "seen = []\nassert seen.append(f(1)) is None and f(seen) == 2",
    "by way of a list, elsewhere": "seen = []\nseen.append(f(1))\nassert f(seen) == 2",
    "by way of a name within": "assert (x := f(1)) == 2 and f(x) == 3",
    "by way of a helper": "def ask(n):\n    return f(n)\nassert f(ask(1)) == 2",
    "handed on": "assert list(map(f, [1, 2])) == [1, 2]",
    "under another name": "g = f\nassert g(g(1)) == 2",
    "until an answer": "n = 0\nwhile f(n) < 9:\n    n += 1\nassert n == 4",
    "if an answer": "if f(1) == 2:\n    assert f(7) == 8",
    "only those that answer": "assert [f(n) for n in range(9) if f(n) > 2] == [3]",
    "up to an answer": "assert any(f(n) > 2 for n in range(9))",
    "up to the first answer that holds": "assert f(1) == 2 or f(2) == 3",
    "caught": "try:\n    f(1)\nexcept ValueError:\n    assert f(2) == 3",
    "in a text": 'assert eval("f(f(1))") == 2',
    "what an earlier check left": "assert f(left) == 2",
    "a function that looks on, of the instructor's": "sum = []\nassert sum(f(1)) == 2",
    "by a loop over answers": "assert [f(n) for n in f(1)] == [1]",
    "in a loop over answers": "for n in f(1):\n    assert f(n) == 1",
    "bound as it is asked": "for f(1)[0] in [1]:\n    assert f(2) == 1",
    "no Python": "assert f(",
}


@pytest.mark.parametrize("source", SAME.values(), ids=SAME)
def test_a_check_whose_answers_stay_in_its_assertions_asks_the_same_of_all(source):
    assert asks_the_same_of_all(source, ["f"], ["table"])


@pytest.mark.parametrize("source", NOT_THE_SAME.values(), ids=NOT_THE_SAME)
def test_a_check_that_goes_on_with_an_answer_does_not(source):
    assert not asks_the_same_of_all(source, ["f"], ["table"])


def test_a_name_that_the_instructor_binds_too_is_asked_nothing_ahead():
    assert not asks_the_same_of_all("assert f(1) == 2", ["f"], ["f"])
    assert not asks_the_same_of_all("assert sum(f(1)) == 2", ["f"], ["sum"])


def test_few_calls_and_calls_with_what_is_not_plain_are_not_kept():
    noted = Noted({3: "f"})
    for n in range(100):
        assert noted.asks(3, (n,), {}) == []
    assert from_text(as_text(noted.asked)) == [("f", stored((n,), {})) for n in range(100)]
    assert as_text(noted.asked[:9]) == ""
    for odd in (lambda: noted.asks(3, (len,), {}), lambda: noted.asks(3, (1,), {"x": 1})):
        odd()
        assert as_text(noted.asked) == ""
        noted.asked.pop()
    noted.asks(4, (1,), {})
    assert as_text(noted.asked) == "", "of a function that no name stands for"


def expecting(*calls):
    return Ahead([("f", stored(call, {})) for call in calls], {0: "f"})


def test_calls_that_come_as_they_are_known_are_asked_together_in_ever_larger_numbers():
    ahead, together = expecting(*((n,) for n in range(20))), []
    for n in range(20):
        asked = ahead.asks(0, (n,), {})
        together.append(len(asked))
        ahead.answered(asked)
        assert ahead.gives() == ((n,) if asked or n != 0 else None)
    assert [size for size in together if size] == [2, 4, 8, 5]
    assert not ahead.is_spoiled


@pytest.mark.parametrize("other", [(7,), (2.0,), (True,), ("2",), (2, 2), ()])
def test_another_call_than_the_known_one_spoils_what_was_asked_ahead(other):
    ahead = expecting((1,), (2,), (2,), (2,))
    assert ahead.asks(0, (1,), {}) == []
    ahead.answered(ahead.asks(0, (2,), {}))
    ahead.gives()
    assert ahead.asks(0, other, {}) == []
    assert ahead.is_spoiled
    assert ahead.gives() is None


def test_another_first_call_spoils_nothing_and_nothing_is_asked_ahead_from_there_on():
    ahead = expecting((1,), (2,), (3,))
    assert ahead.asks(0, (9,), {}) == ahead.asks(0, (1,), {}) == ahead.asks(0, (2,), {}) == []
    assert not ahead.is_spoiled


def test_answers_that_nobody_asked_for_spoil_a_run():
    ahead = expecting((1,), (2,), (3,))
    ahead.asks(0, (1,), {})
    ahead.answered(ahead.asks(0, (2,), {}))
    ahead.gives()
    assert ahead.is_spoiled


FUNCTIONS = {
    "returns": ("def f(x):\n    return x * 2", lambda n: 2 * n),
    "prints": ("def f(x):\n    print(x)\n    return [x]", lambda n: [n]),
    "remembers": ("calls = []\ndef f(x):\n    calls.append(x)\n    return len(calls)", lambda n: n + 1),
    "gives a lot": ("def f(x):\n    return 'x' * 5000", lambda _: "x" * 5000),
    "gives an array": (
        "import numpy\ndef f(x):\n    return numpy.arange(x).sum()",
        lambda n: n * (n - 1) // 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_that_is_asked_ahead_gives_what_it_would_give(name, monkeypatch, capsys):
    source, right = FUNCTIONS[name]
    exchanges = []
    with learner_with(source, 30) as learner:
        exchanged = learner._exchanged
        monkeypatch.setattr(
            learner, "_exchanged", lambda *given: exchanges.append(1) or exchanged(*given)
        )
        values = learner.values(["f"])
        learner.ahead = Ahead([("f", stored((n,), {})) for n in range(200)], numbers_of(values))
        assert [values["f"](n) for n in range(200)] == [right(n) for n in range(200)]
        assert not learner.ahead.is_spoiled
    assert (len(exchanges) < 20) == (name != "gives a lot")
    printed = "".join(f"{n}\n" for n in range(200)) if name == "prints" else ""
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize("end", ["raise ValueError(x)", "__import__('os')._exit(0)"])
def test_a_function_that_ends_is_not_asked_on(end):
    with learner_with(f"def f(x):\n    if x == 9:\n        {end}\n    return x", 30) as learner:
        values = learner.values(["f"])
        learner.ahead = Ahead([("f", stored((n,), {})) for n in range(200)], numbers_of(values))
        with pytest.raises(Exception, match=r"9|ended itself"):
            [values["f"](n) for n in range(200)]
        # An error is the answer to a call that was asked for; nobody knows what a process died of.
        assert learner.ahead.is_spoiled == ("_exit" in end)
