"""The effects that the cards say were planted are there, in the open edition and in others.

Each is estimated as an analyst would, from the tables alone.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from weakties.data.world import Parameters, make_world
from weakties.data.world.acceptance import NOTES, acceptance
from weakties.data.world.calendar import DAYS_PER_MONTH, LAST_DAY

DEFAULT = Parameters()


@pytest.fixture(scope="module", params=["open", "spring-2027", "planted-1", "planted-2"])
def world(request):
    return make_world(request.param)


@pytest.fixture(scope="module")
def sent(world):
    """Return the invitations with what an analyst would look up about each."""
    people = world.people
    table = world.invitations
    industry, openness = people["industry"].to_numpy(), people["openness"].to_numpy()
    return table.assign(
        yes=table["accepted"] == "yes",
        mutual=table["mutuals"] > 0,
        same_industry=industry[table["sender_id"]] == industry[table["receiver_id"]],
        open_to_all=openness[table["receiver_id"]] >= 0.9,
        openness=pd.cut(openness[table["receiver_id"]], [-1, 0.35, 0.5, 0.65, 2]),
    )


@pytest.fixture(scope="module")
def ties(world):
    table, industry = world.ties, world.people["industry"].to_numpy()
    bins = pd.cut(table["mutuals"], [-1, 3, 7, 12, 19, 10_000], labels=False)
    return table.assign(
        used=table["helped"] == "yes",
        same_industry=industry[table["a"]] == industry[table["b"]],
        bin=bins,
    )


@pytest.fixture(scope="module")
def degree(world):
    return np.bincount(world.ties[["a", "b"]].to_numpy().ravel(), minlength=world.size)


def risk_ratio(table, cause, outcome, strata):
    """Return the Mantel-Haenszel risk ratio of `cause` for `outcome` over strata."""
    counts = table.groupby([*strata, cause], observed=True)[outcome].agg(["sum", "size"])
    counts = counts.unstack(fill_value=0)
    treated, untreated = counts["size"][True], counts["size"][False]
    total = treated + untreated
    above = (counts["sum"][True] * untreated / total).sum()
    below = (counts["sum"][False] * treated / total).sum()
    return above / below


def half_life(table):
    """Return the half-life in months of exponential decay with censoring, by likelihood."""
    ended = table["ended"].notna()
    last = table["ended"].fillna(pd.Timestamp(LAST_DAY, unit="D"))
    months = (last - table["since"]).dt.days.sum() / DAYS_PER_MONTH
    return math.log(2) * months / ended.sum()


def test_a_mutual_connection_raises_acceptance_by_35_percent_at_equal_closeness(sent):
    comparable = sent[~sent["open_to_all"] & (sent["relation"] != "introduction")]
    strata = ["relation", "same_industry", "note", "openness"]
    assert risk_ratio(comparable, "mutual", "yes", strata) == pytest.approx(1.35, abs=0.06)


def test_simply_comparing_overstates_what_a_mutual_connection_does(sent):
    rates = sent.groupby("mutual")["yes"].mean()
    assert 1.65 < rates[True] / rates[False] < 2.3


def test_an_experiment_inside_the_world_finds_35_percent():
    stranger = {"relation": 4, "note": 0, "openness": 0.5, "same_industry": False}
    without, with_one = acceptance(DEFAULT, mutuals=[0, 1], **stranger)
    assert with_one / without == pytest.approx(1.35)


def test_without_the_effect_the_comparison_still_shows_one():
    sent = make_world("open", 2000, Parameters(mutual_acceptance=1.0)).invitations
    yes, mutual = sent["accepted"] == "yes", sent["mutuals"] > 0
    assert yes[mutual].mean() / yes[~mutual].mean() > 1.15


def test_strangers_accept_as_rarely_as_planted(sent):
    strangers = sent[
        (sent["relation"] == "search")
        & ~sent["mutual"]
        & (sent["note"] == "none")
        & ~sent["same_industry"]
        & ~sent["open_to_all"]
    ]
    assert strangers["yes"].mean() == pytest.approx(DEFAULT.stranger_acceptance, abs=0.02)


def test_the_closer_two_people_are_the_more_often_they_accept(sent):
    rates = sent[~sent["mutual"]].groupby("relation", observed=True)["yes"].mean()
    assert rates["employer"] > rates["school"] > rates["city"] > rates["search"]


def test_personal_notes_help_though_comparing_all_with_none_hides_it(sent):
    rates = sent.groupby("note", observed=True)["yes"].mean()
    assert rates["personal"] / rates["none"] < 1.1
    comparable = sent[sent["note"].isin(["none", "personal"]) & ~sent["open_to_all"]]
    comparable = comparable.assign(personal=comparable["note"] == "personal")
    ratio = risk_ratio(comparable, "personal", "yes", ["relation", "same_industry", "mutual"])
    assert ratio == pytest.approx(DEFAULT.personal_note, abs=0.06)


def test_a_pitch_puts_people_off(sent):
    comparable = sent[sent["note"].isin(["none", "pitch"]) & ~sent["open_to_all"]]
    comparable = comparable.assign(pitch=comparable["note"] == "pitch")
    ratio = risk_ratio(comparable, "pitch", "yes", ["relation", "same_industry", "mutual"])
    assert ratio == pytest.approx(DEFAULT.pitch_note, abs=0.06)
    assert set(sent["note"]) == set(NOTES)


def test_notes_go_to_strangers_rather_than_to_people_one_knows(sent):
    noted = sent["note"] != "none"
    stranger = sent["relation"].isin(["search", "introduction"])
    assert noted[stranger].mean() == pytest.approx(DEFAULT.note_to_stranger, abs=0.01)
    assert noted[~stranger].mean() == pytest.approx(DEFAULT.note_to_known, abs=0.01)


def test_after_a_note_people_write_more_often(sent):
    accepted = sent[sent["yes"]]
    wrote, noted = accepted["wrote"] == "yes", accepted["note"] != "none"
    assert wrote[~noted].mean() == pytest.approx(DEFAULT.reply_without_note, abs=0.005)
    assert wrote[noted].mean() == pytest.approx(DEFAULT.reply_with_note, abs=0.008)


def test_ties_within_an_industry_are_far_more_common_than_chance(world, ties):
    shares = world.people["industry"].value_counts(normalize=True)
    assert ties["same_industry"].mean() > 3 * (shares**2).sum()


def test_degrees_have_a_heavy_tail_of_open_networkers(world, degree):
    assert 20 < np.median(degree) < 27
    assert degree.max() > 12 * np.median(degree)
    top = np.argsort(-degree, kind="stable")[:20]
    assert (world.people["openness"].to_numpy()[top] >= 0.9).mean() > 0.7
    share = (world.people["openness"] >= 0.9).mean()
    assert share == pytest.approx(DEFAULT.open_networkers, abs=0.005)


def test_most_people_have_fewer_connections_than_their_connections(world, degree):
    ends = world.ties[["a", "b"]].to_numpy()
    friends = np.zeros(world.size)
    np.add.at(friends, ends[:, 0], degree[ends[:, 1]])
    np.add.at(friends, ends[:, 1], degree[ends[:, 0]])
    connected = degree > 0
    fewer = degree[connected] < friends[connected] / degree[connected]
    assert 0.85 < fewer.mean() < 0.97


def test_people_spend_the_planted_hours(world):
    hours = world.people["hours_per_week"]
    assert hours.median() == pytest.approx(DEFAULT.median_hours, abs=0.1)
    assert hours.quantile(0.99) > 5 * hours.median()


def test_bridges_decay_with_the_planted_half_life_and_others_more_slowly(ties):
    bridge = ties["mutuals"] == 0
    assert half_life(ties[bridge]) == pytest.approx(DEFAULT.bridge_half_life, rel=0.06)
    assert half_life(ties[~bridge]) == pytest.approx(DEFAULT.embedded_half_life, rel=0.03)


def test_nine_in_ten_bridges_are_gone_within_a_year(ties):
    old = ties[(ties["mutuals"] == 0) & (ties["since"] <= "2025-12-31")]
    gone = old["ended"].notna() & ((old["ended"] - old["since"]).dt.days <= 365)
    assert gone.mean() == pytest.approx(0.9, abs=0.02)


def test_opportunities_over_mutuals_are_an_inverted_u_with_its_peak_near_ten(ties):
    rates = ties.groupby("bin")["used"].mean()
    assert ties["bin"].value_counts().min() >= 200
    assert rates.idxmax() == 2
    assert rates[2] > 3 * rates[0]
    assert rates[2] > 2 * rates[4]


def test_most_help_comes_through_weak_ties_and_yet_a_strong_one_helps_more(ties):
    strong = ties["strength"] == "strong"
    assert 0.03 < strong.mean() < 0.1
    assert 0.65 < (~strong[ties["used"]]).mean() < 0.82
    ratio = risk_ratio(ties.assign(strong=strong), "strong", "used", ["bin"])
    assert ratio == pytest.approx(DEFAULT.strong_worth, rel=0.2)


def test_the_planted_share_of_opportunities_comes_through_somebody(world):
    through = world.opportunities["tie_id"] >= 0
    assert through.mean() == pytest.approx(DEFAULT.contact_share, abs=0.005)


def test_more_hours_bring_more_opportunities_but_not_in_proportion(world, degree):
    came = world.opportunities
    gained = np.bincount(came.loc[came["tie_id"] >= 0, "person_id"], minlength=world.size)
    people = world.people.assign(gained=gained, degree=degree)
    fifths = people.groupby(pd.qcut(people["hours_per_week"], 5), observed=True)
    means = fifths[["hours_per_week", "gained", "degree"]].mean()
    least, most = means.iloc[0], means.iloc[-1]
    elasticity = math.log(most["gained"] / least["gained"]) / math.log(
        most["hours_per_week"] / least["hours_per_week"]
    )
    assert 0.25 < elasticity < 0.85


def test_people_of_many_ties_have_less_attention_for_each(ties, degree):
    crowded = np.minimum(degree[ties["a"]], degree[ties["b"]])
    colleagues = ties[ties["met"] == "employer"].assign(crowded=crowded[ties["met"] == "employer"])
    quarters = colleagues.groupby(pd.qcut(colleagues["crowded"], 4), observed=True)
    strong = quarters["strength"].apply(lambda strength: (strength == "strong").mean())
    assert strong.iloc[0] > strong.iloc[-1] * 1.15
    weak = ties[ties["strength"] == "weak"]
    assert weak.loc[crowded[weak.index] > 80, "talks_per_year"].mean() < (
        0.7 * weak.loc[crowded[weak.index] < 15, "talks_per_year"].mean()
    )


def test_across_industries_people_talk_less_and_each_talk_brings_more_but_less_in_total(
    world, ties
):
    talks = world.conversations.assign(
        same=ties["same_industry"].to_numpy()[world.conversations["tie_id"]],
        news=world.conversations["brought_news"] == "yes",
    )
    novelty = talks.groupby("same")["news"].mean()
    assert novelty[True] == pytest.approx(DEFAULT.novelty_same_industry, abs=0.015)
    assert novelty[False] == pytest.approx(DEFAULT.novelty_other_industry, abs=0.03)
    alive = ties[ties["ended"].isna() & (ties["since"] <= "2026-05-31")]
    rate = alive.groupby("same_industry")["talks_per_year"].mean()
    assert rate[False] / rate[True] == pytest.approx(DEFAULT.other_industry_talk, abs=0.08)
    per_tie = talks.groupby("same")["news"].sum() / alive["same_industry"].value_counts()
    assert per_tie[False] < 0.95 * per_tie[True]


def test_ties_talk_as_often_as_their_column_says(world, ties):
    alive = ties[ties["ended"].isna() & (ties["since"] <= "2026-05-31")]
    talked = np.bincount(world.conversations["tie_id"], minlength=len(ties))[alive.index]
    assert talked.mean() * 2 == pytest.approx(alive["talks_per_year"].mean(), rel=0.04)


def test_strong_ties_answer_more_often_and_sooner(world, ties):
    talks = world.conversations
    strong = (ties["strength"] == "strong").to_numpy()[talks["tie_id"]]
    replied, hours = talks["replied"] == "yes", talks["reply_hours"]
    assert replied[strong].mean() == pytest.approx(DEFAULT.strong_reply, abs=0.02)
    assert replied[~strong].mean() == pytest.approx(DEFAULT.weak_reply, abs=0.02)
    assert hours[strong].median() == pytest.approx(DEFAULT.strong_reply_hours, rel=0.1)
    assert hours[~strong].median() == pytest.approx(DEFAULT.weak_reply_hours, rel=0.1)


@pytest.mark.parametrize(
    ("channel", "name"), [("e-mail", "email"), ("phone", "phone"), ("face to face", "face")]
)
def test_askers_expect_what_was_planted_and_get_what_was_planted(world, ties, channel, name):
    strong = (ties["strength"] == "strong").to_numpy()[world.asks["tie_id"]]
    asks = world.asks[(world.asks["channel"] == channel) & ~strong]
    got, expected = (asks["said_yes"] == "yes").mean(), asks["predicted_pct"].mean() / 100
    assert got == pytest.approx(getattr(DEFAULT, f"{name}_yes"), abs=0.035)
    assert expected == pytest.approx(getattr(DEFAULT, f"{name}_predicted"), abs=0.015)
    assert (expected > got + 0.15) if channel == "e-mail" else (expected < got - 0.15)


def test_strong_ties_say_yes_more_often_and_dormant_ones_are_asked_less(world, ties):
    asks = world.asks
    strong = (ties["strength"] == "strong").to_numpy()[asks["tie_id"]]
    yes = asks["said_yes"] == "yes"
    assert yes[strong].mean() - yes[~strong].mean() == pytest.approx(DEFAULT.strong_yes, abs=0.06)
    in_touch = (asks["contact"] == "in touch").mean()
    assert in_touch > 1.5 * ties["ended"].isna().mean()


def test_help_from_dormant_ties_is_more_useful(world, ties):
    strong = (ties["strength"] == "strong").to_numpy()[world.asks["tie_id"]]
    weak = world.asks[~strong].groupby("contact", observed=True)["usefulness"].mean()
    assert weak["dormant"] - weak["in touch"] == pytest.approx(DEFAULT.dormant_use, abs=0.2)
    useful = world.asks["usefulness"]
    assert useful[strong].mean() > useful[~strong].mean() + 0.4


def test_the_protagonist_has_a_network_large_enough_to_look_at(world):
    own = world.ties[(world.ties["a"] == 0) | (world.ties["b"] == 0)]

    assert 120 <= (own["since"] < "2026-09-01").sum() <= 220
    assert own["since"].max() > pd.Timestamp("2026-09-01")


def test_the_campaign_multiplies_what_its_firm_invites_and_takes_nothing_from_others(world):
    firm = world.people.index[world.people["employer"] == "Tarn Valley"]
    ours = world.invitations["sender_id"].isin(firm)
    year = world.invitations["sent"] >= "2026-01-01"
    month = world.invitations["sent"].dt.month

    def per_month(staff, first, last):
        chosen = year & (ours if staff else ~ours) & month.between(first, last)
        return chosen.sum() / (last - first + 1)

    assert 5 < per_month(True, 9, 12) / per_month(True, 1, 6) < 20
    assert 0.2 < per_month(True, 7, 8) / per_month(True, 1, 6) < 3
    assert per_month(False, 7, 12) / per_month(False, 1, 6) > 0.9
