"""The effects that the cards of ``followup`` say were planted are there, in every edition."""

from __future__ import annotations

import pytest

from weakties.data import about, load
from weakties.measures import survival_at

pytestmark = pytest.mark.parametrize("edition", ["open", *(f"planted-{i}" for i in range(4))])
HER = "nadia-ferro"


def size(dataset, effect):
    return about(dataset).size_of(effect)


@pytest.fixture
def connections(edition):
    return load("export_connections", edition)


@pytest.fixture
def sent(edition):
    messages = load("export_messages", edition)
    real = ~messages["draft"] & ~messages["no_sender"] & (messages["folder"] != "SPAM")
    return messages[real].sort_values("sent_at")


@pytest.fixture
def first(sent):
    """Return the first message of each conversation with one person."""
    alone = sent[~sent["recipient_slugs"].str.contains(" ")]
    return alone.drop_duplicates("conversation").set_index("conversation")


def test_as_many_rows_of_each_kind_as_planted(edition, connections):
    counts = connections["status"].value_counts()
    people = counts["read"]
    planted = size("export_connections", "people")
    assert people == planted if edition == "open" else planted < people <= planted + 30
    assert counts["duplicate"] == size("export_connections", "duplicates")
    assert counts["hidden"] == round(people * size("export_connections", "hidden_per_person"))


def test_a_duplicate_is_somebody_who_stands_there_already(edition, connections):  # noqa: ARG001
    people = connections[connections["status"] == "read"]
    twice = connections[connections["status"] == "duplicate"]
    assert people["slug"].is_unique
    assert set(twice["slug"]) <= set(people["slug"])
    hidden = connections[connections["status"] == "hidden"]
    assert hidden[["first_name", "last_name", "slug", "company"]].isna().all(axis=None)


def test_of_two_who_share_a_name_only_one_ever_wrote(edition, connections, sent):  # noqa: ARG001
    people = connections[connections["status"] == "read"]
    alike = people[people.duplicated(["first_name", "last_name"], keep=False)]
    keys = set(sent["sender_slug"]) | set(" ".join(sent["recipient_slugs"]).split())
    talked = alike["slug"].isin(keys).groupby([alike["first_name"], alike["last_name"]])
    assert talked.ngroups == size("export_connections", "namesakes")
    assert (talked.size() == 2).all()
    assert (talked.sum() == 1).all()


def test_the_exports_owner_writes_in_most_conversations(edition, sent):  # noqa: ARG001
    wrote = sent.groupby("sender_slug")["conversation"].nunique()
    assert wrote.idxmax() == HER
    assert wrote.max() > 10 * wrote.nlargest(2).iloc[1]


def test_she_and_others_begin_as_many_conversations_as_planted(edition, first):  # noqa: ARG001
    begun = (first["sender_slug"] == HER).sum()
    assert begun == pytest.approx(size("export_messages", "begun_by_her"), abs=7)
    assert len(first) - begun == pytest.approx(size("export_messages", "begun_by_them"), abs=6)


def test_answers_come_at_once_after_a_reminder_or_never(edition, sent, first):  # noqa: ARG001
    began = first.index[first["sender_slug"] == HER]
    mine = (sent["sender_slug"] == HER).groupby(sent["conversation"])
    turns = {thread: list(flags) for thread, flags in mine if thread in began}
    once = sum(flags[1:2] == [False] for flags in turns.values()) / len(turns)
    reminded = {thread: flags for thread, flags in turns.items() if flags[1:2] == [True]}
    answered = sum(False in flags for flags in reminded.values()) / len(turns)
    assert once == pytest.approx(size("export_messages", "answered_at_once"), abs=0.05)
    assert answered == pytest.approx(size("export_messages", "answered_when_reminded"), abs=0.03)
    assert len(reminded) / len(turns) - answered == pytest.approx(
        size("export_messages", "reminded_in_vain"), abs=0.03
    )


def test_half_of_the_answers_given_at_once_come_within_the_planted_hours(edition, sent):  # noqa: ARG001
    alone = sent[~sent["recipient_slugs"].str.contains(" ")]
    threads = alone.groupby("conversation")
    turn = alone["sender_slug"] != threads["sender_slug"].shift()
    hours = threads["sent_at"].diff().dt.total_seconds() / 3600
    # A conversation that is taken up again, 60 days later at the soonest, is no answer.
    waits = hours[turn & (hours < 24 * 60)].dropna()
    assert waits.median() == pytest.approx(size("export_messages", "reply_hours"), rel=0.2)


def test_in_uneven_ties_one_writes_much_and_she_is_that_one_as_often(edition, sent, first):  # noqa: ARG001
    alone = sent[sent["conversation"].isin(first.index)]
    mine = (alone["sender_slug"] == HER).groupby(alone["conversation"])
    # A reminder and the first answer go before the turns that were planted.
    turns = [list(flags)[2:] for _, flags in mine if flags.nunique() == 2 and len(flags) > 11]
    hers = [sum(flags) / len(flags) for flags in turns]
    uneven = [share for share in hers if abs(share - 0.5) > 0.1]
    assert len(uneven) / len(hers) == pytest.approx(size("export_messages", "uneven"), abs=0.2)
    assert sum(share > 0.5 for share in uneven) / len(uneven) == pytest.approx(0.5, abs=0.3)
    most = [max(share, 1 - share) for share in uneven]
    planted = size("export_messages", "share_of_the_one_who_writes_much")
    assert sum(most) / len(most) == pytest.approx(planted, abs=0.06)


def test_what_was_not_written_by_a_person_to_a_person_is_there_too(edition, sent):  # noqa: ARG001
    messages = load("export_messages", edition)
    assert messages["draft"].sum() > 5
    assert (messages["folder"] == "SPAM").sum() > 3
    assert messages["no_sender"].sum() > 2
    assert set(messages.loc[messages["no_sender"], "sender_slug"].isna()) == {True}


def test_who_never_wrote_came_with_the_campaign(edition, connections):
    people = connections[connections["status"] == "read"]
    # Those with a draft or spam only are silent too, but came at any time.
    messages = load("export_messages", edition)
    keys = set(messages["sender_slug"]) | set(" ".join(messages["recipient_slugs"]).split())
    silent = people[~people["slug"].isin(keys)]
    late = silent["connected_on"] >= "2026-09-01"
    planted = size("export_connections", "came_with_campaign")
    # Of the others, one in eight came in that time by chance.
    assert late.mean() == pytest.approx(planted + (1 - planted) / 8, abs=0.1)


@pytest.mark.parametrize("kind", ["bridge", "embedded"])
def test_ties_of_each_kind_last_as_long_as_planted(edition, kind):
    spans = load("tie_spans", edition).query("kind == @kind")
    assert len(spans) == size("tie_spans", f"{kind}_ties")
    assert spans["months"].max() <= size("tie_spans", "longest_watch")
    after = survival_at(spans["months"], spans["ended"] == "yes", 12)
    assert after == pytest.approx(0.5 ** (12 / size("tie_spans", f"{kind}_half_life")), abs=0.07)
    assert (spans.query("ended == 'yes'")["months"] > 12).mean() < after - 0.02


def test_layers_are_running_totals_near_what_was_planted(edition):
    layers = load("contact_layers", edition)
    assert layers["people_up_to"].is_monotonic_increasing
    for layer, people in zip(layers["layer"], layers["people_up_to"], strict=True):
        assert people == pytest.approx(size("contact_layers", f"up_to_{layer}"), rel=0.21)


def test_groups_differ_and_ratings_hold_luck_as_planted(edition):
    visits = load("group_visits", edition)
    first, second = visits["first_rating"], visits["second_rating"]
    quality = size("group_visits", "quality_spread") ** 2
    luck = size("group_visits", "luck_spread") ** 2
    assert len(visits) == size("group_visits", "groups")
    assert first.mean() == pytest.approx(size("group_visits", "mean_quality"), abs=0.3)
    assert first.corr(second) == pytest.approx(quality / (quality + luck), abs=0.13)
    assert (second - first).mean() == pytest.approx(0, abs=0.05)


def test_she_keeps_the_groups_that_she_liked_at_first_and_the_rest_is_luck(edition):
    visits = load("group_visits", edition)
    kept = visits["kept"] == "yes"
    change = visits["second_rating"] - visits["first_rating"]
    assert kept.mean() == pytest.approx(size("group_visits", "kept_share"), abs=0.01)
    assert visits.loc[kept, "second_rating"].mean() > visits["first_rating"].mean() + 0.4
    assert change[kept].mean() < -0.4
    assert change[visits["first_rating"].nsmallest(24).index].mean() > 0.6
