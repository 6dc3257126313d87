from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets import AfterTheClick
from weakties.widgets.after_the_click.chart import year_chart
from weakties.widgets.after_the_click.contact import NEWS
from weakties.widgets.after_the_click.model import DAYS
from weakties.widgets.after_the_click.planted import LIMITS

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
PREDICTION = {"left": 20, "sure": 3}


@pytest.fixture
def fresh():
    return AfterTheClick()


@pytest.fixture
def begun(fresh):
    fresh.set_state({"prediction": PREDICTION})
    return fresh


@pytest.fixture
def over(begun):
    do(begun, 0, "thank")
    do(begun, 8, "share")
    do(begun, 20, "phone", 4)
    do(begun, 60, "message", 5)
    begun.set_state({"finished": True})
    return begun


@pytest.fixture
def read(over):
    over.set_state({"guess": 5})
    return over


def do(widget, day, what, expected=None):
    widget.set_state({"moves": [*widget.moves, {"day": day, "what": what, "expected": expected}]})


def assume(widget, **parts):
    widget.set_state({"planted": widget.planted | parts})


def test_the_first_day_comes_after_the_prediction(fresh):
    do(fresh, 0, "thank")
    fresh.set_state({"finished": True})
    assert (fresh.view, fresh.moves, fresh.finished) == ({"stage": "ask"}, [], False)
    fresh.set_state({"prediction": PREDICTION})
    assert fresh.view["stage"] == "play"
    assert fresh.view["day"] == 0


def test_what_silence_leaves_is_said_only_after_the_prediction(fresh):
    assert "8.8" not in str(fresh.get_state(["ask", "view", "planted"]))
    fresh.set_state({"prediction": PREDICTION})
    assert fresh.view["silence"].startswith("Doing nothing leaves 8.8 of 25 points on day 90")
    assert "You had said 20 and were 3 of 5 sure." in fresh.view["silence"]


@pytest.mark.parametrize("what", ["message", "phone", "face", "pitch"])
def test_before_each_ask_stands_a_prediction_and_only_then_the_rate_is_told(begun, what):
    do(begun, 5, what)
    assert begun.moves == []
    assert "here it is" not in str(begun.view)
    do(begun, 5, what, 4)
    assert begun.view["status"].startswith("Day 5. You ")
    assert re.search(r"You said 4 of ten; here it is \d\.\d\.", begun.view["status"])
    assert begun.view["log"][0][3] == "4"


@pytest.mark.parametrize("what", ["thank", "congratulate", "share"])
def test_where_nothing_is_asked_nothing_is_predicted(begun, what):
    do(begun, 5, what, 4)
    assert begun.moves == []
    do(begun, 5, what)
    assert len(begun.moves) == 1
    assert "wrote back" in begun.view["status"] or "did not write back" in begun.view["status"]


def test_the_record_of_predictions_runs_on(begun):
    do(begun, 0, "phone", 0)
    assert re.search(
        r"After one prediction on average you were \d\.\d too low", begun.view["status"]
    )
    do(begun, 30, "message", 10)
    do(begun, 60, "message", 10)
    assert re.search(
        r"Over 3 predictions on average you were \d\.\d too high", begun.view["status"]
    )


def test_days_go_forward_and_hold_one_thing_each(begun):
    do(begun, 8, "share")
    for day in (8, 7, -1, DAYS + 1):
        do(begun, day, "thank")
    assert [move["day"] for move in begun.moves] == [8]
    begun.set_state({"moves": [{"day": 8, "what": "thank", "expected": None}]})
    assert begun.moves[0]["what"] == "share"
    assert begun.view["day"] == 9


def test_waiting_can_be_shown_without_python(begun):
    do(begun, 8, "share")
    assert len(begun.view["ahead"]) == DAYS + 1 - 9
    assert begun.view["ahead"] == sorted(begun.view["ahead"], reverse=True)
    assert [item["day"] for item in begun.ask["news"]] == [item.day for item in NEWS]


def test_on_the_last_day_something_can_still_be_done_and_then_it_is_over(begun):
    do(begun, DAYS, "thank")
    assert begun.view["over"]
    assert begun.view["ahead"] == []
    do(begun, DAYS, "share")
    assert len(begun.moves) == 1


def test_who_is_disconnected_can_do_nothing_more(fresh):
    for start in range(1, 30):
        fresh.set_state({"restart": start})
        fresh.set_state({"prediction": PREDICTION})
        do(fresh, 0, "pitch", 5)
        if fresh.steps[-1].ended:
            break
    assert "Tessa disconnected." in fresh.view["status"]
    assert fresh.view["over"]
    do(fresh, 10, "thank")
    assert len(fresh.moves) == 1
    fresh.set_state({"finished": True})
    fresh.set_state({"guess": 0})
    assert fresh.view["years"][0][1] == "0"
    assert "The tie ended" in fresh.view["moral"]


def test_the_year_comes_after_a_guess_about_the_others(over):
    assert over.view["stage"] == "guess"
    assert "years" not in over.view
    assume(over, half_life=90)
    assert over.planted["half_life"] == 60
    over.set_state({"guess": 11})
    assert over.guess is None
    over.set_state({"guess": 5})
    assert over.view["stage"] == "year"
    assert "you had said 5." in over.view["result"]
    over.set_state({"guess": 6})
    assert over.guess == 5


def test_the_year_stands_beside_nothing_and_beside_the_others(read):
    you, nothing, they = read.view["years"]
    assert (you[0], nothing[0]) == ("You", "Nothing at all")
    assert int(you[1]) > int(nothing[1]) == 79
    assert nothing[2:4] == ["0", "0.0"]
    assert re.fullmatch(r"\d+ \(\d+ to \d+\)", they[1])
    assert f"you {you[1]}, nothing at all 79" in read.view["year_chart"]


def test_earlier_plays_stay_beside_the_latest_and_move_with_the_assumptions(read):
    first = read.view["years"][0]
    read.set_state({"restart": 1})
    read.set_state({"prediction": PREDICTION})
    read.set_state({"restart": 2})  # left before its year was read
    read.set_state({"prediction": PREDICTION})
    read.set_state({"finished": True})
    read.set_state({"guess": 5})
    latest, before, nothing, _ = read.view["years"]
    assert (latest[0], before[0]) == ("You, the 2nd time", "You, the 1st time")
    assert before[1:] == first[1:]
    assert latest[1:] == nothing[1:]
    assume(read, half_life=30)
    assert int(read.view["years"][1][1]) < int(first[1])


def test_the_biases_of_the_learner_stand_beside_those_of_the_others(read):
    message, phone, face, pitch = read.view["biases"]
    assert message[1:3] == ["1", "5.0"]
    assert message[4].endswith("too high")
    assert phone[4].endswith("too low")
    assert face[1:5] == ["0", "–", "–", "–"]
    assert [row[5].split()[-1] for row in (message, phone, face)] == ["high", "low", "low"]
    assert pitch[5] == "–"


def test_nobody_else_can_be_compared_on_a_pitch_that_was_not_made_and_silence_is_an_answer(begun):
    begun.set_state({"finished": True})
    begun.set_state({"guess": 5})
    assert begun.view["log"] == []
    assert begun.view["years"][0][1:] == begun.view["years"][1][1:]
    assert "You never asked" in begun.view["moral"]


def test_every_assumption_can_be_changed_and_changes_what_it_is_about(read):
    before = read.view
    assume(read, half_life=120)
    assert int(read.view["years"][0][1]) > int(before["years"][0][1])
    assert int(read.view["years"][1][1]) > 79
    assume(read, half_life=60, message_expected=0, phone=20)
    assert read.view["biases"][0][5].endswith("too low")
    assert read.view["biases"][1][5].endswith("too high")
    assume(read, reciprocity=0, message_expected=55, phone=60)
    assert float(read.view["biases"][1][3]) < float(before["biases"][1][3])
    assume(read, pitch=0, reciprocity=15)
    assert read.view["years"][2] != before["years"][2]


@pytest.mark.parametrize("field", LIMITS)
def test_no_assumption_leaves_its_limits(read, field):
    low, high = LIMITS[field]
    kept = read.planted[field]
    for value in (low - 1, high + 1, 30.0, True, None):
        assume(read, **{field: value})
    assert read.planted[field] == kept
    assume(read, **{field: high})
    assert read.planted[field] == high


def test_tables_have_a_heading_for_each_cell(read):
    for rows, header in (
        ("log", "log_header"),
        ("years", "year_header"),
        ("biases", "bias_header"),
    ):
        assert {len(row) for row in read.view[rows]} == {len(read.ask[header])}


def test_drawings_say_in_words_what_they_show(read):
    assert 'role="img"' in read.view["chart"]
    assert "25 at first" in read.view["chart"]
    assert "Thanked on day 0, shared something useful on day 8" in read.view["chart"]


def test_each_of_the_others_stands_in_the_bar_of_their_last_day():
    drawn = year_chart(100, 79, [0, 29, 30, 200, 365])
    assert "Others, by 30 days from day 0: 2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1." in drawn


def test_a_new_start_begins_with_the_question_and_has_other_luck(read):
    lucks = set()
    for start in range(1, 9):
        read.set_state({"restart": start})
        assert (read.moves, read.prediction, read.guess, read.finished) == ([], None, None, False)
        assert read.view == {"stage": "ask"}
        read.set_state({"prediction": PREDICTION})
        for day in (10, 40, 70):
            do(read, day, "phone", 5)
        lucks.add(tuple(step.answered for step in read.steps))
    assert len(lucks) > 1


@pytest.mark.parametrize(
    "rude",
    [
        {"prediction": {"left": 26, "sure": 3}},
        {"prediction": {"left": True, "sure": 3}},
        {"prediction": {"left": 5}},
        {"prediction": {"left": 5, "sure": 3, "more": 1}},
        {"moves": [{"day": 0, "what": "thank", "expected": None}]},
        {"finished": True},
        {"guess": 5},
        {"restart": 5},
        {"restart": True},
        {"view": {"stage": "year"}},
        {"ask": {}},
    ],
)
def test_a_rude_state_leaves_the_question_as_it_is(fresh, rude):
    before = fresh.get_state()
    fresh.set_state(rude)
    assert fresh.get_state() == before


MOVE = st.fixed_dictionaries({"day": JUNK, "what": JUNK, "expected": JUNK})


@settings(deadline=None, max_examples=40)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "prediction": JUNK,
            "moves": JUNK | st.lists(JUNK | MOVE, min_size=1),
            "finished": JUNK.filter(lambda junk: junk is not True),
            "guess": JUNK,
            "planted": JUNK | st.fixed_dictionaries(dict.fromkeys(LIMITS, JUNK)),
            "restart": JUNK.filter(lambda junk: junk != 1),
            "view": JUNK,
        },
    )
)
def test_no_state_from_the_front_end_breaks_a_day(state):
    widget = AfterTheClick()
    widget.set_state({"prediction": PREDICTION})
    before = widget.get_state()
    widget.set_state(state)
    assert widget.get_state() == before


def test_the_fallback_asks_and_gives_nothing_away(read):
    first, played = (w._repr_mimebundle_()[0] for w in (AfterTheClick(), read))
    assert first["text/html"] == played["text/html"]
    assert first["text/plain"] == played["text/plain"]
    assert "how many points are left?" in first["text/plain"]
    for given_away in ("8.8", "too high", "out of touch", "too low"):
        assert given_away not in first["text/plain"]
    assert "<script" not in first["text/html"]
