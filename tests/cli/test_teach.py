"""``weakties teach`` as somebody types it."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grading.small import answer, small_course
from weakties.cli import app, main


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    return small_course(tmp_path_factory.mktemp("released"))


@pytest.fixture(scope="module")
def graded(released, tmp_path_factory):
    course = Path(shutil.copytree(released, tmp_path_factory.mktemp("graded") / "course"))
    answer(course, "ann")
    answer(course, "bo", y="y = 5")
    answer(course, "cy", x="x = 4", y="y = 5")
    answer(course, "=evil").write_text("{", encoding="utf-8")
    assert run("grade", "ps1", "--course", course).exit_code == 1
    return course


def run(*words):
    return CliRunner().invoke(app, list(map(str, words)))


def refusal(monkeypatch, capsys, *words):
    monkeypatch.setattr("sys.argv", ["weakties", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    return capsys.readouterr().err


def test_the_report_of_an_assignment_that_never_heard_of_weakties(graded):
    said = run("teach", "report", "ps1", "--course", graded)
    assert said.exit_code == 0
    assert "4 learners: 3 graded, 1 failed." in said.stdout
    assert "x-check" in said.stdout
    assert "=evil: failed." in said.stdout


def test_the_report_as_json_is_one_object(graded):
    said = json.loads(run("teach", "report", "ps1", "--course", graded, "--json").stdout)
    first, second = said["questions"]
    assert (first["difficulty"], second["difficulty"]) == pytest.approx((2 / 3, 1 / 3))
    assert [(v["answer"], v["value"], v["learners"]) for v in second["wrong_values"]] == [
        ("y", "5", 2)
    ]


def test_the_page_is_written_and_no_other_file_written_over(graded, tmp_path, monkeypatch, capsys):
    page, mine = tmp_path / "report.html", tmp_path / "mine.html"
    mine.write_text("mine", encoding="utf-8")
    assert run("teach", "report", "ps1", "--course", graded, "--html", page).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    words = ("teach", "report", "ps1", "--course", graded, "--html", mine)
    assert "left as it is" in refusal(monkeypatch, capsys, *words)
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_report_without_names_says_nothing_of_anybody(graded, tmp_path):
    page = tmp_path / "report.html"
    words = ("teach", "report", "ps1", "--course", graded, "--anonymous", "--html", page)
    said = run(*words)
    assert said.exit_code == 0
    assert "keep it to yourself" not in said.stderr
    assert "evil" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(("form", "rows"), [("csv", 5), ("canvas", 6), ("moodle", 5)])
def test_points_go_to_the_screen_or_to_a_file_and_notes_beside_them(graded, tmp_path, form, rows):
    out = tmp_path / "points.csv"
    words = ("teach", "export", "ps1", "--format", form, "--course", graded)
    shown = run(*words)
    assert shown.exit_code == run(*words, "--out", out).exit_code == 0
    with out.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == rows
    assert shown.stdout_bytes == out.read_bytes()
    assert "'=evil" in shown.stdout
    assert form == "csv" or "Assumed" in shown.stderr


def test_without_a_gradebook_the_next_step_is_named_and_no_gradebook_appears(
    tmp_path, monkeypatch, capsys
):
    said = refusal(monkeypatch, capsys, "teach", "report", "photo", "--course", tmp_path)
    assert "There is no gradebook in" in said
    assert f"`weakties grade photo --course {tmp_path}` starts one" in said
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_unit_is_answered_with_those_that_are_known(graded, monkeypatch, capsys):
    said = refusal(monkeypatch, capsys, "teach", "export", "ps2", "--course", graded)
    assert "knows no assignment 'ps2'. It knows: ps1." in said


def test_what_nobody_graded_yet_says_how_to(released, tmp_path, monkeypatch, capsys):
    course = Path(shutil.copytree(released, tmp_path / "course"))
    words = ("teach", "report", "ps1", "--course", course)
    assert "nothing was handed in" in refusal(monkeypatch, capsys, *words)
    answer(course, "ann")
    said = refusal(monkeypatch, capsys, *words)
    assert f"1 learner handed it in: run `weakties grade ps1 --course {course}`" in said


def test_the_gradebook_is_found_where_the_settings_say(graded, tmp_path):
    course = Path(shutil.copytree(graded, tmp_path / "course"))
    (course / "gradebook.db").rename(tmp_path / "elsewhere.db")
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f'c.CourseDirectory.db_url = "sqlite:///{tmp_path / "elsewhere.db"}"\n')
    assert "3 graded" in run("teach", "report", "ps1", "--course", course).stdout


@pytest.mark.parametrize("broken", ["file", "server"])
def test_a_gradebook_that_can_not_be_read_ends_in_a_sentence_without_its_password(
    graded, tmp_path, monkeypatch, capsys, broken
):
    course = Path(shutil.copytree(graded, tmp_path / "course"))
    (course / "gradebook.db").write_bytes(b"this is no database at all, and long enough")
    if broken == "server":
        with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
            url = "postgresql+psycopg://teacher:secret@127.0.0.1:1/grades"
            config.write(f'c.CourseDirectory.db_url = "{url}"\n')
    said = refusal(monkeypatch, capsys, "teach", "report", "ps1", "--course", course)
    assert "can't be read" in said
    assert "secret" not in said
