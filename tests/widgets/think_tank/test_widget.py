from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets import ThinkTank
from weakties.widgets.think_tank import CHOICES_TO_TRY
from weakties.widgets.think_tank.people import sixty
from weakties.widgets.think_tank.presets import PRESETS

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
IDS = sorted(sixty("open").people)
FIRST = IDS[:12]


@pytest.fixture
def tank():
    return ThinkTank()


@pytest.fixture
def opened(tank):
    tank.set_state({"prediction": {"picks": FIRST, "expected": 8, "sure": 4}})
    return tank


def choose(tank, preset):
    tank.set_state({"picks": list(PRESETS[preset].choose(sixty("open")))})


def assume(tank, **settings):
    tank.set_state({"assumptions": tank.assumptions | settings})


def test_nothing_is_measured_before_the_prediction(tank):
    tank.set_state({"picks": FIRST, "assumptions": tank.assumptions | {"hours": 12}})
    assert (tank.picks, tank.desk, tank.network, tank.reveal, tank.now) == (
        [],
        None,
        None,
        None,
        None,
    )
    assert tank.assumptions["hours"] == 6
    sent = str(tank.get_state(["ask", "desk", "network", "reveal"]))
    for given_away in ("effective", "Effective", "Blau"):
        assert given_away not in sent


def test_the_sixty_stand_in_ten_groups_the_best_connected_first(tank):
    groups = tank.ask["groups"]
    assert len(groups) == 10
    assert sum(len(group["people"]) for group in groups) == 60
    counts = [int(p["about"].split()[0]) for p in groups[0]["people"]]
    assert counts == sorted(counts, reverse=True)


def test_a_prediction_opens_the_gauges_with_the_committed_twelve(opened):
    assert opened.picks == FIRST
    assert opened.desk["verdict"].startswith("You expected 8 new things a month and were 4 of 5")
    assert "These are your first twelve." in opened.desk["status"]
    assert [gauge["name"] for gauge in opened.desk["gauges"]] == [
        "Total degree",
        "Blau index",
        "Effective size",
        "Constraint",
        "Time per tie",
        "Bandwidth",
        "Share that is new",
        "New things",
    ]
    assert len(opened.network["people"]) == 60


def test_a_good_guess_is_told_so(tank):
    tank.set_state({"prediction": {"picks": FIRST, "expected": 0, "sure": 1}})
    guess = round(tank.now.novelty, 1)
    other = ThinkTank()
    other.set_state({"prediction": {"picks": FIRST, "expected": guess, "sure": 1}})
    assert "That was about what you expected." in other.desk["verdict"]
    assert "more than you expected" in tank.desk["verdict"]


def test_a_prediction_is_made_once(opened):
    opened.set_state({"prediction": {"picks": IDS[12:24], "expected": 1, "sure": 1}})
    assert opened.prediction["picks"] == FIRST


def test_picks_change_gauges_and_words(opened):
    before = dict(opened.desk)
    choose(opened, "best-connected")
    assert opened.desk["gauges"] != before["gauges"]
    assert "against your first twelve" in opened.desk["status"]
    assert opened.desk["rows"][-1][0] == "The twelve best connected"


def test_fewer_than_twelve_are_measured_but_not_counted_as_a_choice(opened):
    opened.set_state({"picks": FIRST[:5]})
    assert opened.desk["status"].startswith("5 people:")
    assert "Pick 7 more" in opened.desk["status"]
    assert opened.tried == 0


def test_nobody_picked_is_said_in_words(opened):
    opened.set_state({"picks": []})
    assert opened.desk["status"] == "Nobody is picked."
    assert opened.desk["gauges"] == []


def test_three_other_twelves_open_what_a_search_finds(opened):
    for left, preset in zip((2, 1, 0), PRESETS, strict=True):
        assert opened.reveal is None
        choose(opened, preset)
        choose(opened, preset)
        assert opened.tried == CHOICES_TO_TRY - left
    assert "open below" in opened.desk["locked"]
    assert [row[0] for row in opened.reveal["rows"]][-1] == "The best that a search finds"
    assert "A search is not a proof" in opened.reveal["moral"]
    assert len(opened.reveal["picks"]) == 12


def test_going_back_to_the_first_twelve_does_not_count(opened):
    choose(opened, "most-diverse")
    opened.set_state({"picks": FIRST})
    assert opened.tried == 1


def test_what_the_committed_twelve_brought_stays_true_when_the_sliders_move(opened):
    before = opened.desk["verdict"]
    assume(opened, hours=12)
    assert opened.desk["verdict"] == before
    assert "with the sliders as they stood at first, your twelve brought" in before


def test_how_many_of_the_best_connected_know_each_other_is_counted(opened):
    for preset in PRESETS:
        choose(opened, preset)
    choose(opened, "best-connected")
    pairs = (12 - opened.now.effective_size) / 11
    assert f"{pairs:.0%} of the pairs among them" in opened.reveal["moral"]


def test_an_own_choice_gets_a_number(opened):
    opened.set_state({"picks": IDS[1:13]})
    opened.set_state({"picks": IDS[2:14]})
    assert [row[0] for row in opened.desk["rows"]] == [
        "Your first twelve",
        "Your choice 2",
        "Your choice 3",
    ]


def test_another_assumption_changes_every_row_and_what_the_search_finds(opened):
    for preset in PRESETS:
        choose(opened, preset)
    before, rows = dict(opened.reveal), list(opened.desk["rows"])
    assume(opened, reading=0)
    assert opened.desk["rows"][2] != rows[2]
    assert opened.reveal["rows"] != before["rows"]
    assert opened.now.minutes == 30


def test_with_time_for_everybody_the_words_follow(opened):
    for preset in PRESETS:
        choose(opened, preset)
    assume(opened, hours=1)
    assert opened.desk["verdict"].startswith("You expected 8")
    for state in (opened.desk["status"], opened.reveal["moral"]):
        assert "nan" not in state


@pytest.mark.parametrize(
    "rude",
    [
        {"prediction": {"picks": FIRST[:11], "expected": 8, "sure": 3}},
        {"prediction": {"picks": [*FIRST[:11], FIRST[0]], "expected": 8, "sure": 3}},
        {"prediction": {"picks": [*FIRST[:11], "P9999"], "expected": 8, "sure": 3}},
        {"prediction": {"picks": FIRST, "expected": float("nan"), "sure": 3}},
        {"prediction": {"picks": FIRST, "expected": -1, "sure": 3}},
        {"prediction": {"picks": FIRST, "expected": True, "sure": 3}},
        {"prediction": {"picks": FIRST, "expected": 8, "sure": 6}},
        {"prediction": {"picks": FIRST, "expected": "8", "sure": 3}},
        {"prediction": "P0001"},
        {"desk": {"status": "hacked"}},
        {"reveal": {}},
        {"ask": {}},
    ],
)
def test_a_rude_state_leaves_the_question_as_it_is(tank, rude):
    before = tank.get_state()
    tank.set_state(rude)
    assert tank.get_state() == before


@pytest.mark.parametrize(
    "rude",
    [{"hours": 13}, {"hours": 0}, {"hours": 6.5}, {"hours": True}, {"hours": "6"}, {"luck": 1}],
)
def test_an_assumption_out_of_bounds_is_refused(opened, rude):
    assume(opened, **rude)
    assert opened.assumptions["hours"] == 6
    assert "luck" not in opened.assumptions


@settings(deadline=None, max_examples=60)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "prediction": JUNK
            | st.fixed_dictionaries({"picks": JUNK, "expected": JUNK, "sure": JUNK}),
            "picks": JUNK,
            "assumptions": JUNK,
            "desk": JUNK,
        },
    )
)
def test_no_state_from_the_front_end_breaks_an_open_tank(state):
    tank = ThinkTank()
    tank.set_state({"prediction": {"picks": FIRST, "expected": 8, "sure": 4}})
    before = tank.get_state()
    if state.get("picks") != []:
        tank.set_state(state)
        assert tank.get_state() == before


def test_what_was_refused_is_sent_back(opened, monkeypatch):
    sent = []
    monkeypatch.setattr(opened, "send_state", sent.append)
    opened.set_state({"picks": ["P9999"]})
    assert sent == ["picks"]


def test_every_row_has_a_cell_for_each_heading(opened):
    for preset in PRESETS:
        choose(opened, preset)
    for table in (opened.desk, opened.reveal):
        assert {len(row) for row in table["rows"]} == {len(table["header"])}


def test_the_fallback_asks_and_gives_nothing_away(opened):
    fresh, played = (w._repr_mimebundle_()[0] for w in (ThinkTank(), opened))
    assert fresh["text/html"] == played["text/html"]
    assert 'alt="Sixty dots in ten rows' in fresh["text/html"]
    for given_away in ("Effective", "Blau", "redundant", "<script"):
        assert given_away not in fresh["text/html"]


def test_another_edition_has_another_sixty(monkeypatch):
    monkeypatch.setenv("WEAKTIES_EDITION", "tank-1")
    assert ThinkTank().ask["groups"] != _open_groups()


def _open_groups():
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WEAKTIES_EDITION")
        return ThinkTank().ask["groups"]


def test_a_search_that_hardly_leaves_home_says_so(opened):
    for preset in PRESETS:
        choose(opened, preset)
    assume(opened, hours=1, reading=40)
    assert "twelve from 1 other industry who" in opened.reveal["moral"]


def test_more_other_industries_bring_more_that_is_new_and_then_less(opened):
    for others, label in (
        (0, "The twelve from her own"),
        (3, "The twelve from 3 other industries"),
    ):
        opened.set_state({"picks": opened.ask["mix"]["picks"][others]})
        assert opened.desk["rows"][-1][0] == label
        assert opened.desk["others"] == others
    none, few, all_of_them = opened.new_things([0, 3, 9])
    assert none < few > all_of_them
    choose(opened, "most-diverse")
    assert opened.now.novelty == all_of_them


def test_the_turn_is_the_price_of_reading_up(opened):
    brings = opened.new_things(range(10))
    assume(opened, reading=0)
    untaxed = opened.new_things(range(10))
    assert brings.index(max(brings)) < 9 == untaxed.index(max(untaxed))
