"""What a wrong set of ids is told to be."""

from __future__ import annotations

import pytest

from weakties.check.rankings import what_a_set_is

TIES = {"A": 9, "B": 5, "C": 4, "D": 1}


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"A"}, ["is the one with the highest ties."]),
        ({"A", "B"}, ["are the 2 with the highest ties."]),
        ({"C", "D"}, ["are the 2 with the lowest ties."]),
        ({"B"}, ["come right after the 1 with the highest ties."]),
        ({"A", "D"}, []),
    ],
)
def test_a_set_that_is_the_end_of_a_ranking_is_told_so_and_no_other(found, told):
    assert what_a_set_is(found, {"C", "X"}, {"ties": TIES}, {}) == told


def test_a_set_that_is_a_group_is_told_its_name():
    assert what_a_set_is({"A", "D"}, {"B"}, {}, {"the hubs": {"A", "D"}}) == ["are the hubs."]


def test_those_who_do_not_belong_are_told_by_a_group_without_anybody_who_does():
    groups = {"hubs": {"A", "D"}, "people": set(TIES)}
    told = what_a_set_is({"A", "B"}, {"B"}, {}, groups)
    assert told == ["has hubs in it, who do not belong."]
    assert what_a_set_is({"C", "B"}, {"B"}, {}, groups) == []
