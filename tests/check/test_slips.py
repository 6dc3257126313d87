"""Slips: a wrong value that is known gets its own sentence, and a right one never does."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from weakties.check.slips import NEAR, is_close, recognized, returned_slips

NUMBERS = st.floats(-1e9, 1e9)
ANY = st.floats(allow_nan=False, allow_infinity=False)
TOLERANCES = st.floats(1e-9, 0.5)


@pytest.mark.parametrize(
    ("value", "reference", "unit", "phrase"),
    [
        (36.0, 0.36, "share", "looks like a percentage"),
        (36.4, 0.36, "share", "looks like a percentage"),
        (0.19, 19.0, "percent", "looks like a share"),
        (0.64, 0.36, "share", "the share of the others"),
        (0.5625, 0.36, "share", "divides by the others alone"),
        (-0.94, 0.94, "", "the sign"),
        (0.05, 20.0, "", "upside down"),
        (21.0, 21.37, "", "rounded too early"),
        (21.4, 21.37, "", "rounded too early"),
    ],
)
def test_a_slip_that_anybody_makes_is_recognized(value, reference, unit, phrase):
    assert phrase in recognized(value, reference, 0.005, unit=unit)


@pytest.mark.parametrize(("value", "reference"), [(36.0, 0.36), (0.19, 19.0)])
def test_percent_and_share_are_confused_only_where_the_unit_is_one_of_them(value, reference):
    assert recognized(value, reference, 0.005, unit="points") is None


def test_two_names_are_swapped_only_if_each_holds_the_value_of_the_other():
    others = {"var_between": 2.0}
    swapped = recognized(2.0, 1.0, 0.01, others=others, exchanged=["var_between"])
    assert swapped == "it is the value of `var_between`: the two names are swapped."
    same_twice = recognized(2.0, 1.0, 0.01, others=others)
    assert same_twice == (
        "it is the value that `var_between` should have: read again what sets the two apart."
    )


@pytest.mark.parametrize(("value", "reference"), [(0.0, 0.28), (1.0, 0.79), (-1.0, -0.83)])
def test_nothing_and_all_are_not_taken_for_roundings(value, reference):
    assert recognized(value, reference, 0.0005) is None


def test_the_questions_own_misconceptions_go_first():
    assert recognized(-1.0, 1.0, 0.01, [(-1.0, "it compares medians.")]) == "it compares medians."


def test_an_unknown_wrong_value_gets_no_sentence():
    assert recognized(3.3, 1.25, 0.01, [(9.0, "it compares medians.")]) is None


def test_a_slip_that_cannot_be_told_from_the_right_value_is_not_used():
    known = [(1.009, "it compares medians."), (1.2, "it uses single ratings.")]
    assert recognized(1.015, 1.0, 0.01, known) is None
    assert recognized(1.2, 1.0, 0.01, known) == "it uses single ratings."


def test_of_two_slips_within_the_tolerance_the_nearer_one_is_told():
    known = [(0.0005, "it multiplies chances."), (0.0, "it is 0.")]
    assert recognized(0.0, 0.05, 0.001, known) == "it is 0."
    assert recognized(0.0005, 0.05, 0.001, known) == "it multiplies chances."


def test_where_several_slips_lead_to_a_value_none_is_called_the_cause():
    known = [(5.0, "it counts people."), (5.0, "it counts photos."), (6.0, "it counts ratings.")]

    said = recognized(5.0, 4.0, 0.0, known)

    assert said == (
        "several slips lead to this value. Either it counts people. Or it counts photos."
    )
    assert recognized(6.0, 4.0, 0.0, known) == "it counts ratings."


def test_a_rounded_value_near_two_slips_may_come_from_either():
    known = [(0.4995, "it multiplies chances."), (0.5004, "it adds them.")]

    said = recognized(0.5, 0.7, 0.001, known)

    assert "multiplies chances. Or it adds them." in said
    assert recognized(0.4995, 0.7, 0.001, known) == "it multiplies chances."


ROUNDED = "it looks rounded too early: keep more digits."


@pytest.mark.parametrize(("value", "slip"), [(21.4, 21.402), (21.4, 21.399), (21.0, 21.004)])
def test_a_right_value_rounded_is_told_so_and_not_accused_of_a_slip_nearby(value, slip):
    known = [(slip, "it compares medians.")]

    assert recognized(value, 21.37, 0.005, known) == ROUNDED
    assert recognized(value, 21.37, 0.005, others={"median": slip}) == ROUNDED
    # The slip itself, and what is near it but no rounding of the right value, are named.
    assert recognized(slip, 21.37, 0.005, known) == "it compares medians."
    nearby = recognized(slip - 0.0015, 21.37, 0.005, known)
    assert nearby == f"{NEAR}it compares medians."


def test_a_value_that_a_slip_and_rounding_lead_to_may_come_from_either():
    said = recognized(21.4, 21.37, 0.005, [(21.4, "it compares medians.")])
    assert said == f"several slips lead to this value. Either {ROUNDED} Or it compares medians."

    said = recognized(21.4, 21.37, 0.005, others={"median": 21.4})
    assert said.startswith(f"several slips lead to this value. Either {ROUNDED} Or it is the value")

    said = recognized(36.0, 0.3579, 0.0005, [(36.0, "it is in percent.")], unit="share")
    assert said == "it is in percent."


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (2.2371, "people are the unit."),
        (2.24, "people are the unit."),
        (2.242, f"{NEAR}people are the unit."),
    ],
)
def test_a_slip_that_leads_near_a_value_is_no_cause_of_it(value, told):
    assert recognized(value, 3.17, 0.02, [(2.2371, "people are the unit.")]) == told


def test_where_nothing_but_the_very_value_is_right_a_slip_may_differ_in_its_last_digits():
    known = [(100 * -264 / 991, "it is in percent.")]
    assert recognized(100 * (727 / 991 - 1), -264, 0.0, known) == "it is in percent."
    assert recognized(-26.6, -264, 0.0, known) is None


def test_a_slip_that_rounds_to_a_value_far_off_does_not_vouch_for_one_nearby():
    known = [(2.4, "it is a mode."), (2.003, "it is a median.")]
    assert recognized(2.001, 3.0, 0.005, known) == f"{NEAR}it is a median."


def test_nothing_and_all_near_a_slip_are_the_slip():
    assert recognized(1.0, 1.03, 0.005, [(1.002, "it is the ratio.")]) == "it is the ratio."


def test_what_a_function_gives_is_no_slip_if_nothing_is_known_about_it():
    assert returned_slips([0.5, 0.5], [0.3, 0.3], 0.001) == []
    assert returned_slips([0.1, 0.9], [0.3, 0.6], 0.001) == []


def test_what_a_function_rounds_is_told_apart_from_what_is_near_it():
    right, medians = [1 / 3, 2 / 3], "is the median."
    told = "looks rounded too early: keep more digits."

    assert returned_slips([0.33, 0.67], right, 0.001, [([0.3304, 0.67], medians)]) == [told]
    assert returned_slips([0.3304, 0.67], right, 0.001, [([0.3304, 0.67], medians)]) == [medians]
    assert returned_slips([0.33, 0.67], right, 0.001, [([0.33, 0.67], medians)]) == [told, medians]
    assert returned_slips([0.33, 0.67], right, 0.001, [([0.33, 0.5], medians)]) == [told]


def test_a_slip_that_came_out_as_nan_is_not_used():
    assert recognized(1.2, 1.0, 0.01, [(math.nan, "it compares medians.")]) is None


@given(NUMBERS, TOLERANCES, st.sampled_from(["", "share", "percent"]))
def test_turned_round_is_said_of_the_negative_and_of_no_right_value(reference, within, unit):
    assume(abs(reference) > within)
    assert "sign" in recognized(-reference, reference, within, unit="" if unit else unit)


@given(ANY, ANY, TOLERANCES, st.sampled_from(["", "share", "percent"]))
def test_any_two_numbers_can_be_compared(value, reference, within, unit):
    assert isinstance(recognized(value, reference, within, unit=unit), str | None)


@given(ANY, st.floats(0, 1e6))
def test_a_number_is_close_to_itself(value, within):
    assert is_close(value, value, within)


@given(st.integers(-1000, 1000), st.integers(0, 5))
def test_the_tolerance_itself_is_still_close_whatever_binary_fractions_say(hundredths, width):
    reference, within = hundredths / 100, width / 100
    assert is_close((hundredths + width) / 100, reference, within)
    assert not is_close((hundredths + width + 1) / 100, reference, within)
