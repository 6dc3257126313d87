from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from weakties.widgets import Inbox
from weakties.widgets.inbox.senders import inbox

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
PREDICTION = {"good": 8, "sure": 3}


@pytest.fixture
def fresh():
    return Inbox()


@pytest.fixture
def begun(fresh):
    fresh.set_state({"prediction": PREDICTION})
    return fresh


@pytest.fixture
def opened(begun):
    return at_the_desk(begun)


@pytest.fixture
def desk(opened):
    opened.set_state({"crossing": 12})
    return opened


def decide(widget, decision):
    widget.set_state({"decisions": [*widget.decisions, decision]})


def at_the_desk(widget):
    for sender in inbox():
        decide(widget, "accept" if sender.mutuals >= 3 else "decline")
    widget.set_state({"opened": True})
    return widget


def rule(widget, **parts):
    widget.set_state({"rule": widget.rule | parts})


def stakes(widget, **parts):
    widget.set_state({"stakes": widget.stakes | parts})


def test_the_first_request_comes_after_the_prediction(fresh):
    decide(fresh, "accept")
    fresh.set_state({"asked": [0]})
    assert (fresh.view, fresh.decisions, fresh.asked) == ({"stage": "ask"}, [], [])
    fresh.set_state({"prediction": PREDICTION})
    assert fresh.view["name"] == inbox()[0].name
    assert fresh.view["reply"] == ""


def test_nothing_shown_before_the_end_says_what_a_request_was(begun):
    for k, sender in enumerate(inbox()):
        begun.set_state({"asked": [*begun.asked, k]})
        assert begun.record is None
        sent = str(begun.get_state(["ask", "view"]))
        assert sender.came not in sent
        assert "threshold" not in sent
        decide(begun, "decline")
    assert begun.view["stage"] == "record"


def test_asking_shows_the_reply_and_the_decision_is_still_open(begun):
    begun.set_state({"asked": [0]})
    assert begun.view["number"] == 1
    assert inbox()[0].reply in begun.view["reply"]
    assert "counts once. Now accept or decline." in begun.view["reply"]
    begun.set_state({"asked": [0, 0]})
    assert begun.asked == [0]
    decide(begun, "accept")
    assert begun.view["number"] == 2


def test_a_decision_that_was_made_stays(begun):
    decide(begun, "accept")
    begun.set_state({"decisions": ["decline"]})
    begun.set_state({"decisions": ["decline", "accept"]})
    begun.set_state({"decisions": ["accept", "accept", "accept"]})
    assert begun.decisions == ["accept"]


def test_the_record_is_the_learners_own_confusion_matrix(desk):
    assert desk.view["matrix"] == [["good", "12", "9"], ["bad", "1", "8"]]
    assert "You accepted 13 of 30; 12 of them were good: a precision of 92%" in desk.view["status"]
    assert "You had said 8 in ten and were 3 of 5 sure." in desk.view["status"]
    assert "57%, your recall" in desk.view["status"]
    assert desk.record.record.recall == pytest.approx(12 / 21)


def test_accepting_nobody_has_no_precision(begun):
    for _ in inbox():
        decide(begun, "decline")
    assert "You accepted nobody, so there is no precision" in begun.view["status"]
    begun.set_state({"opened": True})
    begun.set_state({"crossing": 12})
    assert begun.view["policies"][0][1] == "none accepted"


def test_rules_come_after_the_record_was_read(begun):
    rule(begun, mutuals=5)
    begun.set_state({"opened": True})
    assert (begun.rule["mutuals"], begun.opened) == (3, False)
    for _ in inbox():
        decide(begun, "decline")
    rule(begun, mutuals=5)
    assert begun.rule["mutuals"] == 3


def test_a_rule_shows_its_precision_the_threshold_and_its_worth(desk):
    assert desk.view["result"].startswith(
        "Accept with at least 3 mutual connections; decline all others. 94% of those it accepts "
        "are good, above the threshold of 67%."
    )
    assert "20 ÷ (10 + 20) = 67%" in desk.view["threshold"]
    rule(desk, mutuals=0)
    assert desk.view["result"].startswith("Accept everybody. 70% of those it accepts are good")


def test_policies_are_compared_only_after_a_guess_where_the_best_of_them_changes(opened):
    before = str(opened.view)
    for given_away in ("threshold", "6.8", "asking everybody", "67%"):
        assert given_away not in before
    rule(opened, mutuals=2)
    rule(opened, mutuals=3)
    assert "chart" not in opened.view
    opened.set_state({"crossing": 12})
    assert opened.view["crossed"].startswith("You said 12 hours. With V = 10 hours")
    assert opened.view["crossed"].endswith("it is 6.8.")
    opened.set_state({"crossing": 7})
    assert opened.crossing == 12


def test_each_sign_is_shown_with_how_many_who_have_it_are_good(opened):
    signs = {row[0]: row[1:] for row in opened.view["signs"]}
    assert signs["the note names an event where you talked"] == ["2 of 3", "21 to 94%", "87%"]
    assert signs["a fitting answer, if asked"][0] == "18 of 19"
    stakes(opened, bad=60)
    assert opened.view["signs"][2][1:3] == ["2 of 3", "21 to 94%"]
    assert int(opened.view["signs"][2][3].rstrip("%")) < 87


def test_attackers_who_have_learned_beat_what_the_earlier_ones_did_not(desk):
    rule(desk, mutuals=0, rest="ask", sign="work")
    desk.set_state({"guesses": ["same", "same"]})
    assert desk.guesses == []
    desk.set_state({"guesses": ["same"]})
    assert ", as you said." in desk.view["attack"]["verdicts"][0]
    desk.set_state({"attackers": "learned"})
    assert desk.attackers == "adapted"
    desk.set_state({"guesses": ["same", "same"]})
    assert desk.attackers == "learned"
    assert ", not as you said." in desk.view["attack"]["verdicts"][1]
    assert desk.view["result"].startswith("Attackers have learned.")
    desk.set_state({"guesses": ["same", "same", "less"]})
    assert desk.guesses == ["same", "same"]


def test_the_best_policy_changes_with_what_is_at_stake_and_the_widget_says_where(desk):
    assert desk.view["best"].startswith("In this simulated world, with 10 hours for a good one")
    assert "accept all while a bad one costs less than 6.8 hours" in desk.view["best"]
    assert desk.view["best"].endswith("You say 20 hours: ask everybody.")
    stakes(desk, cost=3)
    assert desk.view["best"].endswith("You say 3 hours: accept all.")
    stakes(desk, value=1, cost=150)
    assert desk.view["best"].endswith("You say 150 hours: decline all.")
    stakes(desk, value=10, cost=20, answers=100)
    assert desk.view["best"].endswith("You say 20 hours: follow your rule.")


def test_more_bad_requests_lower_the_precision_of_the_same_rule(desk):
    precision = []
    for bad in (10, 30, 70):
        stakes(desk, bad=bad)
        precision.append(int(desk.view["policies"][2][1].rstrip("%")))
    assert precision[0] > precision[1] > precision[2]


def test_attackers_adapt_once_a_second_rule_was_tried_and_a_guess_was_made(desk):
    desk.set_state({"guesses": ["loss"]})
    desk.set_state({"attackers": "adapted"})
    assert (desk.guesses, desk.attackers) == ([], "as they are")
    assert desk.view["attack"]["locked"]
    rule(desk, mutuals=4)
    rule(desk, mutuals=3)
    assert not desk.view["attack"]["locked"]
    desk.set_state({"attackers": "adapted"})
    assert desk.attackers == "as they are"
    desk.set_state({"guesses": ["loss"]})
    assert desk.attackers == "adapted"
    assert "as you said" in desk.view["attack"]["verdicts"][-1]
    assert "not as you said" not in desk.view["attack"]["verdicts"][-1]
    assert "below the threshold" in desk.view["result"]
    assert "It brings −" in desk.view["result"]


def test_the_guess_is_held_against_the_rule_it_was_made_for(desk):
    rule(desk, months=12, rest="ask")
    desk.set_state({"guesses": ["same"]})
    verdict = desk.view["attack"]["verdicts"][-1]
    assert "not as you said. It still beat declining everybody" in verdict
    assert "You guessed when V was 10 hours and C 20 hours." in verdict
    rule(desk, mutuals=0, months=0)
    stakes(desk, value=1)
    assert desk.view["attack"]["verdicts"][-1] == verdict
    desk.set_state({"guesses": ["less"]})
    assert desk.guesses == ["same"]
    desk.set_state({"attackers": "as they are"})
    assert "adapted" not in desk.view["result"]


def test_a_rule_that_does_not_look_at_connections_does_not_mind(desk):
    rule(desk, mutuals=0, months=24)
    desk.set_state({"guesses": ["same"]})
    assert ", as you said. Your rule did not look at" in desk.view["attack"]["verdicts"][-1]


def test_a_rule_that_loses_as_much_as_before_is_called_unchanged(desk):
    rule(desk, mutuals=0)
    stakes(desk, cost=100)
    desk.set_state({"guesses": ["same"]})
    verdict = desk.view["attack"]["verdicts"][-1]
    assert "−23.00 hours per request before they adapted and −23.00 hours after" in verdict
    assert ", as you said. Your rule did not look at what they changed." in verdict


def test_one_hour_is_one_hour(desk):
    stakes(desk, value=1, cost=1)
    assert "with 1 hour for a good one" in desk.view["best"]
    assert "You say 1 hour:" in desk.view["best"]
    assert "With 1 hour for a good one, 1 hour lost by a bad one" in desk.view["status"]


def test_tables_have_a_heading_for_each_cell(desk):
    for rows, header in (
        ("rows", "list_header"),
        ("matrix", "matrix_header"),
        ("policies", "policy_header"),
        ("signs", "signs_header"),
    ):
        assert {len(row) for row in desk.view[rows]} == {len(desk.ask[header])}


def test_the_drawing_says_what_each_policy_brings(desk):
    assert 'role="img"' in desk.view["chart"]
    for said in ("accept all +1.00", "ask everybody +4.68", "your rule +3.13", "decline all 0.00"):
        assert said in desk.view["chart"]


def test_a_new_start_forgets_everything(desk):
    rule(desk, mutuals=4)
    desk.set_state({"guesses": ["less"]})
    desk.set_state({"restart": 1})
    again, fresh = desk.get_state(), Inbox().get_state()
    assert again.pop("restart") == fresh.pop("restart") + 1
    for own in ("_model_name", "layout", "comm"):
        again.pop(own, None), fresh.pop(own, None)
    assert {k: v for k, v in again.items() if not k.startswith("_")} == {
        k: v for k, v in fresh.items() if not k.startswith("_")
    }


@pytest.mark.parametrize(
    "rude",
    [
        {"prediction": {"good": 11, "sure": 3}},
        {"prediction": {"good": True, "sure": 3}},
        {"prediction": {"good": 5}},
        {"opened": True},
        {"restart": 5},
        {"restart": True},
        {"view": {"stage": "desk"}},
        {"ask": {}},
        {"decisions": ["accept"] * 30},
    ],
)
def test_a_rude_state_leaves_the_question_as_it_is(fresh, rude):
    before = fresh.get_state()
    fresh.set_state(rude)
    assert fresh.get_state() == before


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "prediction": JUNK,
            "decisions": JUNK | st.lists(JUNK),
            "asked": JUNK | st.lists(JUNK),
            "stakes": JUNK | st.fixed_dictionaries(dict.fromkeys(("value", "cost"), JUNK)),
            "rule": JUNK
            | st.fixed_dictionaries(dict.fromkeys(("mutuals", "months", "rest", "sign"), JUNK)),
            "guesses": JUNK | st.lists(JUNK),
            "crossing": JUNK.filter(lambda junk: type(junk) is not int or not 0 <= junk <= 200),
            "attackers": JUNK,
            "view": JUNK,
        },
    )
)
def test_no_state_from_the_front_end_breaks_an_open_desk(state):
    widget = Inbox()
    widget.set_state({"prediction": PREDICTION})
    at_the_desk(widget)
    before = widget.get_state()
    widget.set_state(state)
    assert widget.get_state() == before


def test_the_fallback_asks_and_gives_nothing_away(desk):
    fresh, played = (w._repr_mimebundle_()[0] for w in (Inbox(), desk))
    assert fresh["text/html"] == played["text/html"]
    assert fresh["text/plain"] == played["text/plain"]
    assert "how many will be good?" in fresh["text/plain"]
    for given_away in ("precision", "threshold", "It was", inbox()[0].came):
        assert given_away not in fresh["text/plain"]
    assert "<script" not in fresh["text/html"]
