"""What an instructor types to prepare a workshop: plan, guide, paper, questionnaire."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from weakties.cli import app
from weakties.pages.html import BEGINNING


def run(*words):
    return CliRunner().invoke(app, ["teach", *map(str, words)])


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_an_agenda_as_text_page_and_calendar(tmp_path):
    said = run("plan", "--minutes", 90, "--units", "strangers", "--start", "13:30")
    assert said.exit_code == 0
    assert "13:30" in said.stdout
    made = run(
        *("plan", "--minutes", 90, "--start", "13:30", "--day", "2027-03-01"),
        *("--html", "agenda.html", "--calendar", "agenda.ics"),
    )
    assert made.exit_code == 0
    assert (tmp_path / "agenda.html").read_text("utf-8").startswith(BEGINNING)
    assert "20270301T133000" in (tmp_path / "agenda.ics").read_text("utf-8")


def test_a_calendar_without_a_day_is_refused(tmp_path):
    said = run("plan", "--minutes", 90, "--calendar", "agenda.ics")
    assert said.exit_code == 2
    assert "needs a day and a start" in said.stderr
    assert not (tmp_path / "agenda.ics").exists()


def test_a_guide_and_its_short_form_have_names_of_their_own(tmp_path):
    assert run("guide", "photo").exit_code == 0
    assert "keep it to yourself" in run("guide", "photo", "--short").stderr
    assert {path.name for path in tmp_path.iterdir()} == {
        "guide-photo.html",
        "guide-photo-short.html",
    }


def test_everybody_on_a_roster_gets_a_name_tent(tmp_path):
    (tmp_path / "class.csv").write_text("id,name,email\nada,Ada Lovelace,\nbo,,\n", "utf-8")
    assert run("print", "photo", "--names", "class.csv", "--tents", 1).exit_code == 0
    page = (tmp_path / "print-photo.html").read_text("utf-8")
    assert page.count("class='sheet tent'") == 3
    assert "Ada Lovelace" in page


def test_another_file_of_that_name_is_left_as_it_is(tmp_path):
    (tmp_path / "print-photo.html").write_text("mine", "utf-8")
    assert "no report of ours" in str(run("print", "photo").exception)
    assert (tmp_path / "print-photo.html").read_text("utf-8") == "mine"


def test_forms_with_their_key_and_then_what_changed(tmp_path):
    made = run("survey", "--units", "photo", "--html", "s.html")
    assert "s-before.html; the key: photo-unit c, photo-adjusted b" in made.stdout
    rows = "\n".join(["photo-unit,sure-own", *["c,2"] * 6, *["b,2"] * 6])
    (tmp_path / "before.csv").write_text(rows, "utf-8")
    (tmp_path / "after.csv").write_text(rows.replace("b,2", "a,4").replace("c,", "a,"), "utf-8")
    said = run("survey", "before.csv", "after.csv", "--units", "photo")
    assert "6 of 12" in said.stdout
    assert "12 of 12" in said.stdout
    assert "two files" in str(run("survey", "before.csv").exception)


def test_slides_tell_when_a_part_begins_as_the_agenda_of_their_unit_does(tmp_path):
    agenda = run("plan", "--minutes", 75, "--units", "strangers", "--start", "17:17").stdout
    row = next(line for line in agenda.splitlines() if line.endswith("How sure is sure enough?"))
    timed = run(
        *("slides", "strangers", "--print", "timed.html"), *("--minutes", 75, "--start", "17:17")
    )
    assert timed.exit_code == 0
    assert f"begins at {row.split()[0]}." in (tmp_path / "timed.html").read_text("utf-8")
    assert run("slides", "strangers", "--print", "counted.html").exit_code == 0
    assert "begins 0:11 to 0:14." in (tmp_path / "counted.html").read_text("utf-8")


def test_slides_of_a_workshop_of_two_units_take_the_times_of_their_own(tmp_path):
    of_both = ("--units", "photo,strangers", "--minutes", 180, "--start", "9:00")
    agenda = run("plan", *of_both).stdout.splitlines()
    first, second = (line.split()[0] for line in agenda if line.endswith("  The tension"))
    for slug, begins, other in (("photo", first, second), ("strangers", second, first)):
        assert run("slides", slug, *of_both, "--print", f"{slug}.html").exit_code == 0
        page = (tmp_path / f"{slug}.html").read_text("utf-8")
        assert f"3 to 4 minutes, begins at {begins}." in page
        assert f"begins at {other}." not in page
    refused = run("slides", "message", "--units", "photo,strangers")
    assert refused.exit_code == 2
    assert "message is not among them" in refused.stderr


def test_a_start_of_slides_without_the_minutes_of_an_agenda_is_refused():
    said = run("slides", "strangers", "--start", "17:17")
    assert said.exit_code == 2
    assert "--minutes" in said.stderr


def test_a_room_writes_over_no_counts_and_opens_for_no_unknown_unit(tmp_path):
    (tmp_path / "counts.json").write_text("mine")
    assert "such as counts-2.json" in str(run("room", "--keep", "counts.json").exception)
    assert "no unit" in str(run("room", "--units", "nothing").exception)
    assert [path.name for path in tmp_path.iterdir()] == ["counts.json"]


@pytest.mark.parametrize(
    "more", [[], ["--address", "https://hub.example.org/", "--share"], ["--port", 8787]]
)
def test_a_socket_file_is_for_a_hub_and_asks_for_its_address(more):
    said = run("room", "--socket", "socket", *more)
    assert "say with --address where it is reached" in str(said.exception)


def test_what_another_room_left_is_named_and_not_written_over(tmp_path):
    left = tmp_path / ".weakties" / "open-room.json"
    left.parent.mkdir()
    left.write_text('{"asked": ["photo-dress"]}', "utf-8")
    said = run("room", "--units", "purpose")
    assert f"lies in {left}" in str(said.exception)
    assert left.read_text("utf-8") == '{"asked": ["photo-dress"]}'
