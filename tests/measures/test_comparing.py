"""Two shares compared: the interval of their difference, who leads by luck, how many it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.measures import (
    binomial,
    cases_needed,
    chance_of_leading,
    newcombe_interval,
    wilson_interval,
)

CASES = st.integers(1, 60)
SHARES = st.floats(0, 1)


@given(CASES, CASES, st.data())
def test_the_interval_of_a_difference_holds_it_and_turns_round_with_its_sides(n, m, data):
    hits, others = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))

    low, high = newcombe_interval(hits, n, others, m)

    assert -1 <= low <= hits / n - others / m <= high <= 1
    assert newcombe_interval(others, m, hits, n) == pytest.approx((-high, -low))


def test_a_difference_is_known_less_well_than_either_share():
    low, high = newcombe_interval(6, 20, 4, 20)

    assert low < 0 < high
    assert high - low > max(b - a for a, b in (wilson_interval(6, 20), wilson_interval(4, 20)))


@given(SHARES, SHARES, st.integers(0, 40))
def test_who_leads_adds_up_and_turns_round_with_its_sides(share, other, cases):
    found, turned = (
        chance_of_leading(share, other, cases),
        chance_of_leading(other, share, cases),
    )

    assert sum(found) == pytest.approx(1)
    assert (found.first, found.tie, found.second) == pytest.approx(
        (turned.second, turned.tie, turned.first), abs=1e-9
    )
    if share >= other:
        assert found.first >= found.second - 1e-9


def test_with_more_cases_luck_crowns_the_smaller_share_less_often():
    wrong = [chance_of_leading(0.31, 0.26, cases).second for cases in (20, 50, 200, 1000)]

    assert wrong == sorted(wrong, reverse=True)
    assert wrong[-1] < 0.01


@given(st.integers(0, 400), SHARES)
def test_the_chances_of_all_counts_add_up_to_one(cases, share):
    chances = binomial(cases, share)

    assert len(chances) == cases + 1
    assert sum(chances) == pytest.approx(1)
    assert sum(k * chance for k, chance in enumerate(chances)) == pytest.approx(cases * share)


@given(SHARES, SHARES)
def test_the_smaller_a_difference_the_more_cases_it_takes(share, other):
    halfway = (share + other) / 2
    if abs(share - halfway) > 0.01:
        assert cases_needed(share, halfway) > cases_needed(share, other) * 1.5
        assert cases_needed(share, other) == cases_needed(other, share)


def test_more_power_and_a_surer_test_take_more_cases():
    usual = cases_needed(0.31, 0.26)

    assert cases_needed(0.31, 0.26, power=0.9) > usual
    assert cases_needed(0.31, 0.26, level=0.99) > usual


@pytest.mark.parametrize(
    ("compute", "message"),
    [
        (lambda: newcombe_interval(3, 2, 1, 2), "3 hits in 2 cases"),
        (lambda: cases_needed(0.2, 0.2), "no difference"),
        (lambda: cases_needed(20, 10), "between 0 and 1"),
        (lambda: cases_needed(0.2, 0.1, power=1), "between 0 and 1"),
        (lambda: binomial(3, 1.5), "between 0 and 1"),
        (lambda: binomial(-1, 0.5), "counted from 0"),
    ],
)
def test_what_makes_no_sense_is_refused(compute, message):
    with pytest.raises(ValueError, match=message):
        compute()
