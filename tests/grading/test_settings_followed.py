"""nbgrader's settings have the effect that they have in nbgrader."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from grading.courses import cell, copy_ungraded, nbgrader, ordinary_course
from grading.rows import all_rows
from weakties.grading.nbg.course import NotACourse
from weakties.grading.result import State
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("settings")

PLAIN = 'c = get_config()\nc.CourseDirectory.course_id = "weakties"\n'
FIRST = [
    cell("import sys"),
    cell("### BEGIN SOLUTION\nx = 3\n### END SOLUTION", "x", solution=True),
    cell("assert x == 3", "x-check", points=2),
    cell("if x > 3:\n    print('a warning', file=sys.stderr)\nassert x", "x-warns", points=1),
]
SECOND = [
    cell("### BEGIN SOLUTION\ny = 4\n### END SOLUTION", "y", solution=True),
    cell("assert y == 4", "y-check", points=1),
]


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    course = {"first": FIRST, "second": SECOND}
    return ordinary_course(tmp_path_factory.mktemp("course"), course, "ps1", PLAIN)


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


def hand_in(course, learner, *, x="x = 3", y="y = 4", tags=(), outputs=()):
    for name, answer in {"first": x, "second": y}.items():
        text = (course / "release" / "ps1" / f"{name}.ipynb").read_text(encoding="utf-8")
        notebook = json.loads(text)
        for one in notebook["cells"]:
            if one["id"] in ("x", "y"):
                one["source"] = answer
                one["metadata"]["tags"] = list(tags)
            elif one["cell_type"] == "code":
                one["outputs"] = list(outputs)
        path = course / "submitted" / learner / "ps1" / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")


def configure(course, *lines):
    (course / "nbgrader_config.py").write_text("\n".join([PLAIN, *lines]), encoding="utf-8")


def graded(course, *settings, **options):
    results = grade(course, "ps1", Options(settings=settings, **options))
    return {result.learner: result for result in results}


def rows(course):
    return all_rows(f"sqlite:///{course / 'gradebook.db'}")


def files(course):
    return sorted(str(path.relative_to(course)) for path in course.glob("autograded/**/*.ipynb"))


CONFIGS = {
    "some-learners": ['c.CourseDirectory.student_id = "a*"', 'c.CourseDirectory.student_id_exclude = "amy"'],
    "one-notebook": ['c.CourseDirectory.notebook_id = "f*"'],
    "patterns": ["c.IgnorePattern.enabled = True", 'c.IgnorePattern.pattern = "known warning"'],
}  # fmt: skip


@pytest.mark.parametrize("name", CONFIGS)
def test_every_row_and_every_file_is_as_with_nbgrader(course, tmp_path, name):
    configure(course, *CONFIGS[name])
    hand_in(course, "ann")
    hand_in(course, "amy", x="x = 0", tags=["skip-execution"])
    hand_in(course, "bo", x="x = 0")
    theirs = copy_ungraded(course, tmp_path / "theirs")
    nbgrader(theirs, "autograde", "ps1")
    graded(course)
    assert rows(course) == rows(theirs)
    assert files(course) == files(theirs)


def test_who_is_left_out_is_neither_graded_nor_missing_unless_asked_for(course):
    hand_in(course, "ann")
    hand_in(course, "tester")
    leave_out = "CourseDirectory.student_id_exclude=tester, blank"
    assert set(graded(course, leave_out)) == {"ann"}
    asked = graded(course, leave_out, learners=("tester",))["tester"]
    assert (asked.state, "leaves this learner out" in asked.reason) == (State.MISSING, True)
    assert not (course / "autograded" / "tester").exists()


def test_a_notebook_can_be_graded_again_alone(course):
    hand_in(course, "ann", x="x = 0", y="y = 0")
    graded(course)
    other = course / "autograded" / "ann" / "ps1" / "second.ipynb"
    before = other.read_bytes()
    hand_in(course, "ann")
    result = graded(course, "CourseDirectory.notebook_id=first", force=True)["ann"]
    points = {question.grade_id: question.points for question in result.questions}
    assert points == {"x-check": 2.0, "x-warns": 1.0, "y-check": 0.0}
    assert other.read_bytes() == before


def test_a_notebook_that_fails_alone_leaves_the_others_their_points(course):
    hand_in(course, "ann")
    graded(course)
    (course / "submitted" / "ann" / "ps1" / "first.ipynb").write_text("{", encoding="utf-8")
    result = graded(course, "CourseDirectory.notebook_id=first", force=True)["ann"]
    assert result.state == State.FAILED
    found = {key[3]: row[0] for key, row in rows(course)["grades"].items()}
    assert found == {"x-check": None, "x-warns": None, "y-check": 1.0}
    assert files(course) == ["autograded/ann/ps1/second.ipynb"]


def test_what_failed_is_graded_by_the_next_run(course):
    hand_in(course, "ann")
    path = course / "submitted" / "ann" / "ps1" / "first.ipynb"
    right = path.read_text(encoding="utf-8")
    path.write_text("{", encoding="utf-8")
    assert graded(course, "CourseDirectory.notebook_id=f*")["ann"].state == State.FAILED
    assert not (course / "autograded" / "ann" / "ps1").exists()
    path.write_text(right, encoding="utf-8")
    assert graded(course)["ann"].score == 4.0


def test_who_lacks_the_notebook_that_is_asked_for_keeps_all_points(course):
    hand_in(course, "ann")
    graded(course)
    (course / "submitted" / "ann" / "ps1" / "first.ipynb").unlink()
    before = rows(course)
    result = graded(course, "CourseDirectory.notebook_id=first", force=True)["ann"]
    assert (result.state, rows(course)) == (State.MISSING, before)


def test_a_notebook_without_a_cell_does_not_keep_the_points_of_the_one_before(course):
    hand_in(course, "ann")
    graded(course)
    path = course / "submitted" / "ann" / "ps1" / "first.ipynb"
    empty = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(empty), encoding="utf-8")
    result = graded(course, force=True)["ann"]
    assert (result.state, result.score) == (State.FAILED, None)
    assert "holds none of the graded cells" in result.reason
    assert {row[0] for row in rows(course)["grades"].values()} == {None}


def test_whom_the_gradebook_does_not_know_is_added_only_if_the_settings_allow_it(course):
    hand_in(course, "ann")
    result = graded(course, "Autograde.create_student=False")["ann"]
    assert (result.state, rows(course)["grades"]) == (State.FAILED, {})
    assert "The gradebook does not know this learner" in result.reason
    nbgrader(course, "db", "student", "add", "ann")
    assert graded(course, "Autograde.create_student=False")["ann"].score == 4.0


NOT_RUN = ("Execute.enabled=False", "ClearOutput.enabled=False")


def test_without_execution_the_outputs_that_were_handed_in_decide_as_with_nbgrader(
    course, tmp_path
):
    error = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": []}
    hand_in(course, "ann", x="x = 0")
    hand_in(course, "bo", outputs=[error])
    theirs = copy_ungraded(course, tmp_path / "theirs")
    nbgrader(theirs, "autograde", "ps1", "--no-execute")
    said = []
    results = graded(course, *NOT_RUN, remark=lambda heard: said.append(heard.setting))
    assert {name: one.score for name, one in results.items()} == {"ann": 4.0, "bo": 0.0}
    assert rows(course) == rows(theirs)
    assert said == ["Execute.enabled"]
    text = (course / "autograded" / "bo" / "ps1" / "first.ipynb").read_text(encoding="utf-8")
    assert "AssertionError" in text


def test_a_check_that_a_learner_tags_is_run_all_the_same(course):
    hand_in(course, "ann", x="x = 0")
    path = course / "submitted" / "ann" / "ps1" / "first.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for one in notebook["cells"]:
        one["metadata"]["tags"] = ["skip-execution"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    points = {q.grade_id: q.points for q in graded(course)["ann"].questions}
    assert (points["x-check"], points["y-check"]) == (0.0, 1.0)


def test_an_instructors_own_functions_are_called_before_and_after_each(course):
    called = course / "called.txt"
    (course / "hooks.py").write_text(
        "from pathlib import Path\n"
        "def before(assignment, student, notebooks):\n"
        f"    Path({str(called)!r}).write_text(f'{{assignment}} {{len(notebooks)}}')\n"
        "def after(**named):\n    raise RuntimeError('no mail')\n",
        encoding="utf-8",
    )
    configure(
        course,
        'c.BaseConverter.pre_convert_hook = "hooks.before"',
        'c.Autograde.post_convert_hook = "hooks.after"',
    )
    hand_in(course, "ann")
    result = graded(course)["ann"]
    assert called.read_text(encoding="utf-8") == "ps1 2"
    assert (result.score, result.notes) == (
        4.0,
        ("Autograde.post_convert_hook failed: RuntimeError: no mail",),
    )


def test_force_can_be_a_setting(course):
    hand_in(course, "ann")
    graded(course)
    assert graded(course)["ann"].skipped
    assert not graded(course, "BaseConverter.force=True")["ann"].skipped


def test_a_folder_without_anything_in_it_was_not_handed_in(course):
    (course / "submitted" / "ann" / "ps1").mkdir(parents=True)
    (course / "submitted" / "bo" / "ps1").mkdir(parents=True)
    nbgrader(course, "db", "student", "add", "ann")
    assert {name: one.state for name, one in graded(course).items()} == {"ann": State.MISSING}


@pytest.mark.parametrize(("stamp", "odd"), [("when I liked", True), (" \n", False)])
def test_a_time_that_is_none_costs_no_points_and_is_said(course, stamp, odd):
    hand_in(course, "ann")
    file = course / "submitted" / "ann" / "ps1" / "timestamp.txt"
    file.write_text(stamp, encoding="utf-8")
    result = graded(course)["ann"]
    assert result.score == 4.0
    assert any("holds no time" in note for note in result.notes) is odd


def test_a_notebook_in_another_language_is_not_run_where_the_instructor_names_none(
    released, tmp_path
):
    from nbgrader.api import Gradebook

    course = Path(shutil.copytree(released, tmp_path / "course"))
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        for notebook in book.find_assignment("ps1").notebooks:
            notebook.kernelspec = None
        book.db.commit()
    source = course / "source" / "ps1" / "first.ipynb"
    for path in source.parent.glob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["metadata"] = {}
        path.write_text(json.dumps(notebook), encoding="utf-8")
    for learner, kernel in {"ann": ("my-env", "python"), "bo": ("ir", "R")}.items():
        hand_in(course, learner)
        path = course / "submitted" / learner / "ps1" / "first.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        spec = dict(zip(("name", "language"), kernel, strict=True), display_name="Mine")
        notebook["metadata"]["kernelspec"] = spec
        path.write_text(json.dumps(notebook), encoding="utf-8")
    results = graded(course)
    assert results["ann"].score == 4.0
    assert results["bo"].reason == "first.ipynb is for R, and only Python is graded here."


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("notebook_id=first", "is no setting"),
        ("CourseDirectory.notebook_id", "is no setting"),
        ("CourseDirectory.notebook_id=third", "has no notebook 'third'"),
        ("Autograde.pre_convert_hook=nowhere.to_be_found", "A setting of nbgrader's is wrong"),
        ("CourseDirectory.groupshared=perhaps", "nbgrader refuses a setting"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_in_a_sentence(course, setting, said):
    with pytest.raises(NotACourse, match=said):
        graded(course, setting)
