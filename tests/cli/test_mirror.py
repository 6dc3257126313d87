"""``weakties mirror``: what it prints, writes, and refuses."""

from __future__ import annotations

import json
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from weakties.cli import app

RUN = CliRunner()


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "Basic_LinkedInDataExport_10-03-2026.zip"
    assert RUN.invoke(app, ["mirror", "--sample", "--out", str(path)]).exit_code == 0
    return path


def test_the_report_is_printed_and_says_how_to_get_pictures(sample):
    result = RUN.invoke(app, ["mirror", str(sample)])

    assert result.exit_code == 0
    assert "Your network in the mirror" in result.stdout
    assert "--html mirror.html" in result.stdout


def test_json_is_all_that_is_printed_and_the_day_can_be_given(sample):
    result = RUN.invoke(app, ["mirror", str(sample), "--json", "--as-of", "2030-01-01"])

    found = json.loads(result.stdout)
    assert list(found) == ["connections", "companies", "messages", "ties", "rests_on"]
    assert found["ties"]["as_of"] == "2030-01-01"
    assert list(found["messages"]) == [
        "threads",
        "started",
        "replied",
        "reply_rate",
        "median_reply_hours",
        "owner",
    ]


def test_json_and_a_page_can_be_had_at_once(sample, tmp_path):
    page = tmp_path / "mirror.html"

    result = RUN.invoke(app, ["mirror", str(sample), "--json", "--html", str(page)])

    assert json.loads(result.stdout)["connections"]["era"] == "since-2023"
    assert "Nothing left this machine" in result.stderr
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_card_is_drawn_and_its_words_are_said_for_those_who_do_not_see_it(sample, tmp_path):
    card = tmp_path / "card.png"

    result = RUN.invoke(app, ["mirror", str(sample), "--card", str(card)])

    assert result.exit_code == 0
    assert card.read_bytes().startswith(b"\x89PNG")
    assert "It names nobody" in result.stderr
    assert "150 connections; 8 years" in result.stderr
    assert result.stdout == ""


def test_the_copy_is_written_and_what_it_still_shows_is_said(sample, tmp_path):
    copy = tmp_path / "copy.zip"

    result = RUN.invoke(app, ["mirror", str(sample), "--pseudonymise", str(copy)])

    assert result.exit_code == 0
    assert "still shows" in result.stderr
    assert "by month, company, function and level: 100%, 0%" in result.stderr
    assert "the time until an answer: " in result.stderr
    assert "Connections.csv" in ZipFile(copy).namelist()


def test_the_sample_stands_beside_a_class_s_copy_in_terminal_page_and_json(sample, tmp_path):
    copy, page = str(tmp_path / "class.zip"), tmp_path / "mirror.html"
    RUN.invoke(app, ["mirror", str(sample), "--pseudonymise", copy])

    printed = RUN.invoke(app, ["mirror", copy, "--beside", "sample"])
    more = ["--beside", copy, "--html", str(page), "--json"]
    written = RUN.invoke(app, ["mirror", str(sample), *more])

    said = " ".join(printed.stdout.split())
    assert "Beside the sample, who is invented" in said
    assert "25 % messages both ways; there 25 % (can't be told from chance: " in said
    assert "leaves out: pairs of people, two companies; median until the first answer" in said
    beside = json.loads(written.stdout)["beside"]
    assert beside["connections"] == {
        "unit": "count",
        "own": 150,
        "other": 150,
        "interval": None,
        "told": None,
    }
    assert [one["told"] for one in beside.values() if one["interval"]] == [False] * 4
    html = page.read_text(encoding="utf-8")
    assert "Beside class.zip" in html
    assert "The other is a copy without names" in html


def test_a_folder_of_a_class_s_copies_shows_where_one_stands_among_them(sample, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in ("one.zip", "two.zip"):
        RUN.invoke(app, ["mirror", str(sample), "--pseudonymise", str(folder / name)])
    asked = ["mirror", str(sample), "--beside", str(folder)]

    printed, written = RUN.invoke(app, asked), RUN.invoke(app, [*asked, "--json"])

    said = " ".join(printed.stdout.split())
    assert "Beside 2 copies in copies" in said
    assert "150 connections; class 150, from 150 to 150 (above 0 of 2, level with 2)" in said
    beside = json.loads(written.stdout)["beside"]
    assert beside["connections"]["others"] == [150, 150]
    assert beside["pairs of people, two companies"]["median"] is None

    (folder / "named.zip").write_bytes(sample.read_bytes())
    refused = RUN.invoke(app, asked)
    assert refused.exit_code == 1
    assert "“named.zip” is no copy without names" in " ".join(refused.stderr.split())


def test_an_export_is_not_set_beside_itself(sample):
    result = RUN.invoke(app, ["mirror", str(sample), "--beside", str(sample)])

    assert result.exit_code == 1
    assert "These two are one file" in result.stderr


@pytest.mark.parametrize("era", ["to-2015", "to-2021", "2021-2023", "since-2023"])
def test_the_sample_is_written_in_any_era(tmp_path, era):
    path = tmp_path / "x.zip"
    RUN.invoke(app, ["mirror", "--sample", "--era", era, "--out", str(path)])

    found = json.loads(RUN.invoke(app, ["mirror", str(path), "--json"]).stdout)

    assert found["connections"]["era"] == era


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Which export?"),
        (["no such.zip"], "There is no “no such.zip”"),
        (["--sample", "--out", "no/such/x.zip"], "could not be written"),
    ],
)
def test_what_can_be_mended_ends_in_a_sentence_and_exit_code_1(
    arguments, sentence, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    result = RUN.invoke(app, ["mirror", *arguments])

    assert result.exit_code == 1
    assert sentence in result.stderr
    assert result.stdout == ""


def test_a_second_sample_does_not_write_over_the_first(sample):
    before = sample.read_bytes()

    result = RUN.invoke(app, ["mirror", "--sample", "--out", str(sample)])

    assert result.exit_code == 1
    assert sample.read_bytes() == before


DOUBTFUL = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Ruiz,https://www.linkedin.com/in/ana,,Acme,Chef,1/5/2024\n"
)


def test_dates_with_two_readings_are_said_in_the_report_and_the_option_decides(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(DOUBTFUL, encoding="utf-8")

    report = " ".join(RUN.invoke(app, ["mirror", str(path)]).stdout.split())
    assert "May 1, 2024 with the day first, January 5, 2024 with the month first" in report
    assert "--dates day-first or --dates month-first" in report
    for order, day in (("day-first", "2024-05-01"), ("month-first", "2024-01-05")):
        result = RUN.invoke(app, ["mirror", str(path), "--dates", order, "--json"])
        assert json.loads(result.stdout)["connections"]["first"] == day


@pytest.mark.parametrize("more", [["--json"], ["--html", "x.html"], ["--pseudonymise", "x.zip"]])
def test_dates_with_two_readings_are_said_where_no_report_is_printed(tmp_path, monkeypatch, more):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "Connections.csv"
    path.write_text(DOUBTFUL, encoding="utf-8")

    result = RUN.invoke(app, ["mirror", str(path), *more])

    assert result.exit_code == 0
    assert result.stderr.startswith("Two readings, so not read: 1 of 1 dates in Connections.csv.")


def test_an_order_that_there_is_not_is_refused(sample):
    assert RUN.invoke(app, ["mirror", str(sample), "--dates", "year-first"]).exit_code == 2


@pytest.mark.parametrize(
    "more",
    [
        ["--html", "x.html"],
        ["--card", "x.png"],
        ["--json"],
        ["--as-of", "2026-01-01"],
        ["--dates", "day-first"],
        ["--beside", "sample"],
    ],
)
def test_a_sample_refuses_words_that_it_would_not_heed(tmp_path, monkeypatch, more):
    monkeypatch.chdir(tmp_path)
    result = RUN.invoke(app, ["mirror", "--sample", *more])

    assert result.exit_code == 1
    assert "--sample only writes an invented export" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.fixture
def later(tmp_path):
    """Return the export of somebody a month after the sample's day, with one person more."""
    folder = tmp_path / "later"
    folder.mkdir()
    old, new = folder / "x_09-01-2026.zip", folder / "x_10-01-2026.zip"
    for path, rows in ((old, ["Ana,Ruiz"]), (new, ["Ana,Ruiz", "Ben,Okafor"])):
        lines = [
            f"{name},https://www.linkedin.com/in/{name[:3]},,Acme,Chef,0{at + 1} Sep 2026"
            for at, name in enumerate(rows)
        ]
        with ZipFile(path, "w") as archive:
            archive.writestr("Connections.csv", DOUBTFUL.splitlines()[0] + "\n" + "\n".join(lines))
    return old, new


def test_two_exports_are_compared_in_a_terminal_as_json_and_as_a_page(later, tmp_path):
    old, new = map(str, later)
    page = tmp_path / "changes.html"

    printed = RUN.invoke(app, ["mirror", new, "--since", old])
    figures = RUN.invoke(app, ["mirror", new, "--since", old, "--json", "--html", str(page)])

    assert "Since 2026-09-01, 1 person came and 0 went" in " ".join(printed.stdout.split())
    assert "--html changes.html" in printed.stdout
    assert json.loads(figures.stdout)["people"]["came"] == 1
    assert "Ben Okafor" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--pseudonymise", "x.zip"], "Leave --since out"),
        (["--card", "x.png"], "Leave --since out"),
        (["--beside", "sample"], "Leave --since out"),
        (["--sample"], "--sample only writes"),
    ],
)
def test_a_comparison_refuses_words_that_it_would_not_heed(
    later, tmp_path, monkeypatch, more, sentence
):
    monkeypatch.chdir(tmp_path)
    old, new = map(str, later)

    result = RUN.invoke(app, ["mirror", new, "--since", old, *more])

    assert result.exit_code == 1
    assert sentence in result.stderr


def test_the_wrong_order_ends_in_a_sentence(later):
    old, new = map(str, later)

    result = RUN.invoke(app, ["mirror", old, "--since", new])

    assert result.exit_code == 1
    assert "other way round" in result.stderr
    assert result.stdout == ""
