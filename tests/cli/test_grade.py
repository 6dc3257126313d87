"""``weakties grade`` as somebody types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grading.courses import nbgrader, ordinary_course
from grading.small import CELLS, answer, small_course
from weakties.cli import app

pytestmark = pytest.mark.xdist_group("cli-grade")


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


def test_how_many_were_graded_again_and_why_stands_in_the_summary(course):
    for learner in ("ann", "bo", "cy"):
        answer(course, learner, y="y = 0")
    run("ps1", "--course", course)
    for learner in ("ann", "bo"):
        shutil.rmtree(course / "submitted" / learner)
        answer(course, learner)
    said = run("ps1", "--course", course).stdout
    assert "2 differ from what was graded: graded again.\n2 graded, 0 needs" in said
    assert "1 left as they were" in said


def test_what_failed_is_named_with_the_reason_and_the_exit_code_says_so(course):
    answer(course, "ann")
    answer(course, "bad\x1b[31m").write_text("{", encoding="utf-8")
    ran = run("ps1", "--course", course)
    assert ran.exit_code == 1
    assert "✕ bad\\x1b[31m was not graded. ps1.ipynb is no JSON" in ran.stdout
    assert "\x1b" not in ran.stdout
    assert "1 graded, 0 needs review, 1 failed" in ran.stdout


def test_several_assignments_or_all_of_them_are_graded_in_one_call(tmp_path):
    course = ordinary_course(tmp_path, {"ps1": CELLS}, "ps1")
    shutil.copytree(course / "source" / "ps1", course / "source" / "ps2")
    nbgrader(course, "generate_assignment", "ps2")
    for unit in ("ps1", "ps2"):
        notebook = json.loads((course / "source" / unit / "ps1.ipynb").read_text("utf-8"))
        place = course / "submitted" / "ann" / unit
        place.mkdir(parents=True)
        (place / "ps1.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    ran = run("--all", "--course", course)
    assert ran.exit_code == 0
    assert ran.stdout.startswith("ps1:\n1 graded")
    assert "ps2:\n1 graded" in ran.stdout
    said = json.loads(run("ps2", "ps1", "ps2", "--course", course, "--json", "-").stdout)
    assert [one["assignment"] for one in said] == ["ps2", "ps1"]
    words = ["teach", "report", "ps1", "--json", "--course", str(course)]
    (ann,) = json.loads(CliRunner().invoke(app, words).stdout)["course"]
    assert ann["assignments"] == {"ps1": 3, "ps2": 3}
    assert (ann["points_so_far"], ann["complete"]) == (6, True)


@pytest.mark.parametrize("words", [(), ("--all", "ps1"), ("ps1", "ps2", "--compare")])
def test_what_names_no_assignment_or_too_many_is_refused(tmp_path, words):
    assert run(*words, "--course", tmp_path).exit_code == 2


def test_all_of_nothing_is_not_done(course, capsys, monkeypatch):
    from weakties.cli import main

    monkeypatch.setattr("sys.argv", ["weakties", "grade", "--all", "--course", str(course)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "Nothing was handed in" in capsys.readouterr().err


def test_what_was_noted_is_said_in_the_summary_and_counted(course):
    answer(course, "ann")
    path = answer(course, "bo")
    path.rename(path.with_name("ps1 (1).ipynb"))
    ran = run("ps1", "--course", course)
    assert ran.exit_code == 0
    assert "! 1 note on 1 learner, such as bo: ps1 (1).ipynb was taken for ps1.ipynb" in ran.stdout
    assert "2 graded, 0 needs review, 0 failed, 0 missing, in " in ran.stdout
    assert "!" not in run("ps1", "--course", course).stdout


def test_every_result_can_be_had_as_json(course, tmp_path):
    answer(course, "ann", y="y = 0")
    file = tmp_path / "results.json"
    assert run("ps1", "--course", course, "--json", file).exit_code == 0
    said = json.loads(file.read_text(encoding="utf-8"))
    assert said["states"] == {"graded": 1}
    assert [(r["learner"], r["score"], r["max_score"]) for r in said["results"]] == [("ann", 2, 3)]
    screen = run("ps1", "--course", course, "--json", "-", "--force")
    assert json.loads(screen.stdout)["results"][0]["learner"] == "ann"


def test_a_setting_without_effect_is_named_at_the_start_and_in_the_json(course):
    answer(course, "ann")
    words = ("ps1", "--course", course, "--set", "Execute.execute_retries=2")
    ran = run(*words, "--json", "-")
    assert ran.stderr == "Execute.execute_retries has no effect here: a notebook is run once.\n"
    (remark,) = json.loads(ran.stdout)["remarks"]
    assert remark == {"setting": "Execute.execute_retries", "text": ran.stderr.strip()}
    assert run("ps1", "--course", course).stderr == ""


def test_a_setting_can_be_given_for_one_run(course):
    for learner in ("ann", "bo"):
        answer(course, learner)
    assert (
        "1 graded"
        in run("ps1", "--course", course, "--set", "CourseDirectory.student_id=b*").stdout
    )
    assert "1 graded" in run("ps1", "--course", course).stdout


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
    assert "There is no assignment 'ps7' in" in capsys.readouterr().err
