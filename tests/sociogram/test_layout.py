"""Layouts: finite, the same every time, readable."""

from __future__ import annotations

import math
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.networks import clusters
from weakties.sociogram.layout import GAP, layout

SHAPES = {
    "path": [(a, a + 1) for a in range(29)],
    "ring": [(a, (a + 1) % 30) for a in range(30)],
    "star": [(0, b) for b in range(1, 30)],
    "all to all": [(a, b) for a in range(30) for b in range(a + 1, 30)],
    "pairs": [(a, a + 1) for a in range(0, 30, 2)],
    "nobody": [],
    "two halves": [(a, b) for a in range(30) for b in range(a + 1, 30) if (a < 15) == (b < 15)],
}


@st.composite
def graphs(draw):
    count = draw(st.integers(1, 40))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    found = draw(st.lists(ends, max_size=2 * count))
    return count, sorted({(min(pair), max(pair)) for pair in found if pair[0] != pair[1]})


KNOWN = [
    (2.477947, 1.436118),
    (3.481607, 0.765435),
    (2.548195, 0.0),
    (1.373454, 0.662315),
    (0.0, 0.595133),
]


def distances(places, pairs):
    return [math.dist(places[a], places[b]) for a, b in pairs]


def all_pairs(places):
    return [(a, b) for a in range(len(places)) for b in range(a + 1, len(places))]


@settings(deadline=None, max_examples=150)
@given(graphs())
def test_places_are_finite_the_same_each_time_and_never_twice(graph):
    places = layout(*graph)

    assert len(places) == graph[0]
    assert all(math.isfinite(value) and value > -1 for place in places for value in place)
    assert layout(*graph) == places
    assert min(distances(places, all_pairs(places)), default=1) > GAP / 2


@pytest.mark.parametrize("pairs", SHAPES.values(), ids=SHAPES)
def test_networks_of_every_shape_keep_their_nodes_apart(pairs):
    places = layout(30, pairs)

    assert min(distances(places, all_pairs(places))) > 0.9 * GAP


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("count", [24, 60, 200])
def test_those_who_are_tied_stand_closer_than_others(seed, count):
    pairs = clusters(Random(seed), count)
    places = layout(count, pairs)

    assert fmean(distances(places, pairs)) < 0.6 * fmean(distances(places, all_pairs(places)))


def test_a_ring_is_drawn_as_a_ring():
    places = layout(30, SHAPES["ring"])
    center = tuple(fmean(axis) for axis in zip(*places, strict=True))
    radii = [math.dist(center, place) for place in places]

    assert max(radii) < 1.25 * min(radii)


def test_two_parts_do_not_lie_on_each_other():
    places = layout(30, SHAPES["two halves"])
    one, other = places[:15], places[15:]

    assert max(x for x, _ in one) < min(x for x, _ in other) or max(y for _, y in one) < min(
        y for _, y in other
    )


def test_those_without_ties_stand_in_rows_below_the_rest():
    places = layout(12, [(0, 1), (1, 2)])

    assert min(y for _, y in places[3:]) > max(y for _, y in places[:3])
    assert len({y for _, y in places[3:]}) <= 3


def test_a_layout_has_the_same_digits_on_every_machine():
    # Only operations that every machine rounds alike are used.
    places = layout(5, [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4)])

    assert [(round(x, 6), round(y, 6)) for x, y in places] == KNOWN
