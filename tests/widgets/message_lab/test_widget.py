from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets import MessageLab
from weakties.widgets.message_lab.model import RACES, SENDS
from weakties.widgets.message_lab.planted import PARTS

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
CANDID = {"opener": "candid", "length": "short", "ask": "question", "time": "week"}
APOLOGY = CANDID | {"opener": "apology"}
PREDICTION = {"a": CANDID, "b": APOLOGY, "winner": "a", "points": 10, "sure": 4}


@pytest.fixture
def fresh():
    return MessageLab(seed=1)


@pytest.fixture
def lab(fresh):
    return committed(fresh)


@pytest.fixture
def racing(lab):
    lab.set_state({"sends": 20})
    return lab


@pytest.fixture
def ended(racing):
    return declare(racing, "a", 20)


def committed(widget, **changed):
    widget.set_state({"prediction": PREDICTION | changed})
    return widget


def declare(widget, winner, after):
    widget.set_state({"declared": {"winner": winner, "after": after}})
    return widget


def replay(widget, **changed):
    widget.set_state({"replay": widget.replay | changed})
    return widget.view


def test_the_steps_come_one_after_the_other(fresh):
    declare(fresh, "a", 1)
    fresh.set_state({"sends": 20, "replay": {"world": "equal", "sends": 20}})
    assert fresh.view == {"stage": "ask"}
    committed(fresh)
    assert fresh.view["stage"] == "plan"
    declare(fresh, "a", 1)
    assert fresh.view["stage"] == "plan"
    fresh.set_state({"sends": 20})
    assert fresh.view["stage"] == "race"
    replay(fresh, world="equal", sends=20)
    assert fresh.view["stage"] == "race"
    assert declare(fresh, "none", 5).view["stage"] == "result"


def test_nothing_sent_before_the_end_says_what_is_planted(racing):
    sent = str(racing.get_state(["ask", "view"]))
    for given_away in ("assumption", "LinkedIn 2022", "simulated world"):
        assert given_away not in sent


def test_what_was_committed_stays(ended):
    before = ended.get_state()
    committed(ended, winner="b")
    ended.set_state({"sends": 500})
    declare(ended, "b", 3)
    assert ended.get_state() == before


def test_the_race_has_a_frame_for_each_send_and_each_frame_its_intervals(racing):
    frames = racing.view["frames"]
    assert len(frames) == 20
    for sent, (a, b, a_low, a_high, b_low, b_high, low, high) in enumerate(frames, start=1):
        assert a_low <= a / sent <= a_high
        assert b_low <= b / sent <= b_high
        assert low <= (a - b) / sent <= high


def test_a_seed_repeats_the_luck_and_without_one_everybody_has_their_own(racing):
    def frames(seed):
        widget = committed(MessageLab(seed=seed))
        widget.set_state({"sends": 500})
        return widget.view["frames"]

    assert frames(1)[:5] == racing.view["frames"][:5]
    assert frames(None) != frames(None)


def test_a_new_race_of_the_same_messages_has_new_luck(racing):
    first = racing.view["frames"]
    declare(racing, "a", 20)
    racing.set_state({"restart": 1})
    assert racing.view == {"stage": "ask"}
    committed(racing)
    racing.set_state({"sends": 20})
    assert racing.view["frames"] != first


@pytest.mark.parametrize(
    ("winner", "sentence"),
    [
        ("a", "26.8% answer A and 18.8% answer B, which is 8 points apart: you were right."),
        ("b", "you crowned the wrong one."),
        ("none", "A is better, and the race could not show it yet."),
    ],
)
def test_a_declaration_is_set_against_the_truth_and_the_prediction(racing, winner, sentence):
    status = declare(racing, winner, 20).view["status"]
    assert sentence in status
    assert "You said: A by 10 points, and were 4 of 5 sure." in status
    a, b = racing.view["status"].split("A had ")[1].split(" answer")[0], racing._race[-1].b
    assert int(a) == racing._race[-1].a
    assert f"and B {b};" in status


def test_two_equal_messages_have_no_winner_to_find(fresh):
    committed(fresh, b=CANDID, winner="none", points=0)
    fresh.set_state({"sends": 50})
    view = declare(fresh, "a", 50).view
    assert "26.8% answer, whichever they get: there was no winner to find." in view["status"]
    assert "nothing to be better at" in view["replayed"]
    assert "No number of sends finds" in view["needed"]
    assert "You said: no difference, and were" in view["status"]


def test_no_winner_is_right_where_there_is_none(fresh):
    committed(fresh, b=CANDID, winner="none", points=0)
    fresh.set_state({"sends": 10})
    assert "you were right, there is none." in declare(fresh, "none", 10).view["status"]


def test_a_race_that_was_ended_early_is_told_what_that_does(lab):
    lab.set_state({"sends": 100})
    assert "You ended the race at 7 of 100." in declare(lab, "a", 7).view["stopped"]
    assert lab.view["numbers"][0]["label"] == "7, as you did"
    assert len(lab.view["numbers"]) == len(SENDS) + 1


def test_a_race_that_ran_its_length_is_not(ended):
    assert ended.view["stopped"] == ""
    assert len(ended.view["numbers"]) == len(SENDS)


def test_a_thousand_races_say_how_often_luck_crowns_the_wrong_one(ended):
    counts = [
        int(n) for n in re.findall(r"(?:led in|neither in|, B in) (\d+)", ended.view["replayed"])
    ]
    assert sum(counts) == RACES
    assert 0.1 < counts[1] / RACES < 0.35
    assert f"{counts[1] / RACES:.1%} of the races (95% interval" in ended.view["replayed"]


def test_more_sends_crown_the_wrong_one_less_often(ended):
    def wrong(sends):
        return int(re.search(r", B in (\d+)", replay(ended, sends=sends)["replayed"])[1])

    assert wrong(10) > wrong(100) > wrong(500)


def test_what_nobody_counted_can_be_left_out(ended):
    view = replay(ended, world="counted")
    assert view["arithmetic"] == ["A: 20% × 1.22 = 24.4%", "B: 20% × 1.22 = 24.4%"]
    assert "nothing to be better at" in view["replayed"]
    assert replay(ended, world="equal")["arithmetic"] == ["A: 20% = 20.0%", "B: 20% = 20.0%"]
    assert "26.8% answer A" in ended.view["status"]


def test_shown_shares_differ_by_the_points_that_are_shown(fresh):
    committed(fresh, a=CANDID | {"opener": "template"})
    fresh.set_state({"sends": 10})
    status = declare(fresh, "none", 10).view["status"]
    a, b, apart = map(
        float, re.search(r"([\d.]+)% answer A and ([\d.]+)%.*is ([\d.]+) points", status).groups()
    )
    assert apart == pytest.approx(abs(a - b))


def test_where_both_are_alike_a_lead_as_large_as_ones_own_is_counted(ended):
    assert "A lead as large as the one you saw" in replay(ended, world="equal")["replayed"]
    assert "as large" not in replay(ended, sends=500)["replayed"]


def test_the_drawing_says_who_led_how_often_and_where_ones_own_race_stands(ended):
    assert "A in 6" in ended.view["chart"]
    assert "in your own race." in ended.view["chart"]
    assert "your race</text>" in ended.view["chart"]
    assert "your race" not in replay(ended, sends=200)["chart"]


def test_tables_have_a_heading_for_each_cell_and_all_that_is_planted(ended):
    for rows, header in (("chances", "chances_header"), ("planted", "planted_header")):
        assert {len(row) for row in ended.view[rows]} == {len(ended.ask[header])}
    assert len(ended.view["planted"]) == sum(len(menu) for menu in PARTS.values()) + 2


def test_a_new_start_forgets_everything(ended):
    ended.set_state({"restart": 1})
    kept = ("prediction", "sends", "declared", "replay", "view")
    assert ended.get_state(list(kept)) == MessageLab().get_state(list(kept))


@pytest.mark.parametrize(
    "rude",
    [
        {"prediction": PREDICTION | {"winner": "c"}},
        {"prediction": PREDICTION | {"points": 0}},
        {"prediction": PREDICTION | {"winner": "none"}},
        {"prediction": PREDICTION | {"points": True}},
        {"prediction": PREDICTION | {"points": 61}},
        {"prediction": PREDICTION | {"sure": 6}},
        {"prediction": PREDICTION | {"a": {"opener": "candid"}}},
        {"prediction": PREDICTION | {"a": CANDID | {"opener": "flattery"}}},
        {"prediction": PREDICTION | {"a": CANDID | {"opener": []}}},
        {"restart": 5},
        {"restart": True},
        {"sends": 20},
        {"view": {"stage": "result"}},
        {"ask": {}},
    ],
)
def test_a_rude_state_leaves_the_question_as_it_is(fresh, rude):
    before = fresh.get_state()
    fresh.set_state(rude)
    assert fresh.get_state() == before


@pytest.mark.parametrize("sends", [0, 7, 20.0, "20", True, 10**6])
def test_only_a_number_on_the_list_is_sent(lab, sends):
    lab.set_state({"sends": sends})
    assert lab.sends == 0


@pytest.mark.parametrize("after", [0, 21, 3.0, None])
def test_a_winner_is_declared_after_something_was_sent(racing, after):
    assert declare(racing, "a", after).declared is None


@settings(deadline=None, max_examples=60)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            name: JUNK | st.fixed_dictionaries(dict.fromkeys(keys, JUNK))
            for name, keys in {
                "prediction": PREDICTION,
                "sends": (),
                "declared": ("winner", "after"),
                "replay": ("world", "sends"),
                "view": (),
            }.items()
        },
    )
)
def test_no_state_from_the_front_end_breaks_a_result(state):
    widget = committed(MessageLab(seed=1))
    widget.set_state({"sends": 20})
    declare(widget, "a", 20)
    before = widget.get_state()
    widget.set_state(state)
    assert widget.get_state() == before


def test_the_fallback_asks_and_gives_nothing_away(ended):
    fresh, played = (w._repr_mimebundle_()[0] for w in (MessageLab(), ended))
    assert fresh["text/html"] == played["text/html"]
    assert fresh["text/plain"] == played["text/plain"]
    assert "Which will be answered more?" in fresh["text/plain"]
    for given_away in ("×", "assumption", "26.8", "Wilson"):
        assert given_away not in fresh["text/plain"]
    assert "<script" not in fresh["text/html"]
