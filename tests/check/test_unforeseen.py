"""A wrong number that no slip leads to: what leads to it, what bound it breaks, or nothing."""

from __future__ import annotations

from weakties.check import question
from weakties.check.comparisons import UNRECOGNIZED
from weakties.check.formulas import named

TERMS = [named("the number of ties", 7), named("the mean of all", 3.14159265)]
BOUNDS = [(0, 12, "there are only twelve contacts.")]


def told(value, **more):
    with question("demo-q1", points=1) as q:
        q.number("x", value)

        @q.key
        def key():
            """It means something."""
            q.close("x", value, 10.83, within=0.005, look="Count again.", **more)

    return str(q.verdict)


def test_a_value_is_told_as_what_leads_to_it_before_where_to_look():
    assert "that is the mean of all. Count again." in told(3.14159265, terms=lambda: TERMS)


def test_a_value_beyond_what_is_possible_is_told_the_bound():
    assert "there are only twelve contacts. Count again." in told(13.57, bounds=lambda: BOUNDS)


def test_a_value_that_nothing_explains_is_told_that_it_is_not_right():
    assert UNRECOGNIZED in told(5.4321987, terms=TERMS, bounds=BOUNDS)


def test_a_catalogued_slip_goes_before_the_quantities():
    seen = told(3.14159265, terms=TERMS, slips=[(3.14159265, "it is the mean over everybody.")])
    assert "it is the mean over everybody." in seen
    assert "that is the mean of all" not in seen


def test_a_right_answer_does_not_pay_for_the_quantities():
    def never():
        raise AssertionError

    assert "is right" in told(10.83, terms=never, bounds=never)
