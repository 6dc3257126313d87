"""Comparisons: what leads to wrong values is worked out for wrong answers only."""

from __future__ import annotations

import warnings

import pandas as pd
import pytest

from weakties.check import question
from weakties.check.verdict import State

TABLE = pd.DataFrame({"level": ["daily", "weekly"], "ratio": [3.0, 2.0]})
CASES = [((1, 3), 1), ((4, 2), 2)]

# For each comparison that knows wrong values: the form, the comparison, a right answer, a wrong
# answer that is known, and what is known of it.
KNOWING = {
    "close": (
        lambda q, x: q.number("x", x),
        lambda q, x, known: q.close("x", x, 0.25, within=0.01, slips=known),
        *(0.25, 0.5, [(0.5, "is told so.")]),
    ),
    "equal": (
        lambda q, x: q.count("x", x),
        lambda q, x, known: q.equal("x", x, 7, slips=known),
        *(7, 8, [(8, "is told so.")]),
    ),
    "fraction": (
        lambda q, x: q.share("x", x),
        lambda q, x, known: q.fraction("x", x, 1, 4, instead_of={}, within=0.01, slips=known),
        *(0.25, 0.5, [(0.5, "is told so.")]),
    ),
    "same_members": (
        lambda q, x: q.members("x", x),
        lambda q, x, known: q.same_members("x", x, ["a", "b"], otherwise=known),
        *(["a", "b"], ["a"], [(["a"], "is told so.")]),
    ),
    "same_date": (
        lambda q, x: q.date("x", x),
        lambda q, x, known: q.same_date("x", x, "2026-03-01", otherwise=known),
        *("2026-03-01", "2026-03-02", [("2026-03-02", "is told so.")]),
    ),
    "same_table": (
        lambda q, x: q.table("x", x, ["level", "ratio"]),
        lambda q, x, known: q.same_table("x", x, TABLE, key=["level"], otherwise=known),
        *(TABLE, TABLE.iloc[:1], [(TABLE.iloc[:1], "is told so.")]),
    ),
    "returns": (
        lambda q, x: q.function("x", x),
        lambda q, x, known: q.returns("x", x, CASES, within=0.01, slips=known),
        *(min, max, [(max, "is told so.")]),
    ),
}
EVERY_ONE = pytest.mark.parametrize("kind", KNOWING)


def attempt(kind, value, known):
    form, compared, *_ = KNOWING[kind]
    with question("demo-q1", points=2) as q:
        form(q, value)
        q.key(lambda: compared(q, value, known))
    return q.verdict


def never():
    raise AssertionError("what leads to wrong values was worked out")


def swapped_messages(slips):
    """Return what two numbers that hold each other's value are told, the first with `slips`."""
    with question("demo-q1", points=2) as q:
        q.number("x", 4.0)
        q.number("other", 9.0)

        @q.key
        def key():
            q.close("x", 4.0, 9.0, within=0.1, slips=slips)
            q.close("other", 9.0, 4.0, within=0.1)

    return [finding.message for finding in q.verdict.findings]


@EVERY_ONE
def test_a_known_wrong_answer_is_told_the_same_by_a_function_as_by_a_list(kind):
    _, _, _, wrong, known = KNOWING[kind]
    listed, worked_out = (attempt(kind, wrong, way) for way in (known, lambda: known))
    assert listed == worked_out
    assert worked_out.findings[0].message.endswith("is told so.")
    assert worked_out.earned == 0.0


@EVERY_ONE
def test_a_right_answer_does_not_pay_for_what_leads_to_wrong_ones(kind):
    verdict = attempt(kind, KNOWING[kind][2], never)
    assert (verdict.state, verdict.earned) == (State.DONE, 2.0)


@EVERY_ONE
@pytest.mark.parametrize("value", [..., None, object()])
def test_an_answer_of_the_wrong_form_does_not_pay_for_it_either(kind, value):
    verdict = attempt(kind, value, never)
    assert verdict.earned == 0.0
    assert verdict.state is not State.ERROR


@EVERY_ONE
def test_a_function_of_slips_that_raises_is_an_error_and_no_traceback(kind):
    def broken():
        raise KeyError("score")

    verdict = attempt(kind, KNOWING[kind][3], broken)
    assert (verdict.state, verdict.earned) == (State.ERROR, 0.0)
    assert "(KeyError)" in str(verdict)


def test_a_warning_where_slips_are_worked_out_costs_nothing():
    def warned():
        warnings.warn("divided by zero", stacklevel=1)
        return [(0.5, "is told so.")]

    assert attempt("close", 0.5, warned).findings[0].message.endswith("is told so.")


def test_two_answers_that_hold_each_others_value_are_told_so_with_what_else_leads_there():
    swapped = "it is the value of `other`: the two names are swapped."
    first, _ = swapped_messages(lambda: [(4.0, "it is the median.")])
    several = "several slips lead to this value. Either"
    assert first == f"`x` is 4: {several} {swapped} Or it is the median."
    first, second = swapped_messages(lambda: [(7.0, "it is the median.")])
    assert first == f"`x` is 4: {swapped}"
    assert second == "`other` is 9: it is the value of `x`: the two names are swapped."


def out_of_range_messages(share, number=..., known=((2.7, "it is a ratio."),)):
    """Return what a share is told whose right value is 0.73, and a number beside it that is 2.5."""
    with question("demo-q1", points=2) as q:
        q.share("share", share)
        q.number("number", number)

        @q.key
        def key():
            q.close("share", share, 0.73, within=0.001, slips=known)
            q.close("number", number, 2.5, within=0.001)

    assert q.verdict.earned == 0.0
    return [finding.message for finding in q.verdict.findings]


def test_a_number_out_of_range_is_told_what_led_there_where_that_is_known():
    first, _ = out_of_range_messages(2.7)
    assert first == "`share` is 2.7: it is a ratio."
    first, _ = out_of_range_messages(2.71)
    assert first == "`share` is 2.71, above 1: a share lies between 0 and 1. Is it a percentage?"


def test_names_are_known_to_be_swapped_where_one_of_the_values_is_out_of_range():
    assert out_of_range_messages(2.5, 0.73) == [
        "`share` is 2.5: it is the value of `number`: the two names are swapped.",
        "`number` is 0.73: it is the value of `share`: the two names are swapped.",
    ]


def test_a_number_of_wrong_form_is_not_told_the_value_of_an_answer_that_is_still_open():
    first, _ = out_of_range_messages(2.5)
    assert "number" not in first


def test_no_reference_is_worked_out_where_no_answer_has_the_right_form():
    with question("demo-q1", points=2) as q:
        q.number("a", ...)
        q.number("b", "nonsense")
        q.key(never)
    assert (q.verdict.state, q.verdict.compared) == (State.NOT_YET, True)
    assert [finding.answer for finding in q.verdict.findings] == ["a", "b"]


def test_one_answer_of_the_right_form_is_compared_beside_a_blank():
    with question("demo-q1", points=2) as q:
        q.number("a", ...)
        q.number("b", 2.0)

        @q.key
        def key():
            q.close("a", ..., 1.0, within=0.1)
            q.close("b", 2.0, 2.0, within=0.1)

    assert q.verdict.earned == 1.0


@pytest.mark.parametrize(("chosen", "points"), [("above", 1), ("below", 0)])
def test_the_right_choice_may_stand_among_those_with_a_sentence(chosen, points):
    with question("x-q1", points=1) as q:
        q.choice("x", chosen, ["above", "below"])
        q.chosen("x", chosen, "above", otherwise={"above": "look again.", "below": "look again."})
    assert q.verdict.earned == points


def read_from(computed, chosen):
    """Return what is said of a choice beside a number, of which 2 is the right one."""
    with question("demo-q1", points=2) as q:
        q.number("n", computed)
        q.choice("reading", chosen, ["above", "below"])

        @q.key
        def key():
            q.chosen("reading", chosen, "above", otherwise={"below": "look again."})
            q.close("n", computed, 2.0, within=0.1)

    return q.verdict.earned, q.verdict.findings[1].message


@pytest.mark.parametrize("computed", [3.0, ..., "nonsense"])
def test_a_choice_tells_nothing_and_earns_nothing_until_something_computed_is_right(computed):
    right, wrong = read_from(computed, "above"), read_from(computed, "below")
    assert right == wrong
    assert right == (
        0.0,
        "`reading` is a reading of what was computed: it is looked at, and counts, once `n` is right.",
    )


def test_a_choice_beside_a_right_number_is_looked_at():
    assert read_from(2.0, "above") == (2.0, "`reading` is right.")
    assert read_from(2.0, "below") == (1.0, "`reading` is 'below': look again.")


def test_a_typed_choice_is_an_attempt_though_it_waits():
    with question("demo-q1", points=2) as q:
        q.number("n", ...)
        q.choice("reading", "above", ["above", "below"])
        q.chosen("reading", "above", "above", otherwise={})
    assert q.verdict.state is State.NOT_YET


@pytest.mark.parametrize(("answer", "told"), [(2.0, True), (3.0, False)])
def test_what_a_key_is_documented_to_mean_is_told_with_done_alone(answer, told):
    with question("demo-q1", points=1) as q:
        q.number("n", answer)

        @q.key
        def key():
            """Two is a pair."""
            q.close("n", answer, 2.0, within=0.1)

    assert ("What it means: Two is a pair." in str(q.verdict)) is told
