"""The effects that the cards of ``purpose`` say were planted are there, in every edition."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from weakties.data import about, load

pytestmark = pytest.mark.parametrize("edition", ["open", *(f"planted-{i}" for i in range(3))])
GOALS = ("party", "tank", "gang", "rolodex", "dating", "recruiting", "traffic")


def size(dataset, effect):
    return about(dataset).size_of(effect)


def test_the_two_files_are_of_two_eras(edition):
    lines = load("export_lines", edition)
    texts = {name: list(rows["text"].fillna("")) for name, rows in lines.groupby("file")}
    assert len(texts) == size("export_lines", "eras")
    older, newer = texts["connections_2019.csv"], texts["connections_2026.csv"]
    assert older[0] == "First Name,Last Name,Email Address,Company,Position,Connected On"
    assert (newer[0], newer[2]) == ("Notes:", "")
    assert newer[3] == "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def test_the_table_is_the_newer_file_line_by_line(edition):
    lines, table = load("export_lines", edition), load("first_export", edition)
    newer = lines[lines["file"] == "connections_2026.csv"].set_index("line")["text"]
    assert list(table["line"]) == list(newer.index[4:])
    for row in table.to_dict("records"):
        assert newer[row["line"]].endswith(f"{row['connected_on']:%d %b %Y}")


def test_as_many_people_hidden_rows_and_addresses_as_planted(edition):
    table = load("first_export", edition)
    hidden = table["url"].isna()
    people = (~hidden).sum()
    assert people == pytest.approx(size("first_export", "people"), abs=20)
    assert hidden.sum() == pytest.approx(
        people * size("first_export", "hidden_per_person"), abs=3.5
    )
    assert table.loc[hidden, "first_name":"position"].isna().all(axis=None)
    shown = table.loc[~hidden]
    assert shown["email"].notna().mean() == pytest.approx(
        size("first_export", "shows_address"), abs=0.12
    )
    assert shown["company"].isna().mean() == pytest.approx(
        size("first_export", "no_company"), abs=0.09
    )


def test_connections_and_hiring_go_together_as_planted(edition):
    table = load("hires", edition)
    connected, hired = table["has_connection"] == "yes", table["hired"] == "yes"
    assert len(table) == size("hires", "applicants")
    assert connected.mean() == pytest.approx(size("hires", "connected"), abs=0.03)
    assert hired[connected].mean() == pytest.approx(size("hires", "hired_connected"), abs=0.05)
    assert hired[~connected].mean() == pytest.approx(size("hires", "hired_others"), abs=0.01)
    assert connected[hired].mean() > 0.65


def test_every_source_falls_and_linkedin_becomes_first(edition):
    wide = load("traffic", edition).pivot(index="month", columns="source", values="visits")
    for source in ("LinkedIn", "Facebook", "other blogs"):
        name = source.lower().replace(" ", "_")
        begin, falls = size("traffic", f"{name}_begin"), size("traffic", f"{name}_falls")
        trend = np.polyfit(wide.index, wide[source], 1)
        first, last = np.polyval(trend, 1), np.polyval(trend, 24)
        assert first == pytest.approx(begin, rel=0.2)
        assert 1 - last / first == pytest.approx(falls, abs=0.15)
    # Before and after the campaign, Twitter falls in a straight line; in it stands above.
    rest = wide["Twitter"].drop(range(10, 20))
    line = np.polyval(np.polyfit(rest.index, rest, 1), wide.index)
    assert line[0] == pytest.approx(size("traffic", "twitter_begin"), rel=0.2)
    above = (wide["Twitter"] / line).rolling(3).mean().loc[12:19]
    assert above.max() == pytest.approx(size("traffic", "twitter_campaign"), abs=0.2)
    begins = [size("traffic", "campaign_begins")] if edition == "open" else [10, 13]
    assert min(begins) + 2 <= above.idxmax() <= max(begins) + 6
    leads = wide.idxmax(axis=1) == "LinkedIn"
    assert not leads[1]
    assert leads[24]


def test_goals_are_independent_and_one_person_is_famous(edition):
    people = load("circle_people", edition)
    assert len(people) == size("circle_people", "people")
    assert people["connections"].max() == size("circle_people", "most_connections")
    assert people.loc[people["connections"].idxmax(), "person_id"] == "P60"
    lists = [set(people.nlargest(10, goal)["person_id"]) for goal in GOALS]
    alike = [len(a & b) for a, b in combinations(lists, 2)]
    assert np.mean(alike) == pytest.approx(10 * 10 / 60, abs=0.7)
    together = people[[*GOALS, "connections"]].corr("spearman").to_numpy()
    off = together[~np.eye(len(together), dtype=bool)]
    assert off.mean() == pytest.approx(size("circle_people", "together"), abs=0.1)


def test_headlines_tell_as_often_as_planted(edition):
    people = load("circle_people", edition)
    plain = people["headline"].isin(
        ["Passionate about results", "Making things happen", "Lifelong learner", "Open to ideas"]
    )
    assert 1 - plain.mean() == pytest.approx(size("circle_people", "headline_tells"), abs=0.2)
    best = people[list(GOALS)].idxmax(axis=1)
    assert (best[~plain].groupby(people.loc[~plain, "headline"]).nunique() == 1).all()


def test_ties_are_as_common_as_planted_and_the_famous_one_talks_with_two(edition):
    ties, people = load("circle_ties", edition), load("circle_people", edition)
    home = dict(zip(people["person_id"], people["industry"], strict=True)) | {"P00": "software"}
    with_famous = ties["b"] == "P60"
    rest = ties[~with_famous]
    same = rest["a"].map(home) == rest["b"].map(home)
    # Ten of five industries, eleven with Nadia, nine with P60 left out.
    assert same.sum() / (4 * 45 + 55 + 36) == pytest.approx(
        size("circle_ties", "tied_same"), abs=0.1
    )
    assert (~same).sum() / (60 * 59 / 2 - 271) == pytest.approx(
        size("circle_ties", "tied_other"), abs=0.025
    )
    assert (rest["talked"] == "yes").mean() == pytest.approx(
        size("circle_ties", "talked"), abs=0.12
    )
    talks = ties[with_famous & (ties["talked"] == "yes")]
    assert len(talks) == size("circle_ties", "famous_talks_with")
    hers = set(ties.loc[ties["a"] == "P00", "b"])
    assert not hers & set(talks["a"])
    assert 0.12 < with_famous.sum() / 59 < 0.55
    assert with_famous.sum() / 59 == pytest.approx(size("circle_ties", "tied_famous"), abs=0.25)
