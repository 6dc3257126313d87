"""What the lesson shows is grouped so that its questions can be answered from it."""

from __future__ import annotations

import pytest

from weakties.data import load
from weakties.data.strangers import shown


def test_accepting_all_is_a_straight_line_that_crosses_zero_where_a_yes_stops_paying() -> None:
    counts = shown.good_by_mutuals().sum()
    share = counts["good"] / counts["requests"]
    costs = [0, 10, 10 * share / (1 - share)]

    worths = shown.worth_by_cost(10, costs)

    assert worths["accept all"].tolist() == pytest.approx([10 * share, 20 * share - 10, 0])
    assert (worths["95% low"] < worths["accept all"]).all()
    assert (worths["accept all"] < worths["95% high"]).all()


def test_asking_falls_far_slower_than_accepting_all() -> None:
    worths = shown.worth_by_cost(10, [0, 80])
    fallen = worths.iloc[0] - worths.iloc[1]
    assert 0 < 5 * fallen["accept who answered"] < fallen["accept all"]


def test_groups_hold_every_request_once() -> None:
    requests = load("requests")
    assert shown.good_by_mutuals()["requests"].sum() == len(requests)
    assert shown.good_by_industry()["requests"].sum() == len(requests)
    none = (requests["mutuals"] == 0).sum()
    assert shown.good_by_answer()["requests"].sum() == none


def test_a_pick_stands_before_the_best_connected_and_nadia_is_spared() -> None:
    firm, ties = shown.office()
    own = firm["person_id"].iloc[-1]

    alone, beside = shown.seen_by_fake(["P0000"]), shown.seen_by_fake(["P0000", own])

    assert alone.index[0] == "best connected, 1"
    assert beside.index[0] == "your pick"
    known = ties.eq(own).any(axis=1).sum()
    assert beside.loc["your pick", ["others", "share at least 1"]].tolist() == [
        len(firm) - 1,
        known,
    ]


def test_half_is_counted_among_the_best_connected_alone() -> None:
    seen = shown.seen_by_fake([shown.office()[0]["person_id"].iloc[-1]])
    first, three = shown.friends_until_half(seen, 1), shown.friends_until_half(seen, 3)
    assert 1 <= first < three <= 5
    assert 2 * seen.iloc[-6 + three]["share at least 3"] >= seen.iloc[-6 + three]["others"]


def test_ties_that_took_an_effort_are_half_of_all_and_bring_a_third() -> None:
    """The lesson says so, and what became of the strangers who were looked up."""
    met = shown.by_beginning()
    assert met.loc[["introduction", "search"], "share of ties"].sum() == pytest.approx(50, abs=2)
    assert shown.share_by_effort(met) == pytest.approx(100 / 3, abs=2)
    assert met.loc["search", "accepted"] == pytest.approx(25, abs=1)
    assert met.loc["search", "close"] == pytest.approx(100 / 23, abs=0.1)
    for shares in ("share of ties", "share of help"):
        assert met[shares].sum() == pytest.approx(100)


def test_recruiters_gain_no_more_than_others_and_most_of_it_is_no_job_lead() -> None:
    gained = shown.gained_by_kind()
    assert gained.loc["recruiters", "all"] < gained.loc["others", "all"]
    assert (gained["job lead"] < gained["all"] / 2).all()
