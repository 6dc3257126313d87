"""The world's tables agree with one another, in every edition."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from weakties.data import DataError
from weakties.data.world import make_world
from weakties.data.world.calendar import FIRST_DAY, LAST_DAY

SIZE = 1500
TABLES = ("people", "ties", "invitations", "conversations", "asks", "opportunities")


@pytest.fixture(scope="module", params=["open", "fit-a", "fit-b"])
def world(request):
    return make_world(request.param, SIZE)


def days(dates):
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


@pytest.mark.parametrize("name", TABLES)
def test_an_id_is_the_number_of_its_row(world, name):
    table = getattr(world, name)
    assert len(table) > 0
    assert (table.iloc[:, 0] == np.arange(len(table))).all()


def test_the_protagonist_is_one_of_the_people_once(world):
    people = world.people
    nadia = people[(people["first_name"] == "Nadia") & (people["last_name"] == "Ferro")]
    assert nadia.index.tolist() == [0]
    row = people.loc[0]
    assert (row["employer"], row["function"], row["industry"]) == (
        "Tarn Valley",
        "analytics",
        "software",
    )
    assert (people["employer"] == "Tarn Valley").sum() >= 8
    assert (people["last_name"] == "Ferro").sum() == 1


def test_an_employer_has_one_industry(world):
    firms = world.people.groupby("employer", observed=True)["industry"]
    assert (firms.nunique() == 1).all()


def test_every_person_named_anywhere_exists(world):
    named = [
        *(world.ties[c] for c in ("a", "b")),
        *(world.invitations[c] for c in ("sender_id", "receiver_id")),
        *(world.conversations[c] for c in ("opener_id", "other_id")),
        *(world.asks[c] for c in ("asker_id", "asked_id")),
        world.opportunities["person_id"],
    ]
    for people in named:
        assert people.between(0, SIZE - 1).all()
    assert world.opportunities["via_id"].between(-1, SIZE - 1).all()


def test_nobody_is_tied_to_themselves_or_twice_to_another(world):
    assert (world.ties["a"] < world.ties["b"]).all()
    assert not world.ties.duplicated(["a", "b"]).any()


def test_nobody_invites_twice_or_back(world):
    sent = world.invitations
    pair = np.sort(sent[["sender_id", "receiver_id"]].to_numpy(), axis=1)
    assert (pair[:, 0] < pair[:, 1]).all()
    assert len(np.unique(pair, axis=0)) == len(pair)


def test_ties_are_the_accepted_invitations_made_on_the_day_of_acceptance(world):
    accepted = world.invitations[world.invitations["accepted"] == "yes"]
    pair = np.sort(accepted[["sender_id", "receiver_id"]].to_numpy(), axis=1)
    made = pd.DataFrame(pair, columns=["a", "b"]).assign(
        since=days(accepted["sent"]) + accepted["days"].to_numpy().astype(int),
        met=accepted["relation"].to_numpy(),
    )
    ties = world.ties.assign(since=days(world.ties["since"]))
    both = made.merge(ties, on=["a", "b", "since", "met"])
    assert len(both) == len(made) == len(ties)
    assert (accepted["days"] >= 0).all()
    assert world.invitations.loc[world.invitations["accepted"] == "no", "days"].isna().all()


def test_degrees_add_up_to_twice_the_ties(world):
    degree = np.bincount(world.ties[["a", "b"]].to_numpy().ravel(), minlength=SIZE)
    assert degree.sum() == 2 * len(world.ties)


def test_mutual_connections_are_those_of_the_last_day(world):
    friends = [set() for _ in range(SIZE)]
    for a, b in world.ties[["a", "b"]].to_numpy().tolist():
        friends[a].add(b)
        friends[b].add(a)
    some = world.ties.iloc[::37]
    counted = [len(friends[a] & friends[b]) for a, b in some[["a", "b"]].to_numpy().tolist()]
    assert some["mutuals"].tolist() == counted


def test_a_relation_says_what_two_people_share(world):
    sent, people = world.invitations, world.people
    left, right = (
        people.loc[sent[end]].reset_index(drop=True) for end in ("sender_id", "receiver_id")
    )
    same_job = left["employer"].to_numpy() == right["employer"].to_numpy()
    same_class = (left["school"].to_numpy() == right["school"].to_numpy()) & (
        left["graduated"].to_numpy() == right["graduated"].to_numpy()
    )
    relation = sent["relation"].to_numpy()
    assert ((relation == "employer") == same_job).all()
    assert ((relation == "school") == (same_class & ~same_job)).all()
    assert (sent.loc[relation == "introduction", "mutuals"] > 0).all()


def test_people_invite_and_are_invited_only_after_they_joined(world):
    joined = days(world.people["joined"])
    sent = days(world.invitations["sent"])
    assert (joined[world.invitations["sender_id"]] <= sent).all()
    assert (joined[world.invitations["receiver_id"]] <= sent).all()


def test_a_note_has_a_length_and_no_note_has_none(world):
    sent = world.invitations
    assert ((sent["note"] == "none") == (sent["note_length"] == 0)).all()
    assert sent["note_length"].max() <= 300


def test_every_date_lies_within_the_worlds_years_and_in_order(world):
    for table, column in (
        ("ties", "since"),
        ("invitations", "sent"),
        ("conversations", "started"),
        ("asks", "asked_on"),
        ("opportunities", "came"),
    ):
        when = days(getattr(world, table)[column])
        assert when.min() >= FIRST_DAY
        assert when.max() <= LAST_DAY
        assert (np.diff(when) >= 0).all(), table
    over = world.ties[world.ties["ended"].notna()]
    assert (over["ended"] >= over["since"]).all()
    assert days(over["ended"]).max() <= LAST_DAY


@pytest.mark.parametrize(
    ("table", "one", "other"),
    [("conversations", "opener_id", "other_id"), ("asks", "asker_id", "asked_id")],
)
def test_people_talk_and_ask_along_their_own_ties(world, table, one, other):
    rows = getattr(world, table)
    ends = world.ties.loc[rows["tie_id"], ["a", "b"]].to_numpy()
    assert (np.sort(rows[[one, other]].to_numpy(), axis=1) == ends).all()


def test_people_talk_only_while_they_are_in_touch(world):
    talks = world.conversations
    ties = world.ties.loc[talks["tie_id"]].reset_index(drop=True)
    assert (ties["since"] < talks["started"]).all()
    assert (ties["ended"].isna() | (talks["started"] <= ties["ended"])).all()
    assert not talks.assign(month=talks["started"].dt.month).duplicated(["tie_id", "month"]).any()


def test_what_was_not_answered_took_no_time_and_brought_nothing(world):
    silent = world.conversations[world.conversations["replied"] == "no"]
    assert silent["reply_hours"].isna().all()
    assert (silent["messages"] == 1).all()
    assert (silent["brought_news"] == "no").all()
    answered = world.conversations[world.conversations["replied"] == "yes"]
    assert answered["reply_hours"].between(0, 400).all()
    assert (answered["messages"] >= 2).all()


def test_contact_says_how_long_a_tie_was_silent_when_it_was_used(world):
    asks = world.asks
    ties = world.ties.loc[asks["tie_id"]].reset_index(drop=True)
    assert (ties["since"] < asks["asked_on"]).all()
    silent = (asks["asked_on"] - ties["ended"]).dt.days
    assert ((asks["contact"] == "in touch") == (silent.isna() | (silent < 0))).all()
    assert ((asks["contact"] == "dormant") == (silent >= 3 * 365.25)).all()
    assert ((asks["said_yes"] == "yes") == asks["usefulness"].notna()).all()


def test_an_opportunity_comes_along_one_of_the_persons_ties_or_along_none(world):
    came = world.opportunities
    through = came[came["tie_id"] >= 0]
    ties = world.ties.loc[through["tie_id"]].reset_index(drop=True)
    ends = np.sort(through[["person_id", "via_id"]].to_numpy(), axis=1)
    assert (ends == ties[["a", "b"]].to_numpy()).all()
    assert (through["came"].to_numpy() >= ties["since"].to_numpy()).all()
    assert (through["route"].astype(str).to_numpy() == ties["strength"].astype(str) + " tie").all()
    alone = came[came["tie_id"] < 0]
    assert (alone["via_id"] == -1).all()
    assert (alone["route"] == "no contact").all()
    helped = world.ties.loc[world.ties["helped"] == "yes", "tie_id"]
    assert sorted(through["tie_id"]) == sorted(helped)


@pytest.mark.parametrize("size", [199, 200_001, -5])
def test_a_size_out_of_bounds_is_answered_with_the_bounds(size):
    with pytest.raises(DataError, match=r"A world has 200 to 200,000 people, not "):
        make_world("open", size)


def test_a_bad_edition_is_answered_with_what_can_name_one():
    with pytest.raises(DataError, match="can't name an edition"):
        make_world("Spring 2027", 300)


@pytest.mark.parametrize("size", [200, 333, 12_000])
def test_a_small_and_a_large_world_have_all_tables(size):
    world = make_world("open", size)
    assert world.size == len(world.people) == size
    assert all(len(getattr(world, name)) > 0 for name in TABLES)
