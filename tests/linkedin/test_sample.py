"""The sample: the same each time, with every quirk in it, and one report in every era."""

from __future__ import annotations

import re

import pytest

from weakties.data.world import make_world
from weakties.linkedin import mirror, read
from weakties.linkedin.sample import write_sample

ERAS = ("to-2015", "to-2021", "2021-2023", "since-2023")
NAME = "Basic_LinkedInDataExport_10-03-2026.zip"


def sample(folder, **form):
    folder.mkdir()
    write_sample(folder / NAME, **form)
    return folder / NAME


def test_the_sample_is_the_same_byte_for_byte_each_time(tmp_path):
    first, second = sample(tmp_path / "a"), sample(tmp_path / "b")

    assert first.read_bytes() == second.read_bytes()


# Before 2015 the list held no dates; the messages of 2019 hold no addresses.
UNKNOWN = {"to-2015": {"first", "last", "owner"}}
# Without a date, nothing is left of a hidden member but an empty line, which says nothing.
HIDDEN_UNSEEN = {"to-2015"}


def used(rests_on, era):
    """Return by part how many rows its figures use, of what an era has."""
    return {
        part: [one["used"] for one in several if era != "to-2015" or "date" not in one["what"]]
        for part, several in rests_on.items()
    }


@pytest.mark.parametrize("excel", [False, True])
@pytest.mark.parametrize("era", ERAS)
def test_every_era_and_the_copy_that_excel_saved_give_one_and_the_same_report(tmp_path, era, excel):
    today = mirror(sample(tmp_path / "today")).json()
    found = mirror(sample(tmp_path / "era", era=era, excel=excel)).json()

    assert found["connections"].pop("era") == era
    today["connections"].pop("era")
    # Older mailboxes hold no drafts, which never count: there are fewer rows, and as many are used.
    assert used(found.pop("rests_on"), era) == used(today.pop("rests_on"), era)
    if era in HIDDEN_UNSEEN:
        today["connections"]["rows"] -= today["connections"]["hidden"]
        today["connections"]["hidden"] = 0
    for part, figures in today.items():
        for key, value in figures.items():
            if key in UNKNOWN.get(era, ()):
                assert found[part][key] is None
            else:
                assert found[part][key] == value, key


def test_the_invitations_say_the_same_with_and_without_addresses(tmp_path):
    said = {
        re.findall(r"\d+ of \d+ are to people who are connections today", html)[0]
        for html in (mirror(sample(tmp_path / era, era=era)).html() for era in ERAS)
    }

    assert len(said) == 1


def test_the_sample_has_every_quirk(tmp_path):
    export = read(sample(tmp_path / "x"))

    assert {"read", "hidden", "duplicate"} == set(export.connections["status"])
    assert export.people["last_name"].str.contains(", ").any()
    assert export.people["first_name"].str.contains("🌱").any()
    assert (export.people["company"] == "").any()
    assert export.messages["draft"].any()
    assert (export.messages["folder"] == "SPAM").any()
    assert export.messages["no_sender"].any()
    assert (export.messages["sender"] == "LinkedIn Member").any()
    assert export.messages["content"].str.contains("\n").any()
    assert export.messages["recipient_slugs"].str.contains(" ").any()


def test_the_story_shows_nadias_year_in_the_figures(tmp_path):
    report = mirror(sample(tmp_path / "x"))
    figures = report.json()

    assert figures["messages"]["owner"] == "nadia-ferro"
    assert figures["ties"]["as_of"] == "2026-10-03"
    assert 0.5 < figures["ties"]["silent_share"] < 0.75
    assert figures["ties"]["dormant"] >= 5
    assert "September 2026 stands out" in report.html()


def test_the_sample_shows_the_ties_of_the_protagonist_in_the_world(tmp_path):
    world = make_world("spring-2027")
    ties = world.ties[(world.ties["a"] == 0) | (world.ties["b"] == 0)]
    ties = ties[ties["since"] <= "2026-10-03"]
    others = world.people.loc[ties["a"] + ties["b"]]
    export = read(sample(tmp_path / "x", edition="spring-2027"))

    plain = export.people["first_name"].str.replace(r"🌱 | [A-Z]\.$", "", regex=True)
    assert sorted(plain) == sorted(others["first_name"].astype("str"))
    assert sorted(export.people["connected_on"]) == sorted(ties["since"])
    assert set(export.people["company"]) - {""} <= set(others["employer"])


def test_a_cohorts_edition_gives_its_own_sample(tmp_path, monkeypatch):
    usual = sample(tmp_path / "a")
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")

    assert sample(tmp_path / "b").read_bytes() != usual.read_bytes()


def test_several_circles_of_hers_talk_in_threads_of_their_own(tmp_path):
    messages = read(sample(tmp_path / "x")).messages
    groups = messages[messages["recipient_slugs"].str.contains(" ")]

    assert groups["title"].nunique() >= 5


def test_nothing_in_the_sample_is_later_than_its_day(tmp_path):
    export = read(sample(tmp_path / "x"))

    for table, column in (
        (export.connections, "connected_on"),
        (export.messages, "sent_at"),
        (export.invitations, "sent_at"),
        (export.endorsements, "endorsed_at"),
    ):
        assert str(table[column].max())[:10] <= "2026-10-03"
