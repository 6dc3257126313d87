"""The network as one sorted array says the same as the plain sets it stands for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.data.world import graph as module
from weakties.data.world.graph import Graph

SIZE = 12
PAIRS = st.sets(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda p: p[0] < p[1])
)
EVERYBODY = np.arange(SIZE)


def network(pairs):
    a, b = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return Graph.empty(SIZE).with_ties(a, b)


def friends(pairs, person):
    return {a + b - person for a, b in pairs if person in (a, b)}


@given(PAIRS)
def test_a_degree_is_the_number_of_friends(pairs):
    assert network(pairs).degree.tolist() == [len(friends(pairs, p)) for p in range(SIZE)]


@given(PAIRS, st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))))
def test_mutuals_are_the_friends_that_two_people_share(pairs, asked):
    a, b = np.array(asked, dtype=np.int64).reshape(-1, 2).T
    expected = [len(friends(pairs, one) & friends(pairs, other)) for one, other in asked]
    assert network(pairs).mutuals(a, b).tolist() == expected


@given(PAIRS)
def test_two_people_are_tied_or_not_from_either_side(pairs):
    a, b = np.repeat(EVERYBODY, SIZE), np.tile(EVERYBODY, SIZE)
    tied = [(min(p), max(p)) in pairs for p in zip(a.tolist(), b.tolist(), strict=True)]
    assert network(pairs).has(a, b).tolist() == tied


@given(PAIRS, PAIRS)
def test_ties_made_later_join_those_made_before(early, late):
    late = late - early
    a, b = np.array(sorted(late), dtype=np.int64).reshape(-1, 2).T
    grown = network(early).with_ties(a, b)
    assert np.array_equal(grown.links, network(early | late).links)


@given(PAIRS, st.floats(0, 1, exclude_max=True))
def test_a_neighbor_is_a_friend_and_somebody_alone_stays_alone(pairs, luck):
    found = network(pairs).neighbor_of(EVERYBODY, np.full(SIZE, luck))
    for person, neighbor in enumerate(found.tolist()):
        assert neighbor in (friends(pairs, person) or {person})


@pytest.mark.parametrize("at_once", [1, 3, 1000])
def test_counting_in_portions_changes_no_count(at_once, monkeypatch):
    pairs = {(a, b) for a in range(SIZE) for b in range(a + 1, SIZE) if (a * b) % 3}
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    a, b = np.repeat(EVERYBODY, SIZE), np.tile(EVERYBODY, SIZE)
    expected = [
        len(friends(pairs, x) & friends(pairs, y)) for x in range(SIZE) for y in range(SIZE)
    ]
    assert network(pairs).mutuals(a, b).tolist() == expected
