"""``weakties teach return`` as somebody types it, after a run in which not all went well."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grading.small import answer, small_course
from weakties.cli import app

pytestmark = pytest.mark.xdist_group("give-back")


NBGRADERS_OWN = pytest.mark.filterwarnings("ignore:unclosed file .*timestamp:ResourceWarning")


def run(*words):
    return CliRunner().invoke(app, list(map(str, words)))


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    base = tmp_path_factory.mktemp("desk")
    exchange = base / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    course = small_course(base / "course", config=f"c.Exchange.root = {str(exchange)!r}\n")
    for learner in ("ann", "bo", "cy"):
        answer(course, learner, y=f"y = 4  # {learner}")
    answer(course, "dee").write_text("{", encoding="utf-8")
    for learner in ("ann", "dee"):
        folder = course / "submitted" / learner / "ps1"
        (folder / "timestamp.txt").write_text("2027-01-01 12:00:00 UTC", encoding="utf-8")
        (folder / "submission_secret.txt").write_text(f"of {learner}", encoding="utf-8")
    assert run("grade", "ps1", "--course", course).exit_code == 1
    return course


def names_in(archive):
    with zipfile.ZipFile(archive) as opened:
        return sorted(opened.namelist())


def test_everybody_gets_a_page_who_handed_something_in(graded, tmp_path):
    archive = tmp_path / "back.zip"
    said = run("teach", "return", "ps1", "--zip", archive, "--course", graded)
    assert said.exit_code == 0, said.output
    assert "holds it for 4 learners" in said.stdout
    assert names_in(archive) == [f"{who}/ps1-feedback.html" for who in ("ann", "bo", "cy", "dee")]
    with zipfile.ZipFile(archive) as opened:
        assert b"could not be graded" in opened.read("dee/ps1-feedback.html")
        assert b"3 of 3 points" in opened.read("ann/ps1-feedback.html")


def test_a_mark_by_hand_since_then_stands_on_the_page(graded, tmp_path):
    from nbgrader.api import Gradebook

    course = Path(shutil.copytree(graded, tmp_path / "course"))
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        book.find_grade("x-check", "ps1", "ps1", "bo").manual_score = 0.5
        book.db.commit()
    assert run("teach", "return", "ps1", "--course", course).exit_code == 0
    page = (course / "feedback" / "bo" / "ps1" / "ps1.html").read_text(encoding="utf-8")
    assert "1.5 of 3 points" in page


def test_the_archive_takes_the_names_of_the_platforms_own(graded, tmp_path):
    downloaded, archive = tmp_path / "submissions.zip", tmp_path / "back.zip"
    places = {
        "ann": "Ann A_71_assignsubmission_file/anything.ipynb",
        "bo": "bbo_LATE_12_345_ps1.ipynb",
        "dee": "dee/ps1.ipynb",
    }
    with zipfile.ZipFile(downloaded, "w") as made:
        for learner, name in places.items():
            made.write(graded / "submitted" / learner / "ps1" / "ps1.ipynb", name)
    said = run("teach", "return", "ps1", "--zip", archive, "--like", downloaded, "--course", graded)
    assert said.exit_code == 1
    assert "cy gets nothing. No file in" in said.stderr
    assert names_in(archive) == [
        "Ann A_71_assignsubmission_file/ps1-feedback.html",
        "bbo_LATE_12_345_ps1-feedback.html",
        "dee/ps1-feedback.html",
    ]


@NBGRADERS_OWN
def test_the_exchange_gets_what_came_through_it_and_the_others_are_named(graded):
    said = run("teach", "return", "ps1", "--exchange", "--course", graded)
    assert said.exit_code == 1
    assert "Released through the exchange for 2 learners." in said.stdout
    assert "did not come that way: bo, cy." in said.stdout
    released = graded.parent / "exchange" / "weakties" / "feedback"
    assert len(list(released.glob("*.html"))) == 2


@NBGRADERS_OWN
def test_an_archive_as_well_leaves_nobody_out(graded, tmp_path):
    words = ("--exchange", "--zip", tmp_path / "back.zip", "--course", graded)
    assert run("teach", "return", "ps1", *words).exit_code == 0


def test_where_nothing_was_graded_nothing_looks_done(tmp_path, graded):
    course = Path(shutil.copytree(graded, tmp_path / "course"))
    for stage in ("autograded", "feedback", "submitted"):
        shutil.rmtree(course / stage, ignore_errors=True)
    (course / "gradebook.db").unlink()
    shutil.copytree(graded / "submitted" / "ann", course / "submitted" / "new")
    from grading.courses import nbgrader

    nbgrader(course, "generate_assignment", "ps1", "--force")
    said = run("teach", "return", "ps1", "--zip", tmp_path / "back.zip", "--course", course)
    assert said.exit_code == 1
    assert "new gets nothing." in said.stderr
    assert f"run `weakties grade ps1 --course {course}`" in said.stderr
    assert not (tmp_path / "back.zip").exists()


def test_names_without_an_archive_are_refused(tmp_path):
    (tmp_path / "submissions.zip").write_bytes(b"")
    said = run("teach", "return", "ps1", "--like", tmp_path / "submissions.zip")
    assert said.exit_code == 2
    assert "--like goes with --zip" in said.output
