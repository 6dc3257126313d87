"""A choice is read however its words are put on paper, and never as an option that it is not."""

from __future__ import annotations

import pandas as pd
import pytest

from weakties.check.choices import option_in
from weakties.check.plain import NotPlain

OPTIONS = ["in proportion", "less than in proportion", "1-3", "13", "E0.1", "choosing, and luck"]


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("  Less Than in   Proportion ", "less than in proportion"),
        ("less-than-in-proportion", "less than in proportion"),
        ("less_than_in_proportion", "less than in proportion"),
        ("“in proportion.”", "in proportion"),
        ("e0.1: business needs goals", "E0.1"),
        ("Choosing and luck.", "choosing, and luck"),
        (["in proportion"], "in proportion"),
        ({"in proportion"}, "in proportion"),
        (pd.Series(["13"]), "13"),
        (pd.Index(["1-3"]), "1-3"),
    ],
)
def test_case_blanks_hyphens_and_a_full_stop_do_not_count(typed, option):
    assert option_in(typed, OPTIONS) == option


def test_an_option_that_is_named_twice_is_one_option():
    assert option_in("above", ["above", "below", "above"]) == "above"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1 3", "is '1 3', which is none of the options"),
        ("1,3", "is '1,3', which is none of the options"),
        ("E0.1 and E0.2", "which is none of the options: 'in proportion'"),
        (["in proportion", "13"], "is a list"),
        (13, "is a number"),
        ("", "empty text"),
    ],
)
def test_what_is_none_of_them_is_shown(typed, said):
    with pytest.raises(NotPlain) as reason:
        option_in(typed, OPTIONS)
    assert said in str(reason.value)
