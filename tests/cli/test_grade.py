"""``weakties grade`` as somebody types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grading.small import answer, small_course
from weakties.cli import app

pytestmark = pytest.mark.xdist_group("grading-run")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    return small_course(tmp_path_factory.mktemp("released"))


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


def run(*words):
    return CliRunner().invoke(app, ["grade", *map(str, words)])


def test_a_run_ends_in_one_line_of_counts(course):
    answer(course, "ann")
    answer(course, "bo", y="y = 0")
    ran = run("ps1", "--course", course)
    assert ran.exit_code == 0
    assert "2 graded, 0 needs review, 0 failed, 0 missing, in " in ran.stdout
    assert ", 2 left as they were, in " in run("ps1", "--course", course).stdout


def test_what_failed_is_named_with_the_reason_and_the_exit_code_says_so(course):
    answer(course, "ann")
    answer(course, "bad\x1b[31m").write_text("{", encoding="utf-8")
    ran = run("ps1", "--course", course)
    assert ran.exit_code == 1
    assert "✕ bad\\x1b[31m was not graded. ps1.ipynb is no JSON" in ran.stdout
    assert "\x1b" not in ran.stdout
    assert "1 graded, 0 needs review, 1 failed" in ran.stdout


def test_every_result_can_be_had_as_json(course, tmp_path):
    answer(course, "ann", y="y = 0")
    file = tmp_path / "results.json"
    assert run("ps1", "--course", course, "--json", file).exit_code == 0
    said = json.loads(file.read_text(encoding="utf-8"))
    assert said["states"] == {"graded": 1}
    assert [(r["learner"], r["score"], r["max_score"]) for r in said["results"]] == [("ann", 2, 3)]
    screen = run("ps1", "--course", course, "--json", "-", "--force")
    assert json.loads(screen.stdout)["results"][0]["learner"] == "ann"


def test_a_learner_can_be_asked_for_by_name(course):
    for learner in ("ann", "bo", "cy"):
        answer(course, learner)
    ran = run("ps1", "--course", course, "--learner", "ann", "--learner", "cy", "--workers", 1)
    assert "2 graded" in ran.stdout
    assert sorted(path.name for path in (course / "autograded").iterdir()) == ["ann", "cy"]


def test_what_cannot_be_graded_at_all_is_said_without_a_traceback(course, tmp_path, capsys):
    from weakties.cli import main

    assert run("ps1", "--course", tmp_path / "nowhere").exit_code == 2
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["weakties", "grade", "ps7", "--course", str(course)])
        with pytest.raises(SystemExit) as ended:
            main()
    assert ended.value.code == 1
    assert "nbgrader generate_assignment ps7" in capsys.readouterr().err
