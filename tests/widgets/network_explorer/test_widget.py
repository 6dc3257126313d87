"""The widget: whom the reader picked, and nothing else, comes from the front end."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.sociogram import alt_of
from weakties.widgets import NetworkExplorer, PhotoStudio, Prediction

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@pytest.fixture
def network():
    people = [("a", "Ana", "sales"), ("b", "Bo", "law"), ("c", "Cy", "law")]
    return NetworkExplorer(people, [("a", "b"), ("b", "c")], marked=["c"], title="Three <people>")


def test_the_marked_are_picked_at_first(network):
    assert network.picked == ["c"]


def test_a_pick_is_kept_in_its_order_and_once(network):
    network.set_state({"picked": ["b", "a", "b"]})
    assert network.picked == ["b", "a"]


@pytest.mark.parametrize("rude", ["a", ["z"], [1], None, {"a": 1}, [["a"]]])
def test_a_rude_pick_changes_nothing_and_is_sent_back(network, monkeypatch, rude):
    sent = []
    monkeypatch.setattr(network, "send_state", sent.append)
    network.set_state({"picked": rude})
    assert network.picked == ["c"]
    assert sent == ["picked"]


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.sampled_from(["ask", "spec", "nonsense"]), JUNK))
def test_no_state_from_the_front_end_changes_the_picture(state):
    network = NetworkExplorer(["a", "b"], [("a", "b")])
    before = network.get_state()
    network.set_state(state)
    assert network.get_state() == before


def test_groups_are_called_as_their_column():
    people = [{"id": "a", "industry": "law"}, {"id": "b", "industry": "health"}]
    assert NetworkExplorer(people, [], group="industry").spec["header"][1] == "Industry"


def test_the_fallback_is_the_picture_with_its_table(network):
    shown = network._repr_mimebundle_()[0]

    assert "data:image/svg+xml;base64," in shown["text/html"]
    assert alt_of(network._picture) in shown["text/html"]
    assert "Three &lt;people&gt;" in shown["text/html"]
    assert "Bo | law | 2 | Ana, Cy" in shown["text/plain"]
    assert "<details>" not in shown["text/html"]


def test_a_long_table_is_folded_in_the_fallback():
    many = NetworkExplorer([str(row) for row in range(40)], [])
    assert "<details><summary>The same as a table" in many._repr_mimebundle_()[0]["text/html"]


def test_only_a_widget_that_asks_for_the_picture_ships_it(network):
    assert "const sociogram =" in network._esm
    assert ".wt-sociogram" in network._css
    assert "const sociogram =" not in PhotoStudio()._esm
    assert ".wt-sociogram" not in PhotoStudio()._css


@pytest.fixture
def telling():
    people = [("a", "Ana"), ("b", "Bo"), ("c", "Cy"), ("d", "Di"), ("e", "Eve")]
    return NetworkExplorer(people, [("a", "b"), ("b", "c"), ("b", "d")], tells=True)


def test_a_picked_person_shows_how_far_what_is_new_travels(telling):
    assert telling.told.startswith("Pick one person")
    telling.set_state({"picked": ["a"]})
    assert "reaches 3 of 4: 1 at telling 1, 2 at telling 2. 1 never hear of it." in telling.told
    telling.set_state({"picked": ["e"]})
    assert "reaches 0 of 4. 4 never" in telling.told


def test_two_picked_people_see_one_tie_from_both_ends(telling):
    telling.set_state({"picked": ["a", "b"]})
    assert telling.told.startswith("The tie between Ana and Bo shows Ana 2 people")
    assert "Bo gets 0" in telling.told
    telling.set_state({"picked": ["e", "c"]})
    assert telling.told.startswith("A tie between Eve and Cy shows Eve 1 person")


def test_a_network_tells_only_where_it_is_asked_to(network):
    network.set_state({"picked": ["b", "a"]})
    assert network.told is None


def joined_by_zoe(**after):
    people = [("a", "Ana"), ("b", "Bo"), ("c", "Cy"), ("d", "Di")]
    return NetworkExplorer(people, [("a", "b")], newcomer="Zoe", **after)


def test_whom_a_newcomer_knows_moves_the_effective_size():
    network = joined_by_zoe()
    assert network.told.startswith("Zoe knows nobody of the 4: 3.5 sources become 4.6")
    network.set_state({"picked": ["a", "c"]})
    assert network.told.startswith("Zoe knows 2 of the 4: 3.5 sources become 3.8, 0.3 sources more")
    assert "where somebody who knows nobody here adds 1.1" in network.told
    assert network.sums == [
        ["before", "4", "1", "3.5"],
        ["with Zoe", "5", "3", "3.8"],
    ]
    network.set_state({"picked": ["a", "b", "c", "d"]})
    assert "3.5 sources become 3, 0.5 sources less." in network.told


def test_what_a_newcomer_does_waits_for_the_guess():
    guess = Prediction("demo-newcomer", "What will Zoe add?", unit="sources", between=(-1, 1))
    network = joined_by_zoe(after=guess)
    network.set_state({"picked": ["a"]})
    assert network.sums[1:] == [["with Zoe", "?", "?", "?"]]
    assert network.told == "The sums wait for your guess: commit it above, then move Zoe."

    guess.set_state({"sent": {"answer": 0.5, "sure": 3}})
    network.set_state({"picked": ["a", "c"]})
    assert network.told.startswith("Zoe knows 2 of the 4")
    assert network.sums[1] == ["with Zoe", "5", "3", "3.8"]


def test_a_newcomer_stands_where_nobody_is_and_reaches_most_from_the_middle():
    network = joined_by_zoe()
    zoe, spec = network.newcomer, network.spec
    away = [hypot(one["x"] - zoe["x"], one["y"] - zoe["y"]) for one in spec["people"]]
    assert min(away) > 50
    middle = [
        hypot(one["x"] - 360, one["y"] - network._picture.height / 2) for one in spec["people"]
    ]
    assert sum(far <= zoe["reach"] for far in middle) in {2, 3}


def test_nobody_joins_a_network_that_names_no_newcomer(network):
    assert network.newcomer == {}
    assert network.sums == []
