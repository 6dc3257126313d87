"""Cohen's kappa: chance is taken off, its interval holds, and nothing is made of nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.measures import cohens_kappa

MARKS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1)


@given(MARKS)
def test_it_does_not_matter_who_read_first_and_kappa_lies_in_its_interval(pairs):
    first, second = zip(*pairs, strict=True)
    for most in (None, 3):
        found = cohens_kappa(first, second, most=most)
        assert found == pytest.approx(cohens_kappa(second, first, most=most))
        if found.kappa is not None:
            assert -1 <= found.low <= found.kappa + 1e-9
            assert found.kappa <= found.high + 1e-9 <= 1 + 2e-9


def test_a_near_miss_counts_in_part_where_a_range_is_given():
    near, far = ([0, 1, 2, 3] * 5, [1, 2, 3, 2] * 5), ([0, 1, 2, 3] * 5, [3, 3, 0, 0] * 5)
    assert cohens_kappa(*near).observed == cohens_kappa(*far).observed == 0
    assert cohens_kappa(*near, most=3).kappa > 0 > cohens_kappa(*far, most=3).kappa


def test_a_few_that_agree_fully_do_not_make_the_interval_a_point():
    found = cohens_kappa([0, 1, 1, 0, 1], [0, 1, 1, 0, 1])
    assert found.kappa == found.high == 1
    assert found.low < 0.3


def test_where_all_got_the_same_there_is_no_kappa_and_full_agreement():
    found = cohens_kappa([1, 1, 1], [1, 1, 1])
    assert (found.kappa, found.low, found.high, found.observed) == (None, None, None, 1)


def test_the_interval_holds_the_true_kappa_about_as_often_as_it_says():
    draws = random.Random(4)
    slip = 0.15
    true = ((1 - slip) ** 2 + slip**2 - 0.5) / 0.5
    held = 0
    for _ in range(400):
        truth = [draws.random() < 0.5 for _ in range(30)]
        both = [[one ^ (draws.random() < slip) for one in truth] for _ in range(2)]
        found = cohens_kappa(*both)
        held += found.low <= true <= found.high
    assert 0.92 <= held / 400 <= 0.99


@pytest.mark.parametrize(
    ("first", "second", "most", "says"),
    [
        ([], [], None, "nothing to compare"),
        ([1], [1, 2], None, "the same things"),
        ([0], [4], 3, "further apart"),
    ],
)
def test_what_can_not_be_compared_is_refused(first, second, most, says):
    with pytest.raises(ValueError, match=says):
        cohens_kappa(first, second, most=most)
