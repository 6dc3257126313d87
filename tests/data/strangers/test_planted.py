"""The effects that the cards of ``strangers`` say were planted are there, in every edition."""

from __future__ import annotations

from itertools import combinations

import pytest

from weakties.data import about, load

pytestmark = pytest.mark.parametrize("edition", ["open", *(f"planted-{i}" for i in range(6))])


def size(dataset, effect):
    return about(dataset).size_of(effect)


def yes(column):
    return (column == "yes").astype(float)


@pytest.fixture
def bad(edition):
    return load("requests", edition).query("is_bad == 'yes'")


@pytest.fixture
def good(edition):
    return load("requests", edition).query("is_bad == 'no'")


def test_as_many_requests_are_bad_as_planted(edition):
    share = yes(load("requests", edition)["is_bad"]).mean()
    apart = 0.001 if edition == "open" else 0.031
    assert share == pytest.approx(size("requests", "bad_share"), abs=apart)


def test_bad_senders_share_few_connections_and_answer_rarely(edition, good, bad):  # noqa: ARG001
    for kind, senders in (("good", good), ("bad", bad)):
        shares = {
            "no_mutuals": (senders["mutuals"] == 0).mean(),
            "many_mutuals": (senders["mutuals"] >= 3).mean(),
            "answers": yes(senders["answered"]).mean(),
        }
        for name, share in shares.items():
            assert share == pytest.approx(size("requests", f"{kind}_{name}"), abs=0.005)


def test_good_senders_are_a_little_more_often_of_nadias_industry(edition, good, bad):  # noqa: ARG001
    for kind, senders in (("good", good), ("bad", bad)):
        planted = size("requests", f"{kind}_same_industry")
        assert yes(senders["same_industry"]).mean() == pytest.approx(planted, abs=0.13)


def test_the_good_bring_value_and_the_bad_do_harm(edition, good, bad):  # noqa: ARG001
    assert good["harm_hours"].max() == bad["value_hours"].max() == 0
    assert bad["harm_hours"].mean() == pytest.approx(size("requests", "harm"), rel=0.4)
    for name, senders in (("far", good["mutuals"] == 0), ("near", good["mutuals"] > 0)):
        mean = good.loc[senders, "value_hours"].mean()
        assert mean == pytest.approx(size("requests", name), rel=0.5)


def test_good_accounts_are_older(edition, good, bad):  # noqa: ARG001
    for kind, senders in (("good", good), ("bad", bad)):
        planted = size("requests", f"{kind}_account_age")
        assert senders["account_age_days"].median() == pytest.approx(planted, rel=0.35)


def test_asking_first_is_worth_most_and_accepting_all_less_than_nothing(edition):
    table = load("requests", edition)
    worth = table["value_hours"] - table["harm_hours"]
    ask = (worth * yes(table["answered"])).mean() - 0.25
    assert worth.mean() < 0 < (worth * (table["mutuals"] >= 3)).mean() < ask


def test_fake_profiles_with_a_mutual_connection_went_to_open_people(edition):
    table = load("bots", edition)
    is_open = (table["receiver"] == "open").groupby(table["has_mutual"]).mean()
    for has_mutual in ("no", "yes"):
        planted = size("bots", f"open_share_{has_mutual}")
        assert is_open[has_mutual] == pytest.approx(planted, abs=0.001)


def test_among_people_of_one_kind_a_mutual_connection_does_what_the_trial_finds(edition):
    table = load("bots", edition)
    rates = yes(table["accepted"]).groupby([table["receiver"], table["has_mutual"]]).mean()
    effect = size("bots", "mutual_effect")
    assert rates["open", "no"] == pytest.approx(size("bots", "accept_open"), abs=0.12)
    assert rates["open", "yes"] / rates["open", "no"] == pytest.approx(effect, rel=0.25)
    crude = yes(table["accepted"]).groupby(table["has_mutual"]).mean()
    assert crude["yes"] / crude["no"] > 2 * effect
    trial = load("mutual_trial", edition)
    by_lot = yes(trial["accepted"]).groupby(trial["has_mutual"]).mean()
    assert by_lot["no"] == pytest.approx(size("mutual_trial", "accept_without"), abs=0.05)
    assert by_lot["yes"] / by_lot["no"] == pytest.approx(
        size("mutual_trial", "mutual_effect"), abs=0.13
    )


@pytest.fixture
def lost(edition):
    table = load("layoffs", edition)
    return table.pivot(index="scenario", columns="person", values="kept_job") == "no"


COLLEAGUES, ELSEWHERE = ["C1", "C2", "C3", "C4"], ["C5", "C6", "C7", "C8"]


def test_both_groups_lose_their_jobs_equally_often(edition, lost):  # noqa: ARG001
    cut = size("layoffs", "cut_share")
    planted = cut * size("layoffs", "lost_in_a_cut") + (1 - cut) * size("layoffs", "lost_otherwise")
    for group in (COLLEAGUES, ELSEWHERE):
        assert lost[group].mean().mean() == pytest.approx(planted, abs=0.02)


def test_losses_of_colleagues_come_together(edition, lost):  # noqa: ARG001
    def alike(group):
        pairs = [
            lost[a].astype(float).corr(lost[b].astype(float)) for a, b in combinations(group, 2)
        ]
        return sum(pairs) / len(pairs)

    assert alike(COLLEAGUES) > 0.5
    assert alike(ELSEWHERE) < 0.35
    needed = lost[lost["Nadia"]]
    assert needed[COLLEAGUES].all(axis=1).mean() > 2 * needed[ELSEWHERE].all(axis=1).mean()


@pytest.fixture
def piece(edition):
    """Return everybody's connections in the piece around Nadia."""
    circles = {}
    for a, b in load("acquaintances", edition).itertuples(index=False):
        circles.setdefault(a, set()).add(b)
        circles.setdefault(b, set()).add(a)
    return circles


def test_the_piece_shows_as_many_connections_and_others_as_planted(edition, piece):  # noqa: ARG001
    own = piece["P0000"]
    others = set(piece) - own - {"P0000"}
    assert len(own) == size("acquaintances", "connections_shown")
    assert len(others) == size("acquaintances", "others_shown")
    least = size("acquaintances", "shared_at_least")
    assert min(len(piece[other] & own) for other in others) >= least


def test_the_piece_is_a_piece_of_the_world(edition, piece):
    world = load("ties", edition)
    inside = world[world["a"].isin(piece) & world["b"].isin(piece)]
    shown = load("acquaintances", edition)
    assert set(zip(shown["a"], shown["b"], strict=True)) == set(
        zip(inside["a"], inside["b"], strict=True)
    )


def test_the_contacts_elsewhere_work_in_four_industries_that_are_not_nadias(edition):
    people = load("people", edition)
    industries = people.drop_duplicates("employer").set_index("employer")["industry"]
    firms = load("layoffs", edition).drop_duplicates("person").set_index("person")["employer"]
    assert set(firms[["Nadia", *COLLEAGUES]]) == {"Tarn Valley"}
    assert len({industries["Tarn Valley"], *industries[firms[ELSEWHERE]]}) == 5


def test_among_the_worlds_ties_the_share_that_helped_rises_and_falls(edition):
    ties = load("ties", edition)
    helped = yes(ties["helped"])
    around_best = ties["mutuals"].between(8, 12)
    few, many = ties["mutuals"] <= 3, ties["mutuals"] >= 19
    assert helped[around_best].mean() > 2 * max(helped[few].mean(), helped[many].mean())
