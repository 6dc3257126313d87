"""An instructor's whole way through nbgrader's own commands, with three learners and two more.

Alba doubles cells and deletes one; her name comes first, so that what stops the batch would leave
the others ungraded. Bo answers everything as the solution does; Cy answers some. Two more hand in the
untouched exercise, and an object that equals everything.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from grading.instructor import (
    NOTEBOOK,
    UNIT,
    copy_cell,
    delete_cell,
    fill_in,
    lay_out_course,
    read,
    sources,
)
from weakties.authoring.answers import RUDE, catalogue_path, read_catalogue
from weakties.content import content_root
from weakties.course import load_course
from weakties.workshop import free_port

pytestmark = pytest.mark.xdist_group("nbgrader-walk")

QUESTIONS = [
    question for question in load_course().unit(UNIT).questions if question.graded == "auto"
]
FULL = {question.id: float(question.points) for question in QUESTIONS}
LEARNERS = ("alba", "bo", "cy")
OTHERS = ("blank", "everything")
EVERYBODY = (*LEARNERS, *OTHERS)
IN_THE_KEY_ONLY = (
    "@q.key",
    "def photo_means",
    "in_row_order",
    "2.0452 * row_error",
    "HIDDEN TESTS",
)


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    """Walk the whole way once; the tests below look at what it left behind."""
    machine = lay_out_course(tmp_path_factory.mktemp("machine"))
    solution = {
        cell_id.removesuffix("-answer"): source
        for cell_id, source in sources(read(machine.course / "solutions" / UNIT / NOTEBOOK)).items()
        if cell_id.endswith("-answer")
    }
    machine.nbgrader("generate_assignment", UNIT)
    machine.nbgrader("release_assignment", UNIT)
    for who in EVERYBODY:
        exercise = machine.home(who) / UNIT
        if who in LEARNERS:
            machine.nbgrader("fetch_assignment", UNIT, who=who)
        else:
            shutil.copytree(machine.course / "exercises" / UNIT, exercise)
        WORK[who](exercise / NOTEBOOK, solution)
        machine.nbgrader("submit", UNIT, f"--student={who}", who=who)
    for command in ("collect", "autograde", "generate_feedback", "release_feedback"):
        machine.nbgrader(command, UNIT)
    machine.nbgrader("export")
    return machine


def work_of_alba(path, solution):
    fill_in(path, solution)
    copy_cell(path, "photo-q1-answer", "formal_effect = 99")
    copy_cell(path, "photo-q2-check", "1 + 1")
    delete_cell(path, "photo-q3-check")


def work_of_bo(path, solution):
    fill_in(path, solution)


def work_of_cy(path, solution):
    """Every rating counts once in question 1; 2 is half right; 3 stops; 5 was never begun."""
    catalogue = read_catalogue(catalogue_path(content_root(), UNIT))
    starter = {question: text.partition("### BEGIN")[0] for question, text in solution.items()}
    wrong = {
        question: starter[question]
        + next(w.code for w in catalogue[question].wrong if w.name == name)
        for question, name in (
            ("photo-q1", "every rating counts once"),
            ("photo-q2", "divides by n"),
        )
    }
    stops = starter["photo-q3"] + "r_100_unlimited = flash['scores'].mean()"
    fill_in(
        path,
        {
            **wrong,
            "photo-q3": stops,
            "photo-q4": solution["photo-q4"],
            "photo-q6": solution["photo-q6"],
        },
    )


def work_of_everything(path, solution):
    names = {
        question: [line.partition(" = ")[0] for line in text.splitlines() if line.endswith("= ...")]
        for question, text in solution.items()
    }
    value = RUDE["equals everything"]
    fill_in(path, {q: " = ".join([*names[q], value]) for q in FULL})


WORK = {
    "alba": work_of_alba,
    "bo": work_of_bo,
    "cy": work_of_cy,
    "blank": lambda path, solution: None,  # noqa: ARG005
    "everything": work_of_everything,
}


@pytest.fixture(scope="module")
def gradebook(walk):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{walk.course / 'gradebook.db'}", "weakties") as gradebook:
        yield gradebook


def points_of(learner, gradebook):
    grades = gradebook.find_submission_notebook(UNIT, UNIT, learner).grades
    return {
        grade.name.removesuffix("-check"): grade.auto_score
        for grade in grades
        if grade.name.endswith("-check")
    }


def feedback_of(learner, walk):
    return (walk.course / "feedback" / learner / UNIT / f"{UNIT}.html").read_text(encoding="utf-8")


def test_learners_fetch_an_exercise_without_solutions_and_hidden_tests(walk):
    fetched = (walk.root / "exchange" / "weakties" / "outbound" / UNIT / NOTEBOOK).read_text(
        "utf-8"
    )
    for secret in ("BEGIN SOLUTION", *IN_THE_KEY_ONLY):
        assert secret not in fetched


def test_everybodys_work_is_collected_and_graded(walk):
    for stage in ("submitted", "autograded", "feedback"):
        assert sorted(path.name for path in (walk.course / stage).iterdir()) == sorted(EVERYBODY)


def test_the_solution_earns_every_point(gradebook):
    assert points_of("bo", gradebook) == FULL


def test_a_learner_who_is_partly_right_earns_part_of_the_points(gradebook):
    assert points_of("cy", gradebook) == {
        "photo-q1": 0.0,
        "photo-q2": 0.0,
        "photo-q3": 0.0,
        "photo-q4": 3.0,
        "photo-q5": 0.0,
        "photo-q6": 3.0,
    }


def test_doubled_cells_and_a_deleted_check_cost_nothing(gradebook):
    assert points_of("alba", gradebook) == FULL


def test_the_untouched_exercise_earns_nothing(gradebook):
    assert points_of("blank", gradebook) == dict.fromkeys(FULL, 0.0)


def test_an_object_that_equals_everything_earns_nothing(gradebook):
    assert points_of("everything", gradebook) == dict.fromkeys(FULL, 0.0)


@pytest.mark.parametrize("learner", EVERYBODY)
def test_only_a_reflection_that_was_written_waits_for_a_person(learner, gradebook):
    grades = gradebook.find_submission_notebook(UNIT, UNIT, learner).grades
    waiting = {grade.name for grade in grades if grade.needs_manual_grade}
    wrote_one = learner in ("alba", "bo")
    assert waiting == ({"photo-reflection-answer"} if wrote_one else set())


def test_the_reflection_counts_when_a_person_has_read_it(gradebook):
    maximum = gradebook.find_assignment(UNIT).max_score
    assert maximum == load_course().unit(UNIT).points == sum(FULL.values()) + 3


@pytest.mark.parametrize("learner", EVERYBODY)
def test_no_feedback_shows_hidden_tests(learner, walk):
    page = feedback_of(learner, walk)
    for secret in IN_THE_KEY_ONLY:
        assert secret not in page


def test_feedback_shows_what_each_check_said(walk):
    right, partly, blank = (feedback_of(learner, walk) for learner in ("bo", "cy", "blank"))
    assert right.count("<strong>✓ Done: photo-q") == len(QUESTIONS)
    assert "is right." in right
    assert "it lets every rating count once" in partly
    assert "it divides by n: the sample variance divides by n − 1" in partly
    assert "○ Not attempted: photo-q5" in partly
    assert "KeyError" in partly
    assert blank.count("<strong>○ Not attempted: photo-q") == len(QUESTIONS)
    assert "it lets every rating count once" not in right + blank


def test_feedback_reaches_the_learner_whose_work_it_is(walk):
    walk.nbgrader("fetch_feedback", UNIT, "--student=cy", who="cy")
    (page,) = (walk.home("cy") / UNIT / "feedback").rglob("*.html")
    assert page.read_text(encoding="utf-8") == feedback_of("cy", walk)


def test_the_csv_has_a_row_for_each_learner_with_the_score(walk, gradebook):
    with (walk.course / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert set(rows) == set(EVERYBODY)
    assert {row["assignment"] for row in rows.values()} == {UNIT}
    assert {float(row["max_score"]) for row in rows.values()} == {18.0}
    for learner in EVERYBODY:
        earned = sum(points_of(learner, gradebook).values())
        assert float(rows[learner]["score_so_far"]) == earned
    assert [float(rows[learner]["score_so_far"]) for learner in LEARNERS] == [15.0, 15.0, 6.0]


def test_the_csv_leaves_blank_what_a_person_has_not_read(walk):
    with (walk.course / "grades.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: row["score"] for row in csv.DictReader(file)}
    assert [scores[learner] for learner in LEARNERS] == ["", "", "6"]


@pytest.fixture
def formgrader(walk):
    """Start the instructor's JupyterLab on the course; yield a function that asks it."""
    port = free_port()
    options = ["--no-browser", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    environment = {**walk.environment("instructor"), "JUPYTER_TOKEN": "walk"}
    log = walk.root / "lab.log"
    with log.open("wb") as lines:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "lab", "--allow-root", *options],
            cwd=walk.course,
            env=environment,
            stdout=lines,
            stderr=subprocess.STDOUT,
        )

    def ask(path):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}/{path}", headers={"Authorization": "token walk"}
        )
        for _ in range(300):
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                    return answer.read().decode()
            except urllib.error.HTTPError:
                raise
            except OSError:
                assert server.poll() is None, log.read_text()
                time.sleep(0.2)
        raise AssertionError(log.read_text())

    try:
        yield ask
    finally:
        server.terminate()
        server.wait(timeout=30)


def test_the_formgrader_in_jupyterlab_lists_the_assignment_and_its_submissions(formgrader):
    assignments = {one["name"]: one for one in json.loads(formgrader("formgrader/api/assignments"))}
    ready = sorted(unit.slug for unit in load_course().ready)
    # The source of a unit in the making lies there as well.
    assert [name for name in assignments if name in ready] == ready
    assignment = assignments[UNIT]
    assert assignment["status"] == "released"
    assert (assignment["num_submissions"], assignment["max_score"]) == (len(EVERYBODY), 18.0)
    submissions = json.loads(formgrader(f"formgrader/api/submissions/{UNIT}"))
    assert {entry["student"]: entry["score"] for entry in submissions}["cy"] == 6.0
    assert "nbgrader" in formgrader("formgrader")
