"""Loading: the right edition, a fresh copy, and a sentence where there is none."""

from __future__ import annotations

import pandas as pd
import pytest

from weakties.content import content_root
from weakties.data import DataError, about, cards, dataset_names, generate, load
from weakties.data.editions import checked, current_edition, seed_of

EVERY_DATASET = pytest.mark.parametrize("name", dataset_names())


@pytest.fixture(autouse=True)
def no_edition_set(monkeypatch):
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)


@EVERY_DATASET
def test_the_open_edition_is_the_committed_file(name):
    assert (
        load(name).to_csv(index=False) == (content_root() / "data" / about(name).path).read_text()
    )


@EVERY_DATASET
def test_another_edition_has_other_values_in_the_same_form(name):
    ours, theirs = load(name), load(name, "spring-2027")
    assert not ours.equals(theirs)
    assert ours.dtypes.equals(theirs.dtypes)
    assert theirs.index.equals(pd.RangeIndex(len(theirs)))
    assert ours.columns.equals(theirs.columns)


@EVERY_DATASET
def test_an_edition_is_the_same_every_time(name):
    assert generate(name, "spring-2027").equals(load(name, "spring-2027"))


def test_the_environment_names_the_edition(monkeypatch):
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    assert current_edition() == "spring-2027"
    assert load("pilot").equals(load("pilot", "spring-2027"))
    assert load("pilot", "open").equals(generate("pilot", "open"))


def test_an_empty_environment_means_the_open_edition(monkeypatch):
    monkeypatch.setenv("WEAKTIES_EDITION", "")
    assert current_edition() == "open"


@pytest.mark.parametrize("edition", ["open", "spring-2027"])
def test_what_a_learner_does_to_a_table_stays_with_them(edition):
    mine = load("pilot", edition)
    mine["photo_time_pct"] = 0.0
    mine.loc[0, "recruiter_id"] = "me"
    again = load("pilot", edition)
    assert again["photo_time_pct"].max() > 0
    assert again.loc[0, "recruiter_id"] != "me"


@pytest.mark.parametrize("ask", [load, about, lambda name: generate(name, "open")])
def test_an_unknown_dataset_is_answered_with_those_that_exist(ask):
    with pytest.raises(DataError) as refusal:
        ask("rating")
    assert str(refusal.value) == (
        f"There is no dataset 'rating'. There are: {', '.join(dataset_names())}."
    )


@pytest.mark.parametrize("edition", ["Spring 2027", "../etc", "-a", "ü", "a" * 41, "a\n"])
def test_what_cannot_name_an_edition_is_answered_with_what_can(edition, monkeypatch):
    sentence = (
        "can't name an edition. Use small letters, digits and hyphens, such as 'spring-2027'."
    )
    for ask in (load, generate):
        with pytest.raises(DataError, match=sentence):
            ask("pilot", edition)
    monkeypatch.setenv("WEAKTIES_EDITION", edition)
    with pytest.raises(DataError, match=sentence):
        load("pilot")


@pytest.mark.parametrize("edition", ["open", "a", "7", "a" * 40, "2027-a"])
def test_small_letters_digits_and_hyphens_name_an_edition(edition):
    assert checked(edition) == edition


def test_every_dataset_of_every_edition_has_a_seed_of_its_own():
    seeds = {seed_of(edition, name) for edition in ("open", "a", "b") for name in dataset_names()}
    assert len(seeds) == 3 * len(dataset_names())


def test_an_effect_that_was_not_planted_is_answered_in_a_sentence():
    with pytest.raises(DataError, match="The card of 'pilot' plants no 'luck'"):
        about("pilot").size_of("luck")


@pytest.mark.parametrize(
    ("table", "column"),
    [
        *(("ties", column) for column in ("a", "mutuals", "since", "talks_per_year")),
        *(("export_messages", column) for column in ("sender_slug", "sent_at", "draft")),
    ],
)
def test_no_way_around_pandas_leads_into_the_table_that_others_load(table, column):
    mine = load(table)
    before = mine[column].copy()
    array = mine[column].array
    with pytest.raises(ValueError, match="read-only"):
        array[0] = array[1]
    assert load(table)[column].equals(before)


def test_a_loaded_table_can_be_worked_with_in_place():
    mine = load("target")
    mine["opportunities"] += 1
    mine.loc[mine["member_id"] == mine["member_id"][0], "connections"] = 0
    mine.iloc[0, 0] = "me"
    mine["ratio"] = mine["opportunities"] / 2
    own = mine["connections"].array
    own[1] = 7
    assert mine["connections"][1] == 7
    assert load("target").equals(generate("target", "open"))


def test_a_draft_is_no_dataset_and_says_what_is_missing(monkeypatch):
    package = {**cards._package(), "resources": [{"name": "later", "draft": True}]}
    monkeypatch.setattr(cards, "_package", lambda: package)
    cards.all_cards.cache_clear()
    try:
        assert dataset_names() == ()
        with pytest.raises(DataError, match="The card of 'later' is a draft"):
            load("later")
        with pytest.raises(DataError, match="There is no dataset 'letter'"):
            load("letter")
    finally:
        cards.all_cards.cache_clear()
