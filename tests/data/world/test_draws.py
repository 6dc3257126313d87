"""Random numbers: pinned, so that no platform and no release of numpy changes a world unseen."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.data.world.draws import Draws, exp, log

PINNED = [894031, 452019, 17265, 428786]


def draws(purpose="tests"):
    return Draws("open", purpose)


def test_a_stream_begins_with_the_same_numbers_everywhere():
    assert draws().below(1_000_000, 4).tolist() == PINNED
    assert (draws().uniform(4) * 1_000_000).astype(int).tolist() == PINNED


def test_each_purpose_and_each_edition_has_a_stream_of_its_own():
    streams = [draws(), draws("other"), Draws("spring-2027", "tests")]
    assert len({tuple(stream.below(1_000_000, 3).tolist()) for stream in streams}) == 3


@given(st.integers(1, 2**32 - 1), st.integers(0, 50))
def test_whole_numbers_stay_below_their_limit(limit, n):
    numbers = draws().below(limit, n)
    assert len(numbers) == n
    assert ((numbers >= 0) & (numbers < limit)).all()


@given(st.floats(-40, 40))
def test_our_exponential_is_the_mathematical_one(x):
    assert float(exp(x)) == pytest.approx(math.exp(x), rel=1e-12)


@given(st.floats(1e-17, 1e6))
def test_our_logarithm_is_the_mathematical_one(x):
    assert float(log(x)) == pytest.approx(math.log(x), rel=1e-12, abs=1e-15)


def test_near_normal_numbers_have_mean_zero_and_standard_deviation_one():
    numbers = draws().normal(200_000)
    assert numbers.mean() == pytest.approx(0, abs=0.01)
    assert numbers.std() == pytest.approx(1, abs=0.01)
    assert (numbers < -1.96).mean() == pytest.approx(0.025, abs=0.003)


def test_half_of_the_waiting_is_over_after_the_half_life():
    waits = draws().waiting(3.6, 100_000)
    assert waits.min() >= 0
    assert np.median(waits) == pytest.approx(3.6, rel=0.02)
    assert waits.mean() == pytest.approx(3.6 / math.log(2), rel=0.02)


def test_rows_are_picked_as_often_as_their_weights_say():
    picked = np.bincount(draws().weighted(np.array([5, 0, 15]), 100_000), minlength=3) / 100_000
    assert picked.tolist() == pytest.approx([0.25, 0, 0.75], abs=0.01)


def test_shares_may_differ_from_row_to_row():
    shares = np.array([[0.2, 0.8], [1.0, 0.0]]).repeat(50_000, axis=0)
    second = draws().shared_out(shares, 100_000) == 1
    assert second[:50_000].mean() == pytest.approx(0.8, abs=0.01)
    assert not second[50_000:].any()
