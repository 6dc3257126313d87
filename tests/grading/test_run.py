"""A run over a course: states, what is left alone, what is graded again, and what a stop leaves."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grading.rows import all_rows
from grading.small import answer, small_course
from weakties.grading.nbg.course import NotACourse
from weakties.grading.nbg.place import findings_path, run_folder
from weakties.grading.result import State
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("run")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    return small_course(tmp_path_factory.mktemp("released"))


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


def graded(course, **options):
    return {result.learner: result for result in grade(course, "ps1", Options(**options))}


def rows(course):
    return all_rows(f"sqlite:///{course / 'gradebook.db'}")


def test_every_submission_ends_in_a_named_state(course):
    from nbgrader.api import Gradebook

    answer(course, "right")
    answer(course, "half", y="y = 5")
    answer(course, "gone", x="import os; os._exit(0)")
    answer(course, "odd", x="class Odd:\n    def __eq__(self, other): return True\nx = Odd()")
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        book.add_student("absent")
    results = graded(course)
    assert {name: (r.state, r.score) for name, r in results.items()} == {
        "right": (State.GRADED, 3.0),
        "half": (State.GRADED, 2.0),
        "gone": (State.FAILED, None),
        "odd": (State.NEEDS_REVIEW, 1.0),
        "absent": (State.MISSING, None),
    }
    assert "the process ended itself" in results["gone"].reason
    assert "x could not be carried over" in results["odd"].reason
    assert results["absent"].reason == "Nothing was handed in."


def test_a_value_that_cannot_be_carried_over_is_left_to_a_person_and_has_no_points(course):
    answer(course, "odd", x="class Odd:\n    def __eq__(self, other): return True\nx = Odd()")
    (result,) = graded(course).values()
    question = next(q for q in result.questions if q.grade_id == "x-check")
    assert (question.points, question.uncarried) == (None, ("x",))
    row = rows(course)["grades"]["odd", "ps1", "ps1", "x-check"]
    assert (row[0], row[3]) == (None, True)


def test_what_is_graded_is_left_alone_until_what_lies_there_differs(course):
    path = answer(course, "ann", x="x = 0")
    assert not graded(course)["ann"].skipped
    again = graded(course)["ann"]
    assert (again.skipped, again.state, again.score, again.again) == (True, State.GRADED, 1.0, "")
    shutil.rmtree(path.parent)
    answer(course, "ann")
    newer = graded(course)["ann"]
    assert (newer.skipped, newer.score, newer.again) == (False, 3.0, "changed")
    assert graded(course)["ann"].skipped
    (path.parent / "timestamp.txt").write_text("2027-01-02 00:00:00", encoding="utf-8")
    assert graded(course)["ann"].again == "changed"
    assert rows(course)["submissions"]["ann", "ps1", "ps1"][0].year == 2027


def test_grading_twice_gives_the_same_gradebook(course):
    for learner in ("ann", "bo"):
        answer(course, learner, y="y = 0")
    graded(course)
    once = rows(course)
    assert not graded(course, force=True)["ann"].skipped
    assert rows(course) == once


def test_only_the_learners_asked_for_are_graded(course):
    for learner in ("ann", "bo", "cy"):
        answer(course, learner)
    results = graded(course, learners=("bo", "../cy", "nobody"))
    assert {name: r.state for name, r in results.items()} == {
        "bo": State.GRADED,
        "../cy": State.MISSING,
        "nobody": State.MISSING,
    }
    assert sorted(path.name for path in (course / "autograded").iterdir()) == ["bo"]


@pytest.mark.parametrize("workers", [1, 5])
def test_any_number_of_workers_gives_the_same(course, workers):
    for number in range(6):
        answer(course, f"learner-{number}", x=f"x = {number}")
    results = graded(course, workers=workers)
    assert {name: r.score for name, r in results.items()} == {
        f"learner-{number}": 3.0 if number == 3 else 1.0 for number in range(6)
    }


def test_a_manual_grade_is_kept_when_a_submission_is_graded_again(course):
    from nbgrader.api import Gradebook

    answer(course, "ann", x="x = 0")
    graded(course)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        grade_of_x = book.find_grade("x-check", "ps1", "ps1", "ann")
        grade_of_x.manual_score, grade_of_x.extra_credit = 1.5, 0.25
        book.find_comment("x", "ps1", "ps1", "ann").manual_comment = "Nearly."
        book.db.commit()
    result = graded(course, force=True)["ann"]
    kept = rows(course)
    assert kept["grades"]["ann", "ps1", "ps1", "x-check"] == (0.0, 1.5, 0.25, False)
    assert kept["comments"]["ann", "ps1", "ps1", "x"] == (None, "Nearly.")
    assert (result.state, result.score) == (State.GRADED, 2.75)
    shutil.rmtree(course / "submitted")
    answer(course, "ann", x="x = 1")
    result = graded(course)["ann"]
    assert rows(course)["grades"]["ann", "ps1", "ps1", "x-check"] == (0.0, 1.5, 0.25, True)
    assert (result.state, result.score) == (State.NEEDS_REVIEW, 2.75)


def test_a_regrade_that_fails_takes_the_old_points_back(course):
    path = answer(course, "ann")
    graded(course)
    path.write_text("no notebook", encoding="utf-8")
    result = graded(course, force=True)["ann"]
    assert (result.state, result.score) == (State.FAILED, None)
    assert {(row[0], row[3]) for row in rows(course)["grades"].values()} == {(None, True)}
    assert not (course / "autograded" / "ann" / "ps1").exists()
    assert not graded(course)["ann"].skipped


def test_who_stops_early_keeps_what_was_yielded_and_goes_on_later(course):
    for number in range(6):
        answer(course, f"learner-{number}")
    run = grade(course, "ps1", Options(workers=1))
    first = [next(run).learner, next(run).learner]
    run.close()
    assert sorted(path.name for path in (course / "autograded").iterdir()) == sorted(first)
    results = graded(course)
    assert sorted(name for name, r in results.items() if r.skipped) == sorted(first)
    assert {r.score for r in results.values()} == {3.0}
    assert not (course / ".weakties" / "run").exists()


def test_a_run_that_is_killed_leaves_nothing_half_done_and_can_go_on(course):
    for number in range(30):
        answer(course, f"learner-{number:02d}")
    command = [
        sys.executable,
        "-m",
        "weakties",
        "grade",
        "ps1",
        "--course",
        str(course),
        "--workers=1",
    ]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    folder = course / "autograded"
    deadline = time.monotonic() + 60
    while (
        not (folder.is_dir() and len(list(folder.iterdir())) >= 3) and time.monotonic() < deadline
    ):
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    done = {path.parent.parent.name for path in folder.glob("*/ps1/ps1.ipynb")}
    assert 3 <= len(done) < 30
    assert all((folder / name / "ps1" / "ps1.ipynb").read_bytes().endswith(b"}") for name in done)
    results = graded(course)
    assert {name for name, r in results.items() if r.skipped} == done
    assert {r.score for r in results.values()} == {3.0}
    assert {row[0] for row in rows(course)["grades"].values()} == {2.0, 1.0}


def test_two_runs_at_once_are_refused(course):
    answer(course, "ann")
    with run_folder(course), pytest.raises(NotACourse, match="Another run is grading"):
        graded(course)
    assert graded(course)["ann"].state == State.GRADED


def test_the_findings_of_each_submission_are_kept_as_json(course):
    answer(course, "ann", x="x = 7")
    (result,) = graded(course).values()
    kept = json.loads(findings_path(course, "ps1", "ann").read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(result.as_json()))
    question = kept["questions"][0]
    assert (question["grade_id"], question["values"], question["apart"]) == (
        "x-check",
        {"x": "7"},
        True,
    )


def test_an_assignment_without_a_source_is_refused_with_those_that_have_one(course):
    with pytest.raises(NotACourse, match=r"no assignment 'ps2' in .*: source/ holds ps1\."):
        list(grade(course, "ps2"))


def test_a_folder_that_is_no_course_is_refused_and_left_as_it_is(tmp_path):
    with pytest.raises(NotACourse, match="There is no gradebook in"):
        list(grade(tmp_path, "ps1"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "../ps1", ".hidden"])
def test_a_name_that_is_none_is_refused(course, name):
    with pytest.raises(NotACourse, match="can't be the name"):
        list(grade(course, name))


def test_a_submission_sees_no_edition_but_the_instructors(course):
    (course / "weakties.toml").write_text('edition = "spring-2027"\n', encoding="utf-8")
    code = "import os\nx = 3 if os.environ['WEAKTIES_EDITION'] == 'spring-2027' else 0"
    path = answer(course, "ann", x=code)
    (path.parent / "weakties.toml").write_text('edition = "mine"\n', encoding="utf-8")
    assert graded(course)["ann"].score == 3.0


def test_the_random_numbers_of_two_learners_differ(course):
    code = "import random, numpy\nx = 3\nprint(random.random(), numpy.random.random())"
    for learner in ("ann", "bo"):
        answer(course, learner, x=code)
    graded(course)
    printed = set()
    for learner in ("ann", "bo"):
        notebook = json.loads((course / "autograded" / learner / "ps1" / "ps1.ipynb").read_text())
        printed.update("".join(notebook["cells"][1]["outputs"][0]["text"]).split())
    assert len(printed) == 4


def test_without_the_instructors_notebook_every_check_runs_inside_the_sandbox_and_it_is_said(
    course,
):
    shutil.rmtree(course / "source")
    answer(course, "ann", y="y = 5")
    (result,) = graded(course).values()
    assert {q.grade_id: (q.points, q.apart) for q in result.questions} == {
        "x-check": (2.0, False),
        "y-check": (0.0, False),
    }


def test_large_files_beside_the_instructors_notebook_are_there_for_everybody(course):
    megabytes = 110
    with (course / "source" / "ps1" / "data.bin").open("wb") as file:
        file.truncate(megabytes * 2**20)
    size = f"__import__('os').path.getsize('data.bin') == {megabytes} * 2**20"
    answer(course, "ann", x=f"x = 3 if {size} else 0")
    answer(course, "bo", x=f"x = 0 if {size} else 3")
    assert {name: r.score for name, r in graded(course).items()} == {"ann": 3.0, "bo": 1.0}
