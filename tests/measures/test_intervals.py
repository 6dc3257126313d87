"""Intervals of a mean and of a correlation: known values, how they shrink, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.measures import fisher_interval, mean_interval


def test_the_interval_of_a_mean_is_its_quantile_times_its_standard_error():
    found = mean_interval([0.0, 2.0] * 50)

    assert found.high - found.mean == pytest.approx(1.96 * found.sd / 10, rel=1e-4)
    assert (found.mean, found.n) == (1.0, 100)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2), st.floats(0.5, 0.9))
def test_a_surer_interval_of_a_mean_is_wider(values, level):
    wide, narrow = mean_interval(values, level=0.95), mean_interval(values, level=level)

    assert wide.low <= narrow.low <= narrow.mean <= narrow.high <= wide.high


@given(st.floats(-0.99, 0.99))
def test_more_pairs_make_a_narrower_interval_of_a_correlation(r):
    wide, narrow = fisher_interval(r, 9), fisher_interval(r, 90)

    assert wide[0] < narrow[0] < r < narrow[1] < wide[1]


def test_three_pairs_say_nothing_about_a_correlation_and_a_perfect_one_is_its_own_interval():
    assert fisher_interval(0.5, 3) == (-1.0, 1.0)
    assert fisher_interval(-1.0, 20) == (-1.0, -1.0)


@pytest.mark.parametrize(
    ("compute", "message"),
    [
        (lambda: mean_interval([1.0]), "at least two values"),
        (lambda: mean_interval([1.0, 2.0], level=95), "between 0 and 1"),
        (lambda: fisher_interval(1.2, 20), "from -1 to 1"),
        (lambda: fisher_interval(0.5, 20, level=0), "between 0 and 1"),
    ],
)
def test_what_makes_no_sense_is_refused(compute, message):
    with pytest.raises(ValueError, match=message):
        compute()
