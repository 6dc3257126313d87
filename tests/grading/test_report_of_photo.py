"""The report and the exports of a real gradebook: one of our own grading, and one of nbgrader's."""

from __future__ import annotations

import csv
import hashlib
import shutil

import pytest

from grading.courses import UNIT, catalogued, copy_ungraded, hand_in, nbgrader, photo_course
from processes.instead import kernels_are_born
from weakties.course import load_course
from weakties.grading.export.export import sheet_of
from weakties.grading.report.read import read
from weakties.grading.report.report import Report
from weakties.grading.report.wrong_values import grouped
from weakties.grading.run import Options, grade

FEW = 4
REFLECTION = "photo-reflection-answer"


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """A course in which a handful of catalogued answers, a reflection and a broken file are graded."""
    root = photo_course(tmp_path_factory.mktemp("ours"))
    submissions = catalogued(root)
    variants = sorted(name for name in submissions if name not in ("blank", "solution"))
    # The first are the right answers in other styles, the last are no answers at all.
    for learner in ("blank", "solution", *variants[3 : 3 + FEW]):
        hand_in(root, learner, submissions[learner])
    wrote = submissions["solution"]
    for cell in wrote["cells"]:
        if cell["id"] == REFLECTION:
            cell["source"] = "I want to be found by recruiters, so I chose a clear photo."
    hand_in(root, "wrote", wrote)
    hand_in(root, "broken", wrote).write_text("{", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def theirs(ours, tmp_path_factory):
    """The same course, graded by nbgrader's own command."""
    root = copy_ungraded(ours, tmp_path_factory.mktemp("theirs") / "course")
    nbgrader(root, "autograde", UNIT, check=False)
    nbgrader(
        root, "db", "student", "add", "absent", "--first-name=Abe", "--last-name==HYPERLINK(1)"
    )
    nbgrader(root, "export", "--to", "grades.csv", "--exporter=nbgrader.plugins.CsvExportPlugin")
    return root


@pytest.fixture(scope="module")
def kernels(ours, tmp_path_factory):
    """The same course with two learners, graded in plain kernels."""
    root = copy_ungraded(ours, tmp_path_factory.mktemp("kernels") / "course")
    for folder in (root / "submitted").iterdir():
        if folder.name in ("broken", "wrote", "blank") or "q1" in folder.name:
            shutil.rmtree(folder)
    with pytest.MonkeyPatch.context() as patch:
        kernels_are_born(patch.setattr)
        return {one.learner: one for one in grade(root, UNIT, Options(executor="kernel"))}


@pytest.fixture(scope="module")
def report(ours, theirs, kernels):
    assert theirs  # they are copies from before this run
    assert kernels
    results = {result.learner: result for result in grade(ours, UNIT)}
    return Report(read(ours, UNIT)), results


def test_everybody_stands_where_the_run_said(report):
    found, results = report
    assert {one.learner.id: one.state for one in found.standings} == {
        learner: result.state for learner, result in results.items()
    }
    assert found.states["failed"] == found.states["needs review"] == 1
    for one in found.standings:
        if one.state == "graded":
            assert one.points == results[one.learner.id].score
        else:
            assert one.points is None
            assert one.reason == results[one.learner.id].reason


def test_the_questions_stand_in_the_courses_order_with_their_titles(report):
    questions = load_course().unit(UNIT).questions
    found = [figures.item for figures in report[0].items]
    assert [item.name for item in found] == [question.id for question in questions]
    assert [item.title for item in found] == [question.title for question in questions]
    assert [item.points for item in found] == [question.points for question in questions]
    assert [item.is_check for item in found] == [q.graded == "auto" for q in questions]


def test_misconceptions_wrong_values_and_times_come_from_the_run(report):
    found, results = report
    ideas = [one for one in found.met if one.is_misconception]
    assert len(ideas) >= FEW
    assert all(1 <= one.learners <= len(results) for one in ideas)
    assert {one.answers[0] for one in found.met if one.item.name == "photo-q1"} == {"formal_effect"}
    assert any(one.sentence and one.item.name == "photo-q3" for one in found.wrong_values)
    checks = [figures for figures in found.items if figures.item.is_check]
    assert all(figures.seconds and figures.seconds > 0 for figures in checks)


def rounded(values):
    return {name: grouped(value) for name, value in values.items()}


def test_plain_kernels_give_the_same_points_findings_and_values(report, kernels):
    assert len(kernels) >= 2
    for learner, result in kernels.items():
        contained = {question.grade_id: question for question in report[1][learner].questions}
        for question in result.questions:
            same = contained[question.grade_id]
            assert (question.points, question.verdict) == (same.points, same.verdict)
            # The last digits of a sum may differ from one process to the next.
            assert rounded(question.values) == rounded(same.values)
    assert any(q.verdict for result in kernels.values() for q in result.questions)


def test_of_nbgraders_own_gradebook_all_but_the_findings_is_reported(theirs, report):
    found = Report(read(theirs, UNIT))
    assert not found.has_findings
    assert found.met == found.wrong_values == ()
    assert {one.item.key: one.difficulty for one in found.items} == {
        one.item.key: one.difficulty for one in report[0].items
    }
    points = {one.learner.id: one.points for one in report[0].standings}
    assert {one.learner.id: one.points for one in found.standings} == {**points, "absent": None}
    states = {one.learner.id: one.state for one in found.standings}
    assert (states["broken"], states["absent"]) == ("failed", "missing")


def test_reading_changes_nothing(theirs):
    book = theirs / "gradebook.db"
    before = hashlib.sha256(book.read_bytes()).hexdigest()
    read(theirs, UNIT)
    assert hashlib.sha256(book.read_bytes()).hexdigest() == before


def test_the_csv_says_what_nbgraders_says_of_whom_is_graded_and_nothing_of_others(theirs):
    with (theirs / "grades.csv").open(encoding="utf-8", newline="") as file:
        said = {row["student_id"]: row for row in csv.DictReader(file)}
    header, *rows = sheet_of([Report(read(theirs, UNIT))], "csv").rows
    found = {row[3]: dict(zip(header, row, strict=True)) for row in rows}
    assert set(found) == set(said)
    for learner, row in found.items():
        if row["state"] == "graded":
            for column in ("raw_score", "late_submission_penalty", "score", "max_score"):
                assert float(row[column]) == float(said[learner][column])
        else:
            assert row["score"] == ""
    assert float(said["absent"]["score"]) == float(said["broken"]["score"]) == 0.0
    assert found["absent"]["last_name"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(("form", "nothing"), [("canvas", ""), ("moodle", "-")])
def test_nobody_who_is_not_graded_gets_a_0_elsewhere(report, form, nothing):
    rows = sheet_of([report[0]], form).rows
    place = list(rows[0]).index({"canvas": "SIS Login ID", "moodle": "ID number"}[form])
    points = {row[place]: row[-1] for row in rows[1:]}
    assert points["broken"] == points["wrote"] == nothing
    assert (points["blank"], points["solution"]) == ("0", "15")
