"""The measures: known values, bounds that always hold, and what is refused."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.measures import (
    Confusion,
    acceptance_threshold,
    blau_index,
    corrected_item_total_correlations,
    effective_number,
    effective_size,
    ei_index,
    expected_novelty,
    fisher_interval,
    median_interval,
    odds_ratio,
    poisson_tail,
    risk_ratio,
    wilson_interval,
)

COUNTS = st.lists(st.integers(0, 10**6), min_size=1).filter(any)


@given(COUNTS)
def test_diversity_lies_between_one_type_and_all_types_of_equal_size(counts):
    types = sum(count > 0 for count in counts)

    assert -1e-9 <= blau_index(counts) <= 1 - 1 / types + 1e-9
    assert 1 - 1e-9 <= effective_number(counts) <= types + 1e-6


@given(COUNTS, st.integers(2, 50))
def test_diversity_does_not_depend_on_the_size_of_the_group(counts, factor):
    larger = [count * factor for count in counts]

    assert blau_index(larger) == pytest.approx(blau_index(counts), abs=1e-9)
    assert effective_number(larger) == pytest.approx(effective_number(counts))


@pytest.mark.parametrize("counts", [[], [0, 0], [-1, 2], [math.nan], [math.inf, 1]])
@pytest.mark.parametrize("measure", [blau_index, effective_number])
def test_a_group_that_can_not_be_is_refused(measure, counts):
    with pytest.raises(ValueError, match=r"counted|count"):
        measure(counts)


def test_diversity_of_huge_counts_does_not_overflow():
    assert blau_index([1e308, 1e308]) == pytest.approx(0.5)


@given(st.integers(0, 500), st.integers(0, 500))
def test_wilsons_interval_holds_the_share_and_stays_within_0_and_1(hits, misses):
    cases = hits + misses
    low, high = wilson_interval(hits, cases)

    assert 0 <= low <= high <= 1
    if cases:
        assert low - 1e-12 <= hits / cases <= high + 1e-12


@given(st.integers(1, 300), st.integers(0, 300))
def test_more_cases_make_wilsons_interval_narrower(hits, misses):
    def width(times):
        low, high = wilson_interval(times * hits, times * (hits + misses))
        return high - low

    assert width(10) < width(1)


@pytest.mark.parametrize(("hits", "cases"), [(-1, 5), (6, 5), (0, -1)])
def test_hits_outside_the_cases_are_refused(hits, cases):
    with pytest.raises(ValueError, match="hits"):
        wilson_interval(hits, cases)


# Conover (1999), table A3 of the binomial: P(X < r) at most 0.025 for n trials with chance 1/2.
@pytest.mark.parametrize(("count", "rank"), [(5, 0), (6, 1), (8, 1), (9, 2), (20, 6), (50, 18)])
def test_the_interval_of_the_median_ends_at_the_tabled_ranks(count, rank):
    found = median_interval(range(1, count + 1))

    assert found.lower == (rank or None)
    assert found.upper == (count + 1 - rank if rank else None)


def test_the_interval_of_a_median_of_many_values_is_found():
    found = median_interval(range(100_001))

    assert found.median == 50_000
    assert found.lower == pytest.approx(50_000 - 310, abs=2)  # 1.96 * sqrt(n) / 2


@pytest.mark.parametrize("values", [[], [1.0, math.nan]])
def test_a_median_of_nothing_is_refused(values):
    with pytest.raises(ValueError, match="median"):
        median_interval(values)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_share_is_refused(level):
    with pytest.raises(ValueError, match=r"0\.95"):
        median_interval([1, 2], level=level)
    with pytest.raises(ValueError, match=r"0\.95"):
        wilson_interval(1, 2, level=level)


@given(st.integers(0, 200), st.floats(0, 200))
def test_the_tail_is_a_chance_and_falls_as_the_count_grows(count, rate):
    here, further = poisson_tail(count, rate), poisson_tail(count + 1, rate)

    assert 0 <= further <= here + 1e-9 <= 1 + 1e-9


def test_the_tail_keeps_its_digits_far_out():
    assert poisson_tail(30, 1) == pytest.approx(1.4326e-33, rel=1e-3)


@pytest.mark.parametrize(("count", "rate"), [(-1, 1), (1, -1), (1, math.inf)])
def test_a_count_that_can_not_be_is_refused(count, rate):
    with pytest.raises(ValueError, match="finite"):
        poisson_tail(count, rate)


AMOUNTS = st.floats(0.001, 1e300)
SHARES = st.tuples(st.integers(1, 999), st.integers(1000, 10**6))


@given(AMOUNTS, AMOUNTS)
def test_at_the_threshold_accepting_and_declining_are_worth_the_same(value, cost):
    good = acceptance_threshold(value, cost)
    assert 0 <= good <= 1
    assert good * (value / cost) == pytest.approx(1 - good, abs=1e-9)


@pytest.mark.parametrize("amounts", [(0, 0), (-1, 2), (2, -1), (math.nan, 1), (1, math.inf)])
def test_a_value_and_a_cost_that_can_not_be_are_refused(amounts):
    with pytest.raises(ValueError, match=r"finite numbers|nothing is at stake"):
        acceptance_threshold(*amounts)


@given(st.integers(1, 500), st.integers(1, 500), AMOUNTS, AMOUNTS)
def test_accepting_all_pays_exactly_above_the_threshold(good, bad, value, cost):
    everybody = Confusion(good, 0, bad, 0)
    margin = everybody.precision - acceptance_threshold(value, cost)
    worth = everybody.expected_value(value, cost) / max(value, cost)
    assert worth * margin >= 0 or abs(margin) < 1e-9


def test_a_rule_that_accepts_nobody_has_no_precision_and_is_worth_nothing():
    nobody = Confusion(0, 20, 0, 10)
    assert (nobody.precision, nobody.recall) == (None, 0)
    assert nobody.expected_value(10, 100) == 0
    assert Confusion(0, 0, 3, 4).recall is None
    with pytest.raises(ValueError, match="nothing to expect"):
        Confusion(0, 0, 0, 0).expected_value(1, 1)


@given(SHARES, SHARES)
def test_the_odds_ratio_lies_further_from_1_than_the_risk_ratio(one, other):
    risk, odds = risk_ratio(*one, *other), odds_ratio(*one, *other)
    assert (odds >= risk - 1e-9) if risk >= 1 else (odds <= risk + 1e-9)


@given(SHARES, SHARES)
def test_comparing_the_other_way_round_gives_the_reciprocal(one, other):
    assert risk_ratio(*one, *other) * risk_ratio(*other, *one) == pytest.approx(1)
    assert odds_ratio(*one, *other) * odds_ratio(*other, *one) == pytest.approx(1)


@pytest.mark.parametrize("counts", [(3, 2, 1, 2), (-1, 2, 1, 2), (1, 2, 1, 0), (1, 2, 0, 5)])
@pytest.mark.parametrize("ratio", [risk_ratio, odds_ratio])
def test_groups_that_can_not_be_compared_are_refused(ratio, counts):
    with pytest.raises(ValueError, match=r"can't be|nothing to compare|can't be compared"):
        ratio(*counts)


def test_odds_need_somebody_of_whom_it_is_not_true():
    assert risk_ratio(5, 5, 1, 2) == 2
    with pytest.raises(ValueError, match="never or always"):
        odds_ratio(5, 5, 1, 2)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_ei_index_turns_round_with_its_two_sides(external, internal):
    if external + internal:
        assert -1 <= ei_index(external, internal) <= 1
        assert ei_index(external, internal) == pytest.approx(-ei_index(internal, external))


@pytest.mark.parametrize("counts", [(0, 0), (-1, 2), (math.nan, 1), (1, math.inf)])
def test_ties_that_can_not_be_counted_are_refused(counts):
    with pytest.raises(ValueError, match="ties"):
        ei_index(*counts)


CONTACTS = st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1)))


@given(CONTACTS)
def test_novelty_is_diversity_times_bandwidth_and_never_more_than_what_is_heard(contacts):
    novelty = expected_novelty(contacts)

    assert 0 <= novelty.share_new <= 1
    assert novelty.total == pytest.approx(sum(b * p for b, p in contacts), abs=1e-6)
    assert novelty.total <= novelty.bandwidth + 1e-6


@pytest.mark.parametrize("contact", [(-1, 0.5), (math.inf, 0.5), (math.nan, 0.5), (1, 1.5)])
def test_a_contact_that_can_not_be_is_refused(contact):
    with pytest.raises(ValueError, match="chance"):
        expected_novelty([contact])


ANSWERS = st.integers(2, 6).flatmap(
    lambda items: st.lists(
        st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=items, max_size=items),
        min_size=3,
        max_size=30,
    )
)


@given(ANSWERS)
def test_an_items_correlation_with_the_rest_is_pearsons(shares):
    found = corrected_item_total_correlations(shares)

    table = pd.DataFrame(shares)
    for item, r in enumerate(found):
        rest = table.drop(columns=item).sum(axis="columns")
        if table[item].nunique() == 1 or rest.nunique() == 1:
            assert r is None
        else:
            assert r == pytest.approx(table[item].corr(rest), abs=1e-9)


@given(ANSWERS, st.floats(0.1, 100))
def test_the_unit_of_the_points_does_not_move_an_items_correlation(shares, unit):
    weights = [float(place + 1) for place in range(len(shares[0]))]
    larger = [weight * unit for weight in weights]

    assert corrected_item_total_correlations(shares, larger) == [
        None if r is None else pytest.approx(r, abs=1e-9)
        for r in corrected_item_total_correlations(shares, weights)
    ]


@given(ANSWERS, st.data())
def test_whom_an_item_is_unknown_of_does_not_count_for_it(shares, data):
    item = data.draw(st.integers(0, len(shares[0]) - 1))
    stranger = [1.0] * len(shares[0])
    stranger[item] = None

    with_stranger = corrected_item_total_correlations([*shares, stranger])[item]
    assert with_stranger == corrected_item_total_correlations(shares)[item]


def test_an_item_that_only_rounding_tells_apart_is_undefined():
    shares = [[1.0, 0.1, 0.2, 0.3], [0.0, 0.3, 0.2, 0.1], [1.0, 0.2, 0.1, 0.3]]

    assert corrected_item_total_correlations(shares)[0] is None


@pytest.mark.parametrize("persons", [[], [[1.0, 0.0]], [[1.0, 0.0], [0.0, 1.0]]])
def test_fewer_than_three_persons_tell_nothing_of_an_item(persons):
    assert corrected_item_total_correlations(persons, [1, 1]) == [None, None]


@pytest.mark.parametrize(
    ("shares", "weights"),
    [([[1.0, 0.0], [1.0]], None), ([[1.0, 0.0]], [1]), ([[1.0, 0.0]], [1, 0]), ([[math.nan]], [1])],
)
def test_a_test_that_can_not_be_is_refused(shares, weights):
    with pytest.raises(ValueError, match=r"item|weight|share"):
        corrected_item_total_correlations(shares, weights)


@given(st.floats(-1, 1), st.integers(4, 10_000))
def test_fishers_interval_holds_the_correlation_and_more_pairs_make_it_narrower(r, cases):
    low, high = fisher_interval(r, cases)
    narrow_low, narrow_high = fisher_interval(r, 10 * cases)

    assert -1 <= low <= r + 1e-12
    assert r - 1e-12 <= high <= 1
    assert narrow_high - narrow_low <= high - low + 1e-12


def test_the_interval_of_a_share_with_partial_credit_lies_between_its_neighbors():
    assert wilson_interval(2.5, 5) == pytest.approx(
        tuple(
            sum(pair) / 2 for pair in zip(wilson_interval(2, 5), wilson_interval(3, 5), strict=True)
        ),
        abs=0.01,
    )


@given(st.integers(1, 60), st.data())
def test_effective_size_lies_between_one_source_and_all_contacts(contacts, data):
    ties = data.draw(st.integers(0, contacts * (contacts - 1) // 2))

    assert 1 - 1e-9 <= effective_size(contacts, ties) <= contacts
    with pytest.raises(ValueError, match="do not fit"):
        effective_size(contacts, contacts * (contacts - 1) // 2 + 1)
