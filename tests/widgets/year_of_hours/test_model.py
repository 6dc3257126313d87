from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.data import about
from weakties.widgets.year_of_hours.model import (
    BRIDGES,
    EMBEDDED,
    GARDEN,
    GOAL,
    HOURS,
    RACE,
    START,
    WEEKS,
    Week,
    carries,
    garden_wins,
    opportunities,
    turning_points,
    week_of,
    year,
)
from weakties.widgets.year_of_hours.planted import LIMITS, Planted, as_planted

PLANTED = as_planted()
WORLDS = st.builds(Planted, *(st.integers(*limits) for limits in LIMITS.values()))
KINDS_OF_WEEK = (
    st.lists(st.integers(0, HOURS), min_size=4, max_size=4)
    .map(sorted)
    .map(lambda until: Week(*(b - a for a, b in zip([0, *until], until, strict=False))))
)
PLANS = st.tuples(*[KINDS_OF_WEEK] * 4)
READING = (Week(0, 0, 0, 0),) * 4


@settings(deadline=None, max_examples=60)
@given(PLANS, WORLDS)
def test_counts_never_fall_and_nobody_is_in_touch_who_is_not_connected(plan, planted):
    states = year(plan, planted)

    assert len(states) == WEEKS + 1
    for before, after in itertools.pairwise(states):
        assert after.connections >= before.connections
        assert after.opportunities >= before.opportunities
        assert after.bridges >= 0
        assert after.embedded >= 0
        assert after.in_touch <= after.connections + 1e-9


def test_in_this_world_the_way_that_is_at_400_first_has_fewer_opportunities_after_a_year():
    race, garden = year(RACE, PLANTED), year(GARDEN, PLANTED)
    assert week_of(race) == 13
    assert week_of(garden) is None
    assert 190 <= garden[-1].connections <= 210
    assert garden[-1].opportunities > race[-1].opportunities + 2


def test_once_both_do_the_same_they_bring_about_the_same():
    race, garden = (
        states[-1].opportunities - states[39].opportunities
        for states in (year(RACE, PLANTED), year(GARDEN, PLANTED))
    )
    assert race == pytest.approx(garden, abs=0.5)


def test_untended_ties_fade_by_their_half_lives():
    states = year(READING, PLANTED)
    assert states[PLANTED.bridge].bridges == pytest.approx(BRIDGES / 2)
    assert states[WEEKS].embedded == pytest.approx(EMBEDDED * 0.5 ** (WEEKS / PLANTED.embedded))
    assert states[WEEKS].connections == START


def test_nine_in_ten_untended_bridges_are_gone_after_a_year():
    size_of = about("tie_spans").size_of
    assert pytest.approx(size_of("bridge_half_life") * 52 / 12, abs=0.5) == PLANTED.bridge
    assert pytest.approx(size_of("embedded_half_life") * 52 / 12, abs=0.5) == PLANTED.embedded
    assert year(READING, PLANTED)[-1].bridges == pytest.approx(BRIDGES / 10, abs=0.3)


def test_attention_is_a_budget_more_ties_lose_more_from_the_same_hours():
    tending = Week(0, 0, 2, 0)
    few, many = (year((Week(hours, 0, 0, 0), *[tending] * 3), PLANTED) for hours in (1, HOURS))
    lost = [1 - states[26].in_touch / states[13].in_touch for states in (few, many)]
    assert lost[1] > lost[0] + 0.1


def test_comments_miss_more_often_the_more_connections_are_out_of_touch():
    only_comments = (Week(0, 1, 0, 0),) * 4
    known = year(only_comments, PLANTED)[WEEKS].in_touch
    tended_by_message = year((Week(0, 0, 1, 0),) * 4, PLANTED)[WEEKS].in_touch
    assert known < tended_by_message


def test_reading_alone_brings_least_and_asking_most():
    plans = {
        "reading": READING,
        "asking": (Week(0, 0, 2, 3),) * 4,
        "inviting": (Week(5, 0, 0, 0),) * 4,
    }
    came = {name: opportunities(plan, PLANTED) for name, plan in plans.items()}
    assert came["reading"] < came["inviting"] < came["asking"]


def test_some_plan_of_a_learner_beats_both_ways():
    best = (Week(1, 0, 3, 1), *[Week(0, 0, 2, 3)] * 3)
    assert opportunities(best, PLANTED) > opportunities(GARDEN, PLANTED) + 5


def test_what_carries_the_result_is_what_silent_connections_bring_and_no_published_number():
    points = turning_points(PLANTED)
    assert set(points) == set(LIMITS)
    assert carries(points, PLANTED) == "silent"
    assert points["bridge"] is points["tended"] is None


def test_a_turning_point_is_the_nearest_value_at_which_the_other_way_wins():
    for field, value in turning_points(PLANTED).items():
        if value is None:
            continue
        at = getattr(PLANTED, field)
        step = 1 if value > at else -1
        assert not garden_wins(PLANTED._replace(**{field: value}))
        assert garden_wins(PLANTED._replace(**{field: value - step}))


def test_where_the_race_wins_the_points_say_where_it_no_longer_does():
    world = PLANTED._replace(silent=6)
    assert not garden_wins(world)
    points = turning_points(world)
    assert points["silent"] == turning_points(PLANTED)["silent"] - 1


def test_nothing_carries_where_nothing_can_turn_it():
    assert carries(dict.fromkeys(LIMITS), PLANTED) is None


def test_the_goal_is_that_of_the_essay():
    assert (GOAL, START) == (400, 150)
