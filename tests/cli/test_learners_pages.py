"""What a learner takes along: certificate and decisions; and another go at an exercise."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from progress.done import done
from weakties.cli import app
from weakties.course import load_course
from weakties.progress import Line, Store

PHOTO = load_course().unit("photo")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a working folder beside which this process works."""
    work = tmp_path / "weakties-workshop"
    (work / ".weakties").mkdir(parents=True)
    (work / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    return work


def weakties(*arguments):
    return CliRunner().invoke(app, [*arguments])


def finish_photo(folder):
    for question in PHOTO.questions:
        Store(folder).append(done(question))


def test_a_certificate_holds_the_name_that_was_typed_and_nothing_else_does(folder, tmp_path):
    refused = weakties("certificate", "--name", "Ada")
    assert (refused.exit_code, "No unit is done yet" in refused.stderr) == (1, True)
    finish_photo(folder)
    assert weakties("certificate", "--name", "Ada").exit_code == 0
    holding = [
        path.name for path in tmp_path.rglob("*") if path.is_file() and b"Ada" in path.read_bytes()
    ]
    assert holding == ["certificate.html"]
    # A second one replaces it; a file of somebody else's stays.
    assert weakties("certificate", "--name", "Bo").exit_code == 0
    (tmp_path / "mine.html").write_text("mine")
    from weakties.course import CourseError

    result = weakties("certificate", "--name", "Bo", "--html", "mine.html")
    assert isinstance(result.exception, CourseError)
    assert (tmp_path / "mine.html").read_text() == "mine"


def test_decisions_are_collected_from_the_lessons(folder, tmp_path):
    assert "No decision is typed yet" in weakties("decisions").stderr
    for slug, words in (("photo", "I pick <two> photos."), ("followup", "...")):
        lesson = folder / load_course().unit(slug).lesson
        lesson.parent.mkdir(parents=True)
        source = [f'on_monday = "{words}"\n', "print(on_monday)"]
        cell = {"id": "my-decision", "cell_type": "code", "source": source}
        lesson.write_text(json.dumps({"cells": [{"id": "a", "source": "x"}, cell]}))
    said = weakties("decisions").stdout
    assert "Which photo?" in said
    assert "I pick <two> photos." in said
    assert "What then?" not in said
    assert weakties("decisions", "--html", "monday.html").exit_code == 0
    assert "I pick &lt;two&gt; photos." in (tmp_path / "monday.html").read_text("utf-8")


@pytest.mark.parametrize("unit", load_course().ready, ids=lambda unit: unit.slug)
def test_every_lesson_has_the_cell_that_decisions_are_read_from(unit):
    cells = json.loads((load_course().root / unit.lesson).read_text("utf-8"))["cells"]
    [source] = ["".join(cell["source"]) for cell in cells if cell["id"] == "my-decision"]
    assert '= "..."' in source


@pytest.mark.usefixtures("folder")
def test_again_says_where_the_copy_lies_and_what_its_data_are(tmp_path):
    said = weakties("again", "photo").stdout
    assert "exercises/photo-again/photo.ipynb" in said
    copy = tmp_path / "weakties-workshop/exercises/photo-again"
    assert (copy / "weakties.toml").is_file()
    assert weakties("again", "photo", "elsewhere").exit_code == 1


def test_the_doctor_says_so_where_nothing_is_laid_out_and_ends_with_1(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("webbrowser.get", lambda: None)
    result = weakties("doctor")
    assert (result.exit_code, result.stdout.count("\n- ") + 1) == (1, 1)
    assert "No workshop is laid out" in result.stdout
    (tmp_path / "weakties.toml").write_text("edition = 3")
    assert "put the edition in quotes" in weakties("doctor").stdout


@pytest.mark.usefixtures("folder")
def test_the_doctor_is_content_with_a_fresh_folder(monkeypatch):
    monkeypatch.setattr("webbrowser.get", lambda: None)
    result = weakties("doctor")
    assert (result.exit_code, result.stdout.startswith("Nothing is wrong")) == (0, True)


def decided(folder, slug, words, *, weeks):
    import os
    import time

    lesson = folder / load_course().unit(slug).lesson
    lesson.parent.mkdir(parents=True, exist_ok=True)
    cell = {"id": "my-decision", "cell_type": "code", "source": [f'on_monday = "{words}"']}
    lesson.write_text(json.dumps({"cells": [cell]}))
    then = time.time() - weeks * 7 * 86400
    os.utime(lesson, (then, then))


def due_in(folder):
    from datetime import UTC, datetime

    from weakties.workshop.decisions import decisions, due

    found = decisions(load_course(), folder)
    return due(found, Store(folder).read(), datetime.now(UTC).date())


def test_four_weeks_later_a_decision_is_asked_about_once_and_never_if_one_wants(folder, tmp_path):
    decided(folder, "photo", "I pick two.", weeks=3)
    assert due_in(folder) is None
    decided(folder, "photo", "I pick two.", weeks=5)
    decided(folder, "message", "I write.", weeks=6)
    assert due_in(folder).words == "I write."
    Store(folder).append(Line.now("came of it", unit="message", words="Five answers."))
    assert due_in(folder).words == "I pick two."
    assert weakties("decisions", "--html", "monday.html").exit_code == 0
    assert "Five answers." in (tmp_path / "monday.html").read_text("utf-8")
    Store(folder).append(Line.now("no questions"))
    assert due_in(folder) is None
