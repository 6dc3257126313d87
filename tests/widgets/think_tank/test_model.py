from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets.think_tank.model import (
    PLACES,
    Assumptions,
    chance_of_news,
    gauges,
    minutes_each,
    tied_pairs,
)
from weakties.widgets.think_tank.people import Person, World, sixty
from weakties.widgets.think_tank.presets import PRESETS, best_connected, most_diverse
from weakties.widgets.think_tank.search import best_found

WORLD = sixty("open")
USUAL = Assumptions()
CHOICES = st.lists(st.sampled_from(sorted(WORLD.people)), min_size=1, max_size=PLACES, unique=True)


def person(name, industry="health", connections=80):
    return Person(name, name, industry, "Firm", "design", connections, 0)


def world(*people, ties=()):
    return World({p.id: p for p in people}, frozenset(ties))


def test_two_people_by_hand():
    # Two from health who don't know each other: 360 − 20 minutes are 170 for each, 11.33 exchanges
    # at half attention; half of the picks are somebody else of the industry: 40% × (1 − 1/2).
    result = gauges(world(person("a"), person("b")), ["a", "b"], USUAL)
    assert result.minutes == 170
    assert result.bandwidth == pytest.approx(2 * 170 / 15 / 2)
    assert result.share_new == pytest.approx(0.2)
    assert result.novelty == pytest.approx(0.2 * 2 * 170 / 15 / 2)
    assert (result.blau, result.effective_size, result.connections) == (0, 2, 160)


def test_somebody_of_ones_own_trade_needs_no_reading_up_and_tells_less_that_is_new():
    colleague = world(person("a", "software"))
    assert gauges(colleague, ["a"], USUAL).minutes == 360
    assert chance_of_news(colleague, colleague.people["a"], colleague.people.values(), USUAL) == 0.2


@pytest.mark.parametrize(("ties", "left"), [([], 0.4), ([("a", "b")], 0.4 * 2 / 3)])
def test_a_tie_between_two_picks_makes_both_tell_less_that_is_new(ties, left):
    three = world(person("a"), person("b", "retail"), person("c", "energy"), ties=ties)
    for who in ("a", "b"):
        chance = chance_of_news(three, three.people[who], three.people.values(), USUAL)
        assert chance == pytest.approx(left)


@settings(deadline=None, max_examples=60)
@given(CHOICES)
def test_size_and_constraint_are_those_of_networkx(picks):
    result = gauges(WORLD, picks, USUAL)
    network = nx.Graph([*tied_pairs(WORLD, picks), *(("me", pick) for pick in picks)])
    assert result.effective_size == pytest.approx(nx.effective_size(network, ["me"])["me"])
    assert result.constraint == pytest.approx(nx.constraint(network, ["me"])["me"])


@settings(deadline=None, max_examples=60)
@given(CHOICES)
def test_gauges_stay_within_their_bounds(picks):
    result = gauges(WORLD, picks, USUAL)
    assert 0 <= result.blau < 0.9
    assert 1 <= result.effective_size <= result.picked == len(picks)
    assert 0 <= result.share_new <= 0.4 + 1e-9
    assert result.novelty == pytest.approx(result.share_new * result.bandwidth)


@settings(deadline=None, max_examples=40)
@given(CHOICES)
def test_the_order_of_picking_makes_no_difference(picks):
    assert gauges(WORLD, picks, USUAL) == pytest.approx(gauges(WORLD, picks[::-1], USUAL))


@settings(deadline=None, max_examples=40)
@given(CHOICES)
def test_more_hours_bring_more_and_more_reading_brings_less(picks):
    usual = gauges(WORLD, picks, USUAL).novelty
    assert gauges(WORLD, picks, replace(USUAL, hours=12)).novelty >= usual
    assert gauges(WORLD, picks, replace(USUAL, reading=40)).novelty <= usual


def test_time_never_falls_below_nothing():
    assert minutes_each(12, 9, replace(USUAL, hours=1)) == 0
    assert gauges(WORLD, most_diverse(WORLD), replace(USUAL, hours=1)).novelty == 0


def test_nobody_is_no_choice():
    with pytest.raises(ValueError, match="Nobody"):
        gauges(WORLD, [], USUAL)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_ready_made_choice_has_twelve_different_people_of_the_sixty(preset):
    picks = PRESETS[preset].choose(WORLD)
    assert len(set(picks)) == PLACES
    assert set(picks) <= set(WORLD.people)


EDITIONS = pytest.mark.parametrize("edition", ["open", "tank-1", "tank-2", "tank-3"])


@EDITIONS
def test_the_best_connected_are_nearly_redundant_though_their_industries_are_mixed(edition):
    result = gauges(sixty(edition), best_connected(sixty(edition)), USUAL)
    assert result.effective_size < 4
    assert result.blau > 0.6


@EDITIONS
def test_the_most_diverse_get_little_time_each_and_are_beaten_by_a_mix(edition):
    diverse = gauges(sixty(edition), most_diverse(sixty(edition)), USUAL)
    found = gauges(sixty(edition), best_found(edition, USUAL), USUAL)
    assert diverse.industries == 9
    assert diverse.minutes == 15
    assert diverse.effective_size > 11
    assert found.novelty > 1.2 * diverse.novelty
    assert found.minutes > diverse.minutes


def test_without_reading_up_nothing_speaks_against_more_industries():
    free = replace(USUAL, reading=0)
    found = gauges(WORLD, best_found("open", free), free)
    assert found.industries > gauges(WORLD, best_found("open", USUAL), USUAL).industries


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(sorted(WORLD.people)), min_size=12, max_size=12, unique=True))
def test_no_twelve_drawn_by_chance_beat_the_search(picks):
    found = gauges(WORLD, best_found("open", USUAL), USUAL)
    assert gauges(WORLD, picks, USUAL).novelty <= found.novelty


def test_the_search_knows_what_it_found():
    assert len(set(best_found("open", USUAL))) == PLACES
    swapped = [*best_found("open", USUAL)[1:]]
    rest = set(WORLD.people) - set(best_found("open", USUAL))
    best = gauges(WORLD, best_found("open", USUAL), USUAL).novelty
    assert all(gauges(WORLD, [*swapped, who], USUAL).novelty <= best + 1e-9 for who in rest)


def test_with_three_hours_a_month_those_closest_to_home_beat_the_most_diverse():
    def novelty(preset, hours):
        return gauges(WORLD, PRESETS[preset].choose(WORLD), replace(USUAL, hours=hours)).novelty

    assert novelty("closest", 3) > novelty("most-diverse", 3)
    assert novelty("closest", 4) < novelty("most-diverse", 4)


def test_the_more_reading_up_the_fewer_industries_the_search_picks():
    picked = [
        gauges(WORLD, best_found("open", assumed), assumed).industries
        for assumed in (replace(USUAL, reading=minutes) for minutes in (0, 20, 40))
    ]
    assert picked == sorted(picked, reverse=True)
    assert picked[0] > picked[-1]
