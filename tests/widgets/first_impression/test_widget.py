from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets import FirstImpression
from weakties.widgets.first_impression.model import PHOTOS, order
from weakties.widgets.portrait import describe

PREDICTION = {"changed": 2, "spread": "less", "sure": 4}
RATINGS = st.lists(st.integers(1, 9), min_size=9, max_size=9)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@pytest.fixture
def fresh():
    return FirstImpression()


@pytest.fixture
def begun(fresh):
    fresh.set_state({"prediction": PREDICTION})
    return fresh


def play(widget, first, second, ms=100.0):
    """Rate photo by photo as the front end does."""
    for k in range(9):
        widget.set_state({"flashes": [ms] * (k + 1), "first": first[: k + 1]})
    for k in range(9):
        widget.set_state({"second": second[: k + 1]})


def test_no_photo_is_shown_before_the_prediction(fresh):
    fresh.set_state({"first": [5]})
    assert fresh.view == {"stage": "ask"}
    assert fresh.first == []


def test_the_prediction_begins_the_first_look(begun):
    assert begun.view["stage"] == "first"
    assert begun.view["progress"] == "Photo 1 of 9."


def test_only_the_photo_of_the_moment_is_in_the_browser(begun):
    shown = PHOTOS[order(1)[0]]
    sent = str(begun.get_state())
    assert describe(shown) in sent
    assert not any(describe(photo) in sent for photo in PHOTOS if photo != shown)


def test_nine_ratings_lead_to_the_second_look_in_another_order(begun):
    shown = []
    for k in range(9):
        shown.append(begun.view["svg"])
        begun.set_state({"first": [5] * (k + 1)})
    assert begun.view["stage"] == "second"
    again = []
    for k in range(9):
        again.append(begun.view["svg"])
        begun.set_state({"second": [5] * (k + 1)})
    assert sorted(shown) == sorted(again)
    assert shown != again
    assert begun.view["stage"] == "result"


def test_the_result_stands_beside_the_prediction(begun):
    play(begun, [5] * 9, [8, 8, 8, *[5] * 6])
    assert begun.view["status"].startswith(
        "3 of your 9 ratings changed by more than one point; you predicted 2."
    )
    assert "4 of 5 sure" in begun.view["status"]
    assert "agreement is not accuracy" in begun.view["not_said"]


def test_the_time_on_screen_is_the_measured_one(begun):
    play(begun, [5] * 9, [5] * 9, ms=116.7)
    assert "117 ms each" in begun.view["timing"]
    begun.set_state({"restart": 1})
    begun.set_state({"prediction": PREDICTION, "flashes": [100, 133.4]})
    begun.set_state({"first": [5] * 9})
    begun.set_state({"second": [5] * 9})
    assert "117 ms on average, from 100 to 133 ms" in begun.view["timing"]


@settings(deadline=None, max_examples=40)
@given(RATINGS, RATINGS)
def test_any_ratings_have_a_result(first, second):
    widget = FirstImpression()
    widget.set_state({"prediction": PREDICTION})
    play(widget, first, second)
    assert len(widget.view["rows"]) == 9
    assert widget.view["scatter"].count("wt-mark") == 9 + 3
    assert widget.view["strips"].count("wt-mark") == 9


def test_the_ratings_are_readable_from_python_photo_by_photo(begun):
    begun.set_state({"flashes": [99.5], "first": [7]})
    assert begun.ratings == [
        {
            "photo": describe(PHOTOS[order(1)[0]]),
            "person": describe(PHOTOS[order(1)[0]]).partition(",")[0],
            "first": 7,
            "second": None,
            "flash_ms": 99.5,
        }
    ]
    play(begun, [7, 1, 2, 3, 4, 5, 6, 8, 9], [9] * 9)
    assert [row["second"] for row in begun.ratings] == [9] * 9
    assert [row["photo"] for row in begun.ratings] == [describe(photo) for photo in PHOTOS]


def test_a_new_start_forgets_everything(begun):
    play(begun, [5] * 9, [6] * 9)
    begun.set_state({"restart": 1})
    assert (begun.prediction, begun.first, begun.second, begun.flashes) == (None, [], [], [])
    assert begun.view == {"stage": "ask"}
    begun.set_state({"prediction": PREDICTION})
    assert begun.view["stage"] == "first"


@pytest.mark.parametrize(
    "rude",
    [
        {"first": [0]},
        {"first": [10]},
        {"first": [True]},
        {"first": [5.5]},
        {"first": [5] * 10},
        {"first": "5"},
        {"second": [5]},
        {"flashes": [float("nan")]},
        {"flashes": [-1]},
        {"flashes": [100] * 10},
        {"restart": 7},
        {"restart": True},
        {"prediction": {"changed": 3, "spread": "more", "sure": 1}},
        {"view": {"stage": "result"}},
    ],
)
def test_a_rude_state_changes_nothing(begun, rude):
    before = begun.get_state()
    begun.set_state(rude)
    assert begun.get_state() == before


@pytest.mark.parametrize(
    "rude",
    [
        {"changed": 10, "spread": "less", "sure": 3},
        {"changed": True, "spread": "less", "sure": 3},
        {"changed": 3, "spread": "lots", "sure": 3},
        {"changed": 3, "spread": "less", "sure": 0},
        {"changed": 3, "spread": ["less"], "sure": 3},
        {"changed": 3},
        [],
    ],
)
def test_half_a_prediction_is_none(fresh, rude):
    fresh.set_state({"prediction": rude})
    assert fresh.prediction is None


def test_a_rating_that_was_given_stays(begun):
    begun.set_state({"first": [5]})
    begun.set_state({"first": [9, 4]})
    assert begun.first == [5]


@settings(deadline=None, max_examples=60)
@given(
    st.dictionaries(st.sampled_from(["prediction", "flashes", "first", "second", "restart"]), JUNK)
)
def test_no_state_from_the_front_end_raises(state):
    widget = FirstImpression()
    widget.set_state({"prediction": PREDICTION})
    widget.set_state(state)
    assert widget.view["stage"] in {"ask", "first"}


def test_the_fallback_asks_and_shows_no_photo(begun):
    play(begun, [5] * 9, [6] * 9)
    bundle = begun._repr_mimebundle_()[0]
    assert bundle["text/plain"] == FirstImpression()._repr_mimebundle_()[0]["text/plain"]
    assert 'alt="Each photo of the first look in four steps' in bundle["text/html"]
    assert "<script" not in bundle["text/html"]
    for given_away in ("Robin", "SD", "correlat"):
        assert given_away not in bundle["text/plain"]
