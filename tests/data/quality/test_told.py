"""The sizes that the lesson tells in words are those of the open edition."""

from __future__ import annotations

import math

import pytest

from weakties.data import load
from weakties.data.world.parameters import Parameters


@pytest.fixture(scope="module")
def invitations():
    sent = load("invitations")
    return sent.assign(yes=sent["accepted"] == "yes")


def test_half_of_the_first_step_in_acceptance_is_what_a_shared_connection_does(invitations):
    none = invitations.loc[invitations["mutuals"] == 0, "yes"].mean()
    few = invitations.loc[invitations["mutuals"].between(1, 4), "yes"].mean()
    planted = math.log(Parameters().mutual_acceptance) / math.log(few / none)
    assert 0.45 < planted < 0.6


def test_an_introduction_beats_a_search_like_for_like_and_loses_to_a_former_classmate(invitations):
    few = invitations[invitations["mutuals"].between(1, 4)]
    percent = (100 * few.groupby("relation")["yes"].mean()).round()
    assert percent[["introduction", "search", "school"]].to_list() == [56, 31, 66]
