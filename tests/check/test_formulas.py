"""Short computations: a value is told by what leads to it, and never by what does not."""

from __future__ import annotations

import pytest

from weakties.check.formulas import named, ways_to

WITH, WITHOUT = 0.61530769, 0.22713846
TERMS = [named("the share with", WITH), named("the share without", WITHOUT)]


def ways(value, **more):
    return ways_to([value], TERMS, right=[WITH / WITHOUT], within=0.005, **more)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (WITH, "the share with"),
        (1 - WITHOUT, "1 − the share without"),
        (100 * WITH, "100 × the share with"),
        (WITH**0.5, "the square root of the share with"),
        (WITH - WITHOUT, "the share with − the share without"),
        (WITH / (1 - WITHOUT), "the share with ÷ (1 − the share without)"),
        (
            (WITH - WITHOUT) / (WITH + WITHOUT),
            "(the share with − the share without) ÷ (the share with + the share without)",
        ),
    ],
)
def test_what_one_step_or_two_make_of_quantities_is_told(value, told):
    assert ways(value) == [told]


@pytest.mark.parametrize("value", [0.5, 0.6, 3.0, 0.7316284])
def test_a_value_that_few_digits_or_no_step_lead_to_is_not_explained(value):
    assert ways(value) == []


def test_a_rounded_value_is_told_if_its_digits_are_enough_for_the_way():
    assert ways(round(WITH, 4)) == ["the share with"]
    assert ways(round(WITH - WITHOUT, 3)) == []
    assert ways(round(WITH - WITHOUT, 6)) == ["the share with − the share without"]


def test_the_right_value_is_never_told_as_a_wrong_one():
    assert ways(WITH / WITHOUT) == []


def test_several_ways_to_the_very_value_are_told_together():
    terms = [named("those who came", 0.31415926), named("those who stayed", 0.31415926)]
    found = ways_to([0.31415926], terms, right=[0.9], within=0.01)
    assert found == ["those who came", "those who stayed"]


def test_many_ways_near_a_rounded_value_are_chance_and_none_is_told():
    terms = [named(f"band {k}", 0.3141 + k / 1e6) for k in range(9)]
    assert ways_to([0.3141], terms[1:], right=[0.9], within=0.01) == []
    assert ways_to([0.3141], terms[1:3], right=[0.9], within=0.01) == ["band 1", "band 2"]


def test_what_does_not_combine_is_told_alone_and_in_no_pair():
    terms = [named("a", 0.61530769), named("b", 0.22713846, combines=False)]
    assert ways_to([0.22713846], terms, right=[9], within=0.1) == ["b"]
    assert ways_to([0.61530769 / 0.22713846], terms, right=[9], within=0.1) == []


def test_a_function_is_told_by_a_formula_that_gives_the_same_for_every_input():
    cases = [(10, 1), (50, 100), (8, 20), (1, 3)]
    terms = [named("V", *(v for v, _ in cases)), named("C", *(c for _, c in cases))]
    right = [c / (v + c) for v, c in cases]

    def told(function):
        gave = [function(v, c) for v, c in cases]
        return ways_to(gave, terms, right=right, within=0.001, longer=True)

    assert told(lambda v, c: v - c) == ["V − C"]
    assert "1 − (C ÷ V)" in told(lambda v, c: 1 - c / v)
    assert told(lambda v, c: c / (v + c)) == []
    assert told(lambda v, c: v / c**3) == []
