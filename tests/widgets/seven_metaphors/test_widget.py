from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets import SevenMetaphors
from weakties.widgets.seven_metaphors.metaphors import METAPHORS
from weakties.widgets.seven_metaphors.model import lists_of
from weakties.widgets.seven_metaphors.people import circle_of

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
IDS = sorted(circle_of("open").people)
GUESS = {"goal": "tank", "picks": IDS[:10], "expected": 4, "sure": 3}
OWN = {"name": "real talks", "what": "talks", "form": "count", "left": 60}


@pytest.fixture
def dial():
    return SevenMetaphors()


@pytest.fixture
def opened(dial):
    dial.set_state({"prediction": GUESS})
    return dial


@pytest.fixture
def gamed(opened):
    opened.set_state({"place": "number"})
    opened.set_state({"number": OWN})
    return opened


def test_nothing_is_listed_before_the_prediction(dial):
    dial.set_state({"goal": "gang", "overlay": "tank", "together": 50, "place": "number"})
    assert (dial.goal, dial.overlay, dial.together, dial.place) == ("", "", 0, "dial")
    assert (dial.view, dial.network) == ({"stage": "ask"}, None)
    assert "points" not in str(dial.ask["groups"])


def test_the_sixty_stand_in_six_groups_with_what_a_profile_shows(dial):
    groups = dial.ask["groups"]
    assert [len(group["people"]) for group in groups] == [10] * 6
    assert "connections" in groups[0]["people"][0]["about"]
    assert len(dial.ask["best_connected"]) == 10


def test_a_prediction_turns_the_dial_to_the_chosen_goal(opened):
    listed = lists_of(circle_of("open"))["tank"]
    right = len(set(listed) & set(IDS[:10]))
    assert (opened.goal, opened.view["stage"]) == ("tank", "dial")
    assert f"Of your ten, {right} stand on its list; you expected 4" in opened.view["verdict"]
    assert opened.view["marked"] == list(listed)
    assert [row[0] for row in opened.view["rows"]] == [str(place) for place in range(1, 11)]
    assert len(opened.network["people"]) == 61


def test_an_exact_guess_is_told_so(dial):
    listed = list(lists_of(circle_of("open"))["gang"])
    dial.set_state({"prediction": GUESS | {"goal": "gang", "picks": listed, "expected": 10}})
    assert "10 stand on its list" in dial.view["verdict"]
    assert "Just what you expected." in dial.view["verdict"]


def test_a_prediction_is_made_once(opened):
    opened.set_state({"prediction": GUESS | {"goal": "gang"}})
    assert opened.prediction["goal"] == "tank"


def test_each_metaphor_turns_into_a_goal_a_number_and_a_list(opened):
    lists = set()
    for goal, metaphor in METAPHORS.items():
        opened.set_state({"goal": goal})
        assert metaphor.goal in opened.view["meaning"][0]
        assert metaphor.number in opened.view["meaning"][1]
        lists.add(tuple(row[1] for row in opened.view["rows"]))
    assert len(lists) == 7


def test_a_second_goal_leaves_the_ring_to_whom_both_share(opened):
    lists = lists_of(circle_of("open"))
    for other in ("gang", "dating", "party"):
        opened.set_state({"overlay": other})
        both = [who for who in lists["tank"] if who in lists[other]]
        assert opened.view["marked"] == both
        assert ("Nobody stands" in opened.view["status"]) == (not both)
    opened.set_state({"overlay": "tank"})
    assert opened.view["marked"] == list(lists["tank"])
    opened.set_state({"overlay": ""})
    assert "ringed in the picture" in opened.view["status"]


def test_three_lists_open_the_comparison_of_all(opened):
    assert "2 more lists" in opened.view["finding"]
    opened.set_state({"goal": "gang"})
    assert "1 more list " in opened.view["finding"]
    assert opened.view["others"] == []
    opened.set_state({"goal": "dating"})
    assert "30,000, and stands on" in opened.view["finding"]
    assert len(opened.view["others"]) == 6


def test_what_was_predicted_is_judged_in_the_world_as_it_was(opened):
    before = opened.view["verdict"]
    opened.set_state({"together": 100})
    assert opened.view["verdict"] == before
    assert opened.view["marked"] == opened.ask["best_connected"]


def test_a_number_is_gamed_in_three_moves_beside_what_was_expected(gamed):
    assert gamed.view["result"] == (
        "“real talks” is 16 times as large. Of the goal, 6 of 100 are left in this simulated "
        "world; you expected 60. Nobody has lied."
    )
    assert [row[1:] for row in gamed.view["rows"]] == [
        ["10", "100"],
        ["40", "55"],
        ["80", "53"],
        ["160", "6"],
    ]


def test_a_guard_stops_a_move_and_says_what_it_costs(gamed):
    gamed.set_state({"guards": ["drop", "cheap"]})
    assert gamed.guards == ["cheap", "drop"]
    assert [row[0].endswith("(stopped)") for row in gamed.view["rows"]] == [
        False,
        True,
        False,
        True,
    ]
    assert "2 of three moves are stopped" in gamed.view["status"]
    assert "before any move the goal stands at 90" in gamed.view["status"]
    gamed.set_state({"guards": []})
    assert "all three moves go through" in gamed.view["status"]


def test_a_share_ends_at_all_of_very_little(opened):
    opened.set_state({"place": "number"})
    opened.set_state({"number": OWN | {"form": "share"}})
    assert "went from 35% to 100%" in opened.view["result"]


def test_another_number_begins_anew_and_the_dial_is_where_it_was(gamed):
    gamed.set_state({"guards": ["bar"]})
    gamed.set_state({"place": "number"})
    assert (gamed.number, gamed.guards, gamed.view["stage"]) == (None, [], "number")
    gamed.set_state({"goal": "gang"})
    assert "a gang" in gamed.view["meaning"][0]
    gamed.set_state({"place": "dial"})
    assert (gamed.goal, gamed.view["stage"]) == ("gang", "dial")


def test_a_new_start_asks_anew(gamed):
    gamed.set_state({"restart": 1})
    assert (gamed.view, gamed.prediction, gamed.goal) == ({"stage": "ask"}, None, "")
    gamed.set_state({"prediction": GUESS | {"goal": "gang"}})
    assert "2 more lists" in gamed.view["finding"]


@pytest.mark.parametrize(
    "rude",
    [
        {"prediction": GUESS | {"goal": "zoo"}},
        {"prediction": GUESS | {"picks": IDS[:9]}},
        {"prediction": GUESS | {"picks": [*IDS[:9], IDS[0]]}},
        {"prediction": GUESS | {"picks": [*IDS[:9], "P99"]}},
        {"prediction": GUESS | {"picks": [*IDS[:9], ["P10"]]}},
        {"prediction": GUESS | {"expected": 11}},
        {"prediction": GUESS | {"expected": True}},
        {"prediction": GUESS | {"sure": 0}},
        {"prediction": GUESS | {"more": 1}},
        {"number": OWN},
        {"guards": ["bar"]},
        {"view": {"stage": "dial"}},
        {"ask": {}},
    ],
)
def test_a_rude_state_leaves_the_question_as_it_is(dial, rude):
    before = dial.get_state()
    dial.set_state(rude)
    assert dial.get_state() == before


@pytest.mark.parametrize(
    "rude",
    [
        {"number": OWN | {"name": "  "}},
        {"number": OWN | {"name": "x" * 61}},
        {"number": OWN | {"what": "likes"}},
        {"number": OWN | {"form": "rank"}},
        {"number": OWN | {"left": 101}},
        {"number": OWN | {"left": False}},
        {"guards": ["bar"]},
        {"place": "moon"},
        {"together": 101},
        {"together": 0.5},
        {"overlay": "zoo"},
        {"goal": ""},
    ],
)
def test_what_makes_no_sense_in_a_number_is_refused(opened, rude):
    opened.set_state({"place": "number"})
    before = opened.get_state()
    opened.set_state(rude)
    assert opened.get_state() == before


def test_a_number_that_is_gamed_stays_as_it_was_made(gamed):
    gamed.set_state({"number": OWN | {"left": 1}, "guards": ["luck"]})
    assert (gamed.number, gamed.guards) == (OWN, [])


@settings(deadline=None, max_examples=40)
@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("prediction", "goal", "place", "number", "guards", "together", "view"), JUNK
        ),
    )
)
def test_no_state_from_the_front_end_breaks_an_open_dial(state):
    dial = SevenMetaphors()
    dial.set_state({"prediction": GUESS})
    before = dial.get_state()
    together = state.pop("together", None)
    dial.set_state(state)
    assert dial.get_state() == before
    dial.set_state({"together": together})
    assert 0 <= dial.together <= 100


def test_what_was_refused_is_sent_back(opened, monkeypatch):
    sent = []
    monkeypatch.setattr(opened, "send_state", sent.append)
    opened.set_state({"goal": "zoo"})
    assert sent == ["goal"]


def test_the_fallback_asks_and_gives_nothing_away(opened):
    fresh, played = (w._repr_mimebundle_()[0] for w in (SevenMetaphors(), opened))
    assert fresh["text/html"] == played["text/html"]
    assert "a think tank" in fresh["text/plain"]
    for given_away in ("<script", "Points for the goal", "stands on"):
        assert given_away not in fresh["text/html"]


def test_another_edition_has_another_circle(monkeypatch):
    monkeypatch.setenv("WEAKTIES_EDITION", "dial-1")
    there = SevenMetaphors().ask["groups"]
    monkeypatch.delenv("WEAKTIES_EDITION")
    assert SevenMetaphors().ask["groups"] != there
