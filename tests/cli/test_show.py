"""``weakties teach show`` as somebody types it who has an appeal on the desk."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grading.small import answer, small_course
from weakties.cli import app, main

pytestmark = pytest.mark.xdist_group("show")


def run(*words):
    return CliRunner().invoke(app, list(map(str, words)))


def show(course, *words):
    ran = run("teach", "show", "ps1", *words, "--course", course)
    assert ran.exit_code == 0, ran.output
    return ran


def digests(course):
    files = (path for path in sorted(course.rglob("*")) if path.is_file())
    return {
        str(path.relative_to(course)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Ann handed in a wrong answer and, after it was graded, a better one; bo no notebook at all."""
    course = small_course(tmp_path_factory.mktemp("show") / "course")
    answer(course, "ann", x="x = 4", y="y = 5")
    answer(course, "bo").write_text("{", encoding="utf-8")
    run("grade", "ps1", "--course", course)
    shutil.rmtree(course / "submitted" / "ann")
    answer(course, "ann", y="y = 5")
    run("grade", "ps1", "--course", course, "--learner", "ann", "--force")
    return course


@pytest.fixture(scope="module")
def what_if(graded, tmp_path_factory):
    """Show ann's work once with a change beside it; return what was said, and what was saved."""
    other = small_course_copy(graded, tmp_path_factory.mktemp("edited"))
    edited = answer(other, "ann").rename(other / "edited.ipynb")
    before = digests(graded)
    ran = show(graded, "ann", "--json", "--what-if", edited)
    return json.loads(ran.stdout), before, digests(graded)


def small_course_copy(course, place):
    shutil.copytree(course / "release", place / "release")
    return place


def test_each_question_has_its_points_the_value_that_was_seen_and_the_keys(what_if):
    said, *_ = what_if
    questions = {one["grade_id"]: one for one in said["questions"]}
    assert {name: one["points"] for name, one in questions.items()} == {"x-check": 2, "y-check": 0}
    assert questions["y-check"]["values"] == {"y": {"seen": "5", "key": "4"}}
    assert (said["state"], said["points"], said["max_points"]) == ("graded", 2, 3)
    assert list(said["handed_in"]["files"]) == ["ps1.ipynb"]


def test_a_changed_copy_is_graded_beside_it_and_nothing_is_saved(what_if):
    said, before, after = what_if
    changed = {one["grade_id"]: one["with_the_change"] for one in said["questions"]}
    assert changed == {"x-check": 2, "y-check": 1}
    assert after == before


def test_earlier_gradings_are_kept_and_a_run_that_changes_nothing_adds_none(what_if):
    said, *_ = what_if
    assert [(run["state"], run["points"]) for run in said["history"]] == [
        ("graded", 0),
        ("graded", 2),
    ]
    assert all(run["when"].endswith("+00:00") for run in said["history"])


def test_who_failed_has_the_reason_and_no_points(graded, tmp_path):
    page = tmp_path / "bo.html"
    said = show(graded, "bo", "--html", page)
    assert "names a person and holds the key" in said.stderr
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "ps1.ipynb is no JSON" in text
    assert "Content-Security-Policy" in text
    assert "not graded, of 2" in text or "waits for a person, of 2" in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["anna"], "knows a learner 'anna'"),
        (["an"], "Did you mean ann?"),
    ],
)
def test_somebody_unknown_is_said(graded, monkeypatch, capsys, words, sentence):
    monkeypatch.setattr("weakties.teaching.show.again.graded_again", lambda *_: _nothing())
    line = ["weakties", "teach", "show", "ps1", *words, "--course", str(graded)]
    monkeypatch.setattr("sys.argv", line)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert sentence in capsys.readouterr().err


def _nothing():
    from weakties.teaching.show.again import Again

    return Again()


def test_a_change_that_is_no_notebook_is_said_with_the_reason(graded, tmp_path):
    edited = tmp_path / "edited.ipynb"
    edited.write_text("{", encoding="utf-8")
    said = show(graded, "ann", "--what-if", edited).stdout
    assert "The changed notebook was not graded: ps1.ipynb is no JSON" in " ".join(said.split())
    assert "with the change not graded" in said
    assert Path(edited).read_text(encoding="utf-8") == "{"
