from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets import YearOfHours
from weakties.widgets.year_of_hours.planted import LIMITS
from weakties.widgets.year_of_hours.words import SETTINGS, with_unit

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
PREDICTION = {"more": "race", "sure": 3}
YEAR = {"plan": [[2, 1, 1, 1]] * 4, "connections": 300, "opportunities": 10}


@pytest.fixture
def fresh():
    return YearOfHours()


@pytest.fixture
def planning(fresh):
    fresh.set_state({"prediction": PREDICTION})
    return fresh


@pytest.fixture
def lived(planning):
    planning.set_state({"years": [YEAR]})
    return planning


@pytest.fixture
def opened(lived):
    lived.set_state({"guess": "bridge"})
    return lived


def assume(widget, **parts):
    widget.set_state({"planted": widget.planted | parts})


def test_nothing_is_shown_before_prediction_and_plan(fresh):
    assert fresh.view == {"stage": "ask"}
    fresh.set_state({"years": [YEAR]})
    assert fresh.view == {"stage": "ask"}
    fresh.set_state({"prediction": PREDICTION})
    assert fresh.view == {"stage": "plan", "before": None}


def test_the_year_is_told_beside_what_was_said(lived):
    view = lived.view
    assert view["stage"] == "year"
    assert "You had said 400 first, and were 3 of 5 sure." in view["result"]
    assert "16.3 opportunities" in view["result"]
    assert "19.6: 3.3 more." in view["result"]
    assert "566 connections (you said 300)" in view["own"]
    assert "(you said 10)" in view["own"]
    assert [row[0] for row in view["rows"]] == ["You", "400 first", "Near 200"]
    assert "turns" not in view


def test_the_assumptions_open_after_the_guess_and_one_is_said_to_carry(opened):
    view = opened.view
    assert view["stage"] == "world"
    assert view["verdict"].startswith("As assumed now, stopping near 200 wins. What carries it")
    assert "at 3, all else the same" in view["verdict"]
    assert "You had said “half of the untended bridges" in view["verdict"]
    said = {row[0]: row[3] for row in view["turns"]}
    assert said[SETTINGS["silent"][0]] == "moved least: it carries the result"
    assert said[SETTINGS["bridge"][0]] == "can't turn it"


def test_moving_what_carries_it_turns_the_result(opened):
    assume(opened, silent=4)
    assert opened.view["verdict"].startswith("As assumed now, reaching 400 first is no worse")
    assert "fewer" in opened.view["result"]
    assume(opened, silent=0)
    assert "3.3 more" in opened.view["result"]


def test_where_nothing_alone_can_turn_it_it_says_so(opened):
    assume(opened, silent=12, asked=0, per_hour=12)
    assert "No assumption turns that alone" in opened.view["verdict"]


def test_a_second_plan_begins_with_the_first_and_both_stay_in_the_table(opened):
    opened.set_state({"replanned": 1})
    assert opened.view == {"stage": "plan", "before": YEAR["plan"]}
    second = YEAR | {"plan": [[0, 0, 2, 3]] * 4}
    opened.set_state({"years": [YEAR, second]})
    assert opened.view["stage"] == "world"
    assert [row[0] for row in opened.view["rows"][:2]] == ["You, the 2nd plan", "You"]


def test_tables_have_a_heading_for_each_cell(opened):
    for rows, header in (("rows", "header"), ("turns", "turn_header")):
        assert {len(row) for row in opened.view[rows]} == {len(opened.ask[header])}


def test_the_drawing_says_in_words_what_it_shows(lived):
    drawn = lived.view["chart"]
    assert 'role="img"' in drawn
    assert "Connections after 52 weeks: you 566.0, 400 first 410.0, Near 200 202.0." in drawn
    assert drawn.count('class="wt-line') == 6


@pytest.mark.parametrize("field", LIMITS)
def test_no_assumption_leaves_its_limits(opened, field):
    low, high = LIMITS[field]
    kept = opened.planted[field]
    for value in (low - 1, high + 1, 3.0, True, None):
        assume(opened, **{field: value})
    assert opened.planted[field] == kept


@pytest.mark.parametrize(
    "rude",
    [
        {"prediction": {"more": "both", "sure": 3}},
        {"prediction": {"more": "race", "sure": 6}},
        {"prediction": {"more": "race", "sure": True}},
        {"prediction": {"more": "race"}},
        {"years": [YEAR]},
        {"replanned": 1},
        {"guess": "bridge"},
        {"planted": dict.fromkeys(LIMITS, 5)},
        {"view": {"stage": "world"}},
        {"ask": {}},
    ],
)
def test_a_rude_state_leaves_the_question_as_it_is(fresh, rude):
    before = fresh.get_state()
    fresh.set_state(rude)
    assert fresh.get_state() == before


@pytest.mark.parametrize(
    "bad",
    [
        YEAR | {"plan": [[5, 1, 0, 0]] * 4},
        YEAR | {"plan": [[-1, 1, 0, 0]] * 4},
        YEAR | {"plan": [[1.0, 1, 0, 0]] * 4},
        YEAR | {"plan": [[1, 1, 0, 0]] * 3},
        YEAR | {"plan": [[1, 1, 0]] * 4},
        YEAR | {"connections": -1},
        YEAR | {"opportunities": 1.5},
        YEAR | {"opportunities": True},
        YEAR | {"more": 1},
        {"plan": YEAR["plan"]},
    ],
)
def test_a_year_that_cannot_be_is_refused(planning, bad):
    planning.set_state({"years": [bad]})
    assert planning.years == []
    assert planning.view["stage"] == "plan"


@settings(deadline=None, max_examples=40)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "prediction": JUNK,
            "years": JUNK | st.lists(JUNK, min_size=1),
            "replanned": JUNK,
            "guess": JUNK,
            "planted": JUNK | st.fixed_dictionaries(dict.fromkeys(LIMITS, JUNK)),
            "view": JUNK,
        },
    )
)
def test_no_state_from_the_front_end_breaks_a_plan(state):
    widget = YearOfHours()
    widget.set_state({"prediction": PREDICTION})
    before = widget.get_state()
    widget.set_state(state)
    assert widget.get_state() == before


def test_the_fallback_asks_and_gives_nothing_away(opened):
    first, played = (w._repr_mimebundle_()[0] for w in (YearOfHours(), opened))
    assert first["text/html"] == played["text/html"]
    assert "Which has brought more opportunities after 52 weeks?" in first["text/plain"]
    for given_away in ("16.3", "19.6", "carries", "through 100 connections"):
        assert given_away not in first["text/plain"]
    assert "<script" not in first["text/html"]


def test_one_of_something_is_written_in_the_singular():
    written = [with_unit(1, unit) for _, unit in SETTINGS.values()]
    assert written == ["1 week", "1 week", "1 connection", "1 tie", "1 bridge", "1%", "1"]
