"""An attempt: every answer is looked at, every finding is shown, and points are shared."""

from __future__ import annotations

import datetime
import subprocess
import sys
from types import SimpleNamespace

import IPython
import pandas as pd
import pytest

from check.anything import LIARS, REBELS, UNUSUAL
from weakties.authoring.answers import RUDE
from weakties.check import question
from weakties.check.verdict import Kind, State

TABLE = pd.DataFrame({"level": ["daily", "weekly"], "ratio": [3.0, 2.0]})
RUDE_VALUES = {name: eval(code) for name, code in RUDE.items()}  # noqa: S307


def mean(a, b):
    return (a + b) / 2


# For each kind of answer: how its form is checked, how its value is compared, a right answer.
FORMS = {
    "number": lambda q, x: q.number("x", x, between=(-10, 10)),
    "count": lambda q, x: q.count("x", x),
    "share": lambda q, x: q.share("x", x),
    "choice": lambda q, x: q.choice("x", x, ["Agreement", "accuracy"]),
    "members": lambda q, x: q.members("x", x),
    "date": lambda q, x: q.date("x", x),
    "table": lambda q, x: q.table("x", x, ["level", "ratio"]),
    "function": lambda q, x: q.function("x", x, example=(1, 2)),
}
KEYS = {
    "number": lambda q, x: q.close("x", x, 0.25, within=0.01),
    "count": lambda q, x: q.equal("x", x, 7),
    "share": lambda q, x: q.fraction("x", x, 1, 4, instead_of={"all": 8}, within=0.01),
    "choice": lambda q, x: q.chosen("x", x, "agreement", otherwise={"Accuracy": "nobody knows."}),
    "members": lambda q, x: q.same_members("x", x, ["a", "b"]),
    "date": lambda q, x: q.same_date("x", x, "2026-03-01"),
    "table": lambda q, x: q.same_table("x", x, TABLE, key=["level"]),
    "function": lambda q, x: q.returns("x", x, [((1, 3), 2), ((4, 4), 4)], within=0.01),
}
RIGHT = {
    "number": 0.25,
    "count": 7,
    "share": 0.25,
    "choice": "AGREEMENT ",
    "members": {"a", "b"},
    "date": datetime.date(2026, 3, 1),
    "table": TABLE.iloc[::-1],
    "function": mean,
}
EVERY_KIND = pytest.mark.parametrize("kind", FORMS)


def attempt(kind, value, *, compare=True):
    with question("demo-q1", points=2) as q:
        FORMS[kind](q, value)
        if compare:

            @q.key
            def key():
                KEYS[kind](q, value)

    return q.verdict


def only_message(verdict):
    (finding,) = verdict.findings
    return finding.message


@EVERY_KIND
def test_a_right_answer_earns_all_points(kind):
    verdict = attempt(kind, RIGHT[kind])
    assert (verdict.state, verdict.earned) == (State.DONE, 2.0)
    assert only_message(verdict) == "`x` is right."


@EVERY_KIND
def test_without_a_key_only_the_form_is_looked_at(kind):
    verdict = attempt(kind, RIGHT[kind], compare=False)
    assert (verdict.state, verdict.compared) == (State.DONE, False)
    assert only_message(verdict) == "`x` has the right form."


@EVERY_KIND
@pytest.mark.parametrize("rude", RUDE_VALUES)
def test_a_rude_answer_earns_nothing_and_is_named(kind, rude):
    verdict = attempt(kind, RUDE_VALUES[rude])
    assert verdict.earned == 0.0
    assert only_message(verdict).startswith("`x` ")
    assert verdict.state is (State.NOT_ATTEMPTED if rude == "three dots" else State.NOT_YET)


@EVERY_KIND
def test_no_object_however_unusual_breaks_a_check(kind):
    for value in UNUSUAL:
        verdict = attempt(kind, value)
        assert {finding.answer for finding in verdict.findings} == {"x"}
        assert 0.0 <= verdict.earned <= 2.0


@EVERY_KIND
def test_no_liar_earns_points(kind):
    assert [attempt(kind, liar).earned for liar in LIARS] == [0.0] * len(LIARS)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("number", 30, "`x` is 30: the right answer lies between -10 and 10."),
        ("number", 25, "`x` is 25: the right answer lies between -10 and 10."),
        ("number", -0.25, "`x` is -0.25: the sign is the other way round."),
        ("number", 0.7, "`x` is 0.7: the form is right, the value is not. Follow the task's"),
        ("count", 7.5, "`x` is 7.5: a whole number is asked for."),
        ("count", 0.25, "`x` is 0.25: a whole number is asked for. Is it a share? Then count instead."),
        ("count", -1, "`x` is -1: a count is not negative."),
        ("count", 8, "`x` is 8: the form is right, the value is not."),
        ("share", 25.4, "`x` is 25.4, above 1: a share lies between 0 and 1. Is it a percentage?"),
        (
            "share",
            1.085,
            ("`x` is 1.085, above 1: a share lies between 0 and 1. Is it a percentage, or a ratio of "
            "two shares?"),
        ),
        ("share", 25, "`x` is 25, above 1: a share lies between 0 and 1. Is it a percentage, or a count?"),
        ("share", 1042, "`x` is 1042, above 1: a share lies between 0 and 1. Is it a count? Divide"),
        ("share", -0.25, "`x` is -0.25: a share is not negative."),
        ("share", 0.125, "`x` is 0.125: its denominator is all: read again what the share is of."),
        ("choice", "both", "`x` is 'both', which is none of the options: 'Agreement', 'accuracy'."),
        ("choice", "accuracy", "`x` is 'Accuracy': nobody knows."),
        ("members", ["a", "c", "d"], "`x` has some that do not belong, and lacks some that do."),
        ("members", ["a"], "`x` lacks some that belong; all that it has do."),
        ("members", ["a", "b", "c"], "`x` has all that belong, and others as well."),
        ("members", [2.5, 1.5], "`x` holds no ids. If it is a Series of what was computed"),
        ("members", [("a", 2.0), ("b", 1.0)], "`x` holds tuples: give the ids alone"),
        ("date", "2026-02-28", "`x` is 2026-02-28, which is too early."),
        ("date", "2026-03-02", "`x` is 2026-03-02, which is too late."),
        ("table", TABLE.iloc[:1], "`x` lacks the row for 'weekly'."),
        ("function", min, "`x(1, 3)` gives 1, which is not right (1 of 2 inputs)."),
        ("function", lambda a, b: None, "`x(1, 3)` is None: a function without return"),  # noqa: ARG005
    ],
)  # fmt: skip
def test_a_wrong_answer_reads_what_was_seen_and_never_the_right_one(kind, value, message):
    verdict = attempt(kind, value)
    assert only_message(verdict).startswith(message)
    assert (verdict.state, verdict.earned) == (State.NOT_YET, 0.0)


def test_wrong_sets_dates_tables_and_functions_have_their_sentences_too():
    with question("demo-q1", points=4) as q:
        q.members("ids", ["a"])
        q.date("day", "2026-03-02")
        q.table("levels", TABLE.iloc[:1], ["level", "ratio"])
        q.function("f", min)

        @q.key
        def key():
            q.same_members("ids", ["a"], ["a", "b"], otherwise=[(["a"], "lacks hidden rows.")])
            q.same_date(
                "day", "2026-03-02", "2026-03-01", otherwise=[("2026-03-02", "it is a day off.")]
            )
            q.same_table(
                "levels",
                TABLE.iloc[:1],
                TABLE,
                key=["level"],
                otherwise=[
                    (TABLE.iloc[1:], "has the wrong one."),
                    (TABLE.iloc[:1], "stops early."),
                ],
            )
            q.returns("f", min, [((1, 3), 2), ((4, 4), 4)], within=0.01, slips=[(max, "is the max."),
                      (min, "is the smaller one.")])  # fmt: skip

    assert [finding.message for finding in q.verdict.findings] == [
        "`ids` lacks hidden rows.",
        "`day` is 2026-03-02: it is a day off.",
        "`levels` stops early.",
        "`f` is the smaller one.",
    ]


def test_where_several_slips_lead_to_a_set_a_table_or_a_function_all_are_named():
    first = TABLE.iloc[:1]
    functions = [(min, "is the smaller one."), (min, "is the lesser.")]
    with question("demo-q1", points=3) as q:
        q.members("ids", ["a"])
        q.table("levels", first, ["level", "ratio"])
        q.function("f", min)

        @q.key
        def key():
            sets = [(["a"], "lacks hidden rows."), (["b"], "is b."), (["a"], "are the first.")]
            q.same_members("ids", ["a"], ["a", "b"], otherwise=sets)
            tables = [(first, "stops early."), (first, "lacks hidden rows.")]
            q.same_table("levels", first, TABLE, key=["level"], otherwise=tables)
            q.returns("f", min, [((1, 3), 2), ((4, 4), 4)], within=0.01, slips=functions)

    several = "is what several slips lead to. Either it"
    assert [finding.message for finding in q.verdict.findings] == [
        f"`ids` {several} lacks hidden rows. Or they are the first.",
        f"`levels` {several} stops early. Or it lacks hidden rows.",
        f"`f` {several} is the smaller one. Or it is the lesser.",
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (lambda a, b: 0.5, "`f` gives the same for every input"),  # noqa: ARG005
        (lambda a, b: round(a / b, 1), "`f` looks rounded too early"),
    ],
)
def test_a_function_that_ignores_its_inputs_or_rounds_is_told_so(given, message):
    with question("demo-q1", points=1) as q:
        q.function("f", given)

        @q.key
        def key():
            q.returns("f", given, [((1, 3), 1 / 3), ((3, 4), 3 / 4)], within=0.001)

    assert only_message(q.verdict).startswith(message)


def test_the_first_failure_does_not_hide_the_rest_and_points_are_shared_equally():
    with question("demo-q1", points=3) as q:
        q.number("a", "nonsense")
        q.number("b", 2.0)
        q.number("c", 9.0)

        @q.key
        def key():
            q.close("a", "nonsense", 1.0, within=0.1)
            q.close("b", 2.0, 2.0, within=0.1)
            q.close("c", 9.0, 3.5, within=0.1)

    assert [(f.answer, f.kind) for f in q.verdict.findings] == [
        ("a", Kind.FORM),
        ("b", Kind.FINE),
        ("c", Kind.VALUE),
    ]
    assert (q.verdict.state, q.verdict.earned) == (State.NOT_YET, 1.0)


def test_thirds_of_a_point_add_up_to_the_points():
    with question("demo-q1", points=2) as q:
        for name in "abc":
            q.number(name, 1.0)
    assert q.verdict.earned == 2.0


def test_swapped_values_are_recognized_though_the_second_is_compared_later():
    with question("demo-q1", points=2) as q:
        q.number("low", 9.0)
        q.number("high", 4.0)

        @q.key
        def key():
            q.close("low", 9.0, 4.0, within=0.1)
            q.close("high", 4.0, 9.0, within=0.1)

    assert [finding.message for finding in q.verdict.findings] == [
        "`low` is 9: it is the value of `high`: the two names are swapped.",
        "`high` is 4: it is the value of `low`: the two names are swapped.",
    ]


def test_an_answer_that_the_key_forgets_earns_nothing():
    with question("demo-q1", points=2) as q:
        q.number("a", 1.0)
        q.number("b", 1.0)
        q.key(lambda: q.close("a", 1.0, 1.0, within=0.1))
    assert q.verdict.earned == 1.0


def test_all_blanks_are_not_attempted_and_one_value_is_an_attempt():
    def state_of(*values):
        with question("demo-q1", points=2) as q:
            for name, value in zip("ab", values, strict=True):
                q.number(name, value)
            q.key(lambda: None)
        return q.verdict.state

    assert state_of(..., ...) is State.NOT_ATTEMPTED
    assert state_of(1.0, ...) is State.NOT_YET


def test_a_name_that_does_not_exist_is_an_error_that_says_what_to_run():
    with question("demo-q1", points=2) as q:
        q.number("formal_effect", formal_effect)  # noqa: F821
    assert (q.verdict.state, q.verdict.earned) == (State.ERROR, 0.0)
    assert only_message(q.verdict).startswith("`formal_effect` does not exist: the answer cell")


CHECK = """
with question("demo-q1", points=2) as q:
    q.number("first", first)
    q.number("second", second)

    @q.key
    def key():
        q.close("first", first, 1.0, within=0.1)
        q.close("second", second, 2.0, within=0.1)
"""


def run_in_a_notebook(**answers):
    names = {"question": question, **answers}
    exec(CHECK, names)  # noqa: S102
    assert names.keys() - answers.keys() == {"question", "q", "key", "__builtins__"}
    return names["q"].verdict


def test_a_name_that_does_not_exist_leaves_the_other_answer_its_points_and_a_hint():
    verdict = run_in_a_notebook(second=2.0)

    assert (verdict.state, verdict.earned) == (State.ERROR, 1.0)
    assert [finding.message[:30] for finding in verdict.findings] == [
        "`first` does not exist: the an",
        "`second` is right.",
    ]
    assert "q.hint(1)" in str(verdict)


def test_where_no_name_exists_nothing_is_earned():
    verdict = run_in_a_notebook()

    assert (verdict.state, verdict.earned) == (State.ERROR, 0.0)
    assert len(verdict.findings) == 2


def test_an_answer_cell_that_stopped_at_an_error_was_an_attempt(monkeypatch):
    ran = SimpleNamespace(error_in_exec=KeyError("score"), error_before_exec=None)
    shell = SimpleNamespace(last_execution_result=ran)
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)

    verdict = run_in_a_notebook(first=..., second=2.0)

    assert (verdict.state, verdict.earned) == (State.ERROR, 1.0)
    assert "the cell that ran before this check stopped at KeyError" in str(verdict).replace(
        "\n  ", " "
    )
    ran.error_in_exec = None
    assert run_in_a_notebook(first=..., second=...).state is State.NOT_ATTEMPTED


def test_a_small_count_is_not_told_a_cause_as_if_it_were_the_only_one():
    def said(answer, right, wrong):
        with question("demo-q1", points=2) as q:
            q.count("n", answer)
            q.equal("n", answer, right, slips=[(wrong, "those are the rows.")])
        return only_message(q.verdict)

    assert said(5, 4, 5) == "`n` is 5: that is not it. One way to get there: those are the rows."
    assert said(300, 30, 300) == "`n` is 300: those are the rows."


def test_a_key_that_raises_earns_nothing_and_asks_for_the_instructor():
    with question("demo-q1", points=2) as q:
        q.number("x", 1.0)

        @q.key
        def key():
            q.close("x", 1.0, 1.0, within=0.1)
            raise KeyError("score")

    assert (q.verdict.state, q.verdict.earned) == (State.ERROR, 0.0)
    assert "(KeyError)" in str(q.verdict)
    assert "instructor" in str(q.verdict)


def test_an_interrupt_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt), question("demo-q1", points=2):
        raise KeyboardInterrupt


@pytest.mark.parametrize("compare", [False, True])
def test_a_function_that_raises_is_an_error_with_its_call(compare):
    def fails(a, b):
        raise ValueError(f"no rows for {a}, {b}")

    with question("demo-q1", points=2) as q:
        q.function("f", fails, example=() if compare else (1, 2))
        q.key(lambda: q.returns("f", fails, [((1, 2), 3.0)], within=0.1))
    assert (q.verdict.state, q.verdict.earned) == (State.ERROR, 0.0)
    assert only_message(q.verdict) == (
        "`f` was called as `f(1, 2)` and raised ValueError: no rows for 1, 2"
    )


KEY = ("@q.key", "def key():", "    q.close('x', x, 0.25, within=0.001)")


def test_the_key_is_read_from_solutions_where_the_cell_has_none(with_key):
    with_key(*KEY)
    assert attempt("number", 0.25, compare=False).compared
    assert attempt("number", 0.25, compare=False).earned == 2.0
    assert attempt("number", 0.3, compare=False).earned == 0.0


def test_the_key_is_not_run_twice_where_the_cell_has_it(with_key):
    with_key("@q.key", "def key():", "    raise AssertionError")
    verdict = attempt("number", 0.25)
    assert (verdict.state, verdict.earned) == (State.DONE, 2.0)


def test_with_solutions_switched_off_only_the_form_is_looked_at(with_key, monkeypatch):
    with_key(*KEY)
    monkeypatch.setenv("WEAKTIES_SOLUTIONS", "off")
    verdict = attempt("number", 0.3, compare=False)
    assert (verdict.state, verdict.compared) == (State.DONE, False)


@pytest.mark.parametrize("line", ["def key(:", "raise ValueError", "nowhere"])
def test_a_key_that_was_edited_into_pieces_is_an_error_and_no_traceback(with_key, line):
    with_key(line)
    verdict = attempt("number", 0.25, compare=False)
    assert (verdict.state, verdict.earned) == (State.ERROR, 0.0)


def test_the_photo_unit_is_compared_at_once_on_this_installation():
    from weakties.data import load

    tested = load("attributes")["p_value"].dropna()
    with question("photo-q5", points=2) as q:
        q.count("n_sig_raw", (tested < 0.05).sum(), between=(0, 22))
        q.count("n_sig_bonferroni", (tested < 0.05 / 22).sum(), between=(0, 22))
    assert str(q.verdict).startswith(
        "△ Not yet: photo-q5 · Twenty attributes, some by luck · 1 of 2"
    )
    assert q.verdict.findings[1].message.endswith("Two attributes were never tested.")


LOUD = """
import logging, sys, warnings

learner = logging.getLogger("learner")
learner.addHandler(logging.StreamHandler(sys.stderr))

def mean(a, b):
    warnings.warn("a warning")
    learner.warning("through a handler of another cell")
    logging.getLogger("nobody").error("through the last resort")
    print("printed", file=sys.stderr)
    return (a + b) / 2

from weakties.check import question

with question("demo-q1", points=2) as q:
    q.function("mean", mean, example=(1, 2))
    q.key(lambda: q.returns("mean", mean, [((1, 3), 2)], within=0.01))

learner.warning("heard again")
warnings.warn("seen again")
print(q.verdict.earned)
"""


def test_nothing_reaches_stderr_whatever_the_learners_function_does_and_afterwards_all_does():
    ran = subprocess.run(
        [sys.executable, "-c", LOUD], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout == "2.0\n"
    heard, seen = ran.stderr.splitlines()[:2]
    assert heard == "heard again"
    assert seen.endswith("UserWarning: seen again")


def test_a_subclass_of_float_earns_its_points_by_its_base_value():
    assert attempt("number", REBELS[0]).earned == 2.0
