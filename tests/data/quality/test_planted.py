"""What the cards of this unit say was planted is there, in the open edition and in others."""

from __future__ import annotations

import networkx as nx
import pandas as pd
import pytest

from weakties.data import about, load
from weakties.measures import blau_index

pytestmark = pytest.mark.parametrize("edition", ["open", *(f"planted-{i}" for i in range(4))])


def size(dataset, effect):
    return about(dataset).size_of(effect)


def network(name, edition):
    return nx.from_pandas_edgelist(load(name, edition), "a", "b")


def effective_size(n, ties):
    return n - 2 * ties / n


def density(edition, name):
    listed, ties = load("contacts", edition), load("ego_ties", edition)
    n = (listed["list"] == name).sum()
    return (ties["list"] == name).sum() / (n * (n - 1) / 2)


def test_nadias_list_is_her_network_in_the_world(edition):
    listed, ties = load("contacts", edition), load("ties", edition)
    hers = set(ties.loc[ties["a"] == "P0000", "b"]) | set(ties.loc[ties["b"] == "P0000", "a"])
    assert set(listed.loc[listed["list"] == "nadia", "person_id"]) == hers
    assert 120 < len(hers) < 450


def test_the_lists_have_the_stated_lengths_and_hide_the_stated_share(edition):
    listed = load("contacts", edition).groupby("list")["industry"].agg(["size", "count"])
    for name in ("parents", "firm", "think tank"):
        assert listed.loc[name, "size"] == size("contacts", name.replace(" ", "_"))
    hidden = listed["size"] - listed["count"]
    assert (hidden - size("contacts", "hidden") * listed["size"]).abs().max() <= 0.5


def test_parents_share_a_town_and_not_a_trade(edition):
    listed = load("contacts", edition)
    parents = listed[listed["list"] == "parents"]
    town = load("people", edition)["city"][0]
    assert (parents["city"] != town).sum() == size("contacts", "parents_from_elsewhere")
    assert blau_index(parents["city"].value_counts()) < 0.3
    assert blau_index(parents["industry"].value_counts()) > 0.6


def test_the_firms_list_is_of_one_trade_and_the_think_tank_of_six(edition):
    listed = load("contacts", edition).groupby("list")["industry"]
    assert blau_index(listed.get_group("firm").value_counts()) < 0.4
    assert blau_index(listed.get_group("think tank").value_counts()) > 0.75


@pytest.mark.parametrize("name", ["parents", "firm", "think tank"])
def test_as_many_pairs_know_each_other_as_planted(edition, name):
    spread = size("ego_ties", "density_spread") + 0.01
    planted = size("ego_ties", f"{name.replace(' ', '_')}_density")
    assert density(edition, name) == pytest.approx(planted, abs=spread)


def test_forty_parents_are_fewer_sources_than_a_think_tank_of_twelve(edition):
    ties = load("ego_ties", edition)["list"].value_counts()
    assert effective_size(40, ties["parents"]) < 0.6 * effective_size(12, ties["think tank"])


def test_constraint_calls_the_parents_the_freer_list_all_the_same(edition):
    listed, ties = load("contacts", edition), load("ego_ties", edition)

    def constraint(name):
        among = nx.from_pandas_edgelist(ties[ties["list"] == name], "a", "b")
        on_list = listed.loc[listed["list"] == name, "person_id"]
        among.add_edges_from(("owner", who) for who in on_list)
        return nx.constraint(among, ["owner"])["owner"]

    assert constraint("parents") < constraint("think tank")


def test_the_best_connected_of_the_world_are_among_the_sixty_and_nearly_redundant(edition):
    people, among = load("candidates", edition), network("candidate_ties", edition)
    assert len(people) == 60
    best = people.nlargest(int(size("candidates", "best_connected")), "connections")["person_id"]
    ties = load("ties", edition)
    most = pd.concat([ties["a"], ties["b"]]).value_counts()
    assert set(best) == set(most.index[:12]) - {"P0000"}
    assert 1 <= effective_size(12, among.subgraph(best).number_of_edges()) < 4


def test_the_sixty_come_from_every_industry_and_her_own_firm(edition):
    people = load("candidates", edition)
    firm = load("people", edition)["employer"][0]
    assert (people["employer"] == firm).sum() >= size("candidates", "colleagues")
    assert people["industry"].value_counts().min() >= size("candidates", "each_other_trade")
    assert people["connections"].min() >= size("candidates", "least_connections")


def test_most_people_in_town_have_fewer_connections_than_their_connections(edition):
    town = network("friends", edition)
    means = {who: sum(town.degree(f) for f in town[who]) / town.degree(who) for who in town}
    assert sum(town.degree(who) < means[who] for who in town) / len(town) > 0.65


def test_the_open_networker_stands_outside_the_innermost_core(edition):
    among = network("lion_ties", edition)
    lion = max(among, key=among.degree)
    core = nx.core_number(among)
    innermost = {who for who, number in core.items() if number == max(core.values())}
    contacts = among.degree(lion) - size("lion_ties", "circle_known_to_lion")
    if edition == "open":
        assert (contacts, core[lion]) == (
            size("lion_ties", "lion_contacts"),
            size("lion_ties", "core_of_lion"),
        )
    assert contacts in {50, 60, 70, 90, 120, 150}
    assert lion not in innermost
    assert core[lion] <= max(core.values()) - 3
    apart = [-1, 1] if edition == "open" else [-3, 5]
    assert apart[0] <= len(innermost) - size("lion_ties", "circle") <= apart[1]


@pytest.fixture
def years(edition):
    """Return for each year every member's last count of connections and sum of opportunities."""
    table = load("target", edition)
    by_year = table.groupby([table["month"].dt.year, "member_id"])
    return by_year.agg({"connections": "last", "opportunities": "sum"})


def test_the_count_goes_with_opportunities_until_it_is_a_target(edition, years):  # noqa: ARG001
    before, after = (
        years.loc[y, "connections"].corr(years.loc[y, "opportunities"]) for y in (2025, 2026)
    )
    assert before > 0.6
    assert abs(after) < 0.15


def test_the_count_before_the_target_still_goes_with_opportunities_after_it(edition, years):  # noqa: ARG001
    assert years.loc[2025, "connections"].corr(years.loc[2026, "opportunities"]) > 0.5


def test_those_who_had_few_added_most(edition, years):  # noqa: ARG001
    had = years.loc[2025, "connections"]
    assert had.corr(years.loc[2026, "connections"] - had) < -0.6


def test_everybody_comes_near_the_target_and_opportunities_stay(edition, years):  # noqa: ARG001
    goal = size("target", "target")
    assert years.loc[2026, "connections"].min() > 0.95 * goal
    assert years.loc[2025, "connections"].max() < goal
    sums = years["opportunities"].groupby(level=0).sum()
    assert sums[2026] / sums[2025] == pytest.approx(1, abs=0.3)
    per_hundred = sums[2025] / years.loc[2025, "connections"].sum() * 100
    assert per_hundred == pytest.approx(size("target", "opportunities_per_100"), rel=0.2)


def test_news_peaks_between_the_least_and_the_most_mixed(edition):
    table = load("bandwidth", edition)
    bands = table.assign(novel=table["messages_per_month"] * table["new_per_message"]).groupby(
        "diversity"
    )
    novel = bands["novel"].mean()
    assert 0.2 <= novel.idxmax() <= 0.7
    assert bands["messages_per_month"].mean().is_monotonic_decreasing
    assert bands["new_per_message"].mean().is_monotonic_increasing
    assert (bands.size() == size("bandwidth", "members_per_band")).all()


def test_the_lines_of_messages_and_news_have_the_planted_slopes(edition):
    bands = load("bandwidth", edition).groupby("diversity").mean(numeric_only=True)
    most = size("bandwidth", "most_messages")
    lost = (bands["messages_per_month"].iloc[0] - bands["messages_per_month"].iloc[-1]) / 0.7
    gained = (bands["new_per_message"].iloc[-1] - bands["new_per_message"].iloc[0]) / 0.7
    planted = [size("bandwidth", "messages_lost")] if edition == "open" else [0.88, 0.98]
    assert min(planted) - 0.2 <= lost / most <= max(planted) + 0.2
    assert gained == pytest.approx(size("bandwidth", "new_gained"), abs=0.1)


def test_no_order_of_rows_gives_an_answer_away(edition):
    assert not pd.Series(load("bandwidth", edition)["diversity"]).is_monotonic_increasing
