"""Every parameter says what it rests on, and changes what it should and nothing else."""

from __future__ import annotations

import dataclasses
import re

import pytest

from weakties.data import about
from weakties.data.world import Parameters, make_world, mechanisms, settings
from weakties.data.world.parameters import OURS

SIZE = 600
TABLES = ("people", "ties", "invitations", "conversations", "asks", "opportunities")
ALL_BUT_PEOPLE = {"ties", "invitations", "conversations", "asks", "opportunities"}
NAMES = {field.name for field in dataclasses.fields(Parameters)}


@pytest.fixture(scope="module")
def usual():
    return make_world("open", SIZE)


def changed_tables(usual, **parameters):
    other = make_world("open", SIZE, Parameters(**parameters))
    return {name for name in TABLES if not getattr(usual, name).equals(getattr(other, name))}


@pytest.mark.parametrize("setting", settings(), ids=lambda setting: setting.parameter)
def test_a_parameter_says_what_it_is_and_what_it_rests_on(setting):
    assert setting.mechanism
    assert setting.unit
    assert setting.about.endswith(".")
    assert OURS in setting.source or re.match(r"R\d", setting.source)


def test_the_mechanisms_are_a_table_of_all_parameters():
    table = mechanisms(Parameters(best_mutuals=7.0)).set_index("parameter")
    assert set(table.index) == NAMES
    assert table.loc["best_mutuals", "value"] == 7.0


@pytest.mark.parametrize("name", TABLES)
def test_a_card_states_the_sizes_that_the_world_is_made_with(name):
    for planted in about(name).planted:
        setting = next(each for each in settings() if each.parameter == planted.name)
        assert (planted.size, planted.unit) == (setting.value, setting.unit)


def test_every_mechanism_stands_on_a_card():
    planted = {each.name for name in TABLES for each in about(name).planted}
    on_cards = {each.mechanism for each in settings() if each.parameter in planted}
    assert on_cards == {each.mechanism for each in settings()}


@pytest.mark.parametrize(
    ("parameters", "tables"),
    [
        ({"dormant_use": 3.0}, {"asks"}),
        ({"email_yes": 0.9}, {"asks"}),
        ({"face_predicted": 0.9}, {"asks"}),
        ({"weak_reply": 0.9}, {"conversations"}),
        ({"novelty_other_industry": 0.1}, {"conversations"}),
        ({"contact_share": 0.3}, {"opportunities"}),
        ({"best_mutuals": 3.0}, {"ties", "opportunities"}),
        ({"weak_talk": 0.6}, {"ties", "conversations"}),
        ({"bridge_half_life": 20.0}, {"ties", "conversations", "asks"}),
        ({"reply_with_note": 0.9}, {"invitations"}),
        ({"personal_note": 0.2}, ALL_BUT_PEOPLE),
        ({"mutual_acceptance": 1.0}, ALL_BUT_PEOPLE),
        ({"through_school": 0.3}, ALL_BUT_PEOPLE),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_parameter_changes_its_own_tables_only(usual, parameters, tables):
    assert changed_tables(usual, **parameters) == tables


@pytest.mark.parametrize(
    ("parameters", "column"),
    [
        ({"best_mutuals": 3.0}, "helped"),
        ({"weak_talk": 0.6}, "talks_per_year"),
        ({"embedded_half_life": 3.0}, "ended"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_happens_along_a_tie_leaves_the_tie_as_it_was(usual, parameters, column):
    other = make_world("open", SIZE, Parameters(**parameters)).ties
    different = [name for name in other if not other[name].equals(usual.ties[name])]
    assert different == [column]


def test_hours_leave_the_rest_of_a_person_as_it_was(usual):
    other = make_world("open", SIZE, Parameters(median_hours=3.0)).people
    assert [n for n in other if not other[n].equals(usual.people[n])] == ["hours_per_week"]


def test_the_effects_follow_their_parameters(usual):
    longer = make_world("open", SIZE, Parameters(embedded_half_life=200.0))
    assert longer.ties["ended"].isna().mean() > usual.ties["ended"].isna().mean() + 0.2
    fewer = make_world("open", SIZE, Parameters(invitations_per_half_year=1.0))
    assert len(fewer.invitations) < len(usual.invitations) / 2
    closed = make_world("open", SIZE, Parameters(stranger_acceptance=0.0, open_networkers=0.0))
    strangers = closed.invitations[closed.invitations["relation"] == "search"]
    assert (strangers["accepted"] == "no").all()
