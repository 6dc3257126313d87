"""Catalogued answers to every exercise of the course get the same from nbgrader and from our own engine."""

from __future__ import annotations

import csv

import pytest

from grading.courses import catalogued, copy_ungraded, hand_in, nbgrader, unit_course
from grading.rows import all_rows
from weakties.course import load_course
from weakties.grading.run import grade

pytestmark = pytest.mark.xdist_group("equal-to-nbgrader")

UNITS = [unit.slug for unit in load_course().ready]
CHOSEN = ("blank", "solution", "variant-07", "variant-14")
"""Submissions with one answer to every question; nbgrader takes seconds for each.

The proof of a unit asks nbgrader for the points of others; here every row is compared.
"""


@pytest.fixture(scope="module", params=UNITS)
def both(request, tmp_path_factory):
    """Grade the same submissions with both."""
    unit = request.param
    ours = unit_course(tmp_path_factory.mktemp("ours"), unit)
    submissions = catalogued(ours, unit)
    # What is right in every way is looked at once: the catalogue has hundreds of such checks.
    for learner in CHOSEN if unit == "photo" else [one for one in CHOSEN if one != "solution"]:
        hand_in(ours, learner, submissions[learner], unit)
    theirs = copy_ungraded(ours, tmp_path_factory.mktemp("theirs") / "course")
    results = {result.learner: result for result in grade(ours, unit)}
    nbgrader(theirs, "autograde", unit)
    return results, all_rows(_url(ours)), all_rows(_url(theirs)), ours


def _url(root):
    return f"sqlite:///{root / 'gradebook.db'}"


@pytest.mark.parametrize("table", ["grades", "comments", "submissions"])
def test_every_row_of_the_gradebook_is_nbgraders(both, table):
    _, ours, theirs, _ = both
    assert len({key[0] for key in theirs[table]}) >= 3
    assert ours[table] == theirs[table]


def test_every_submission_is_graded_and_every_check_ran_apart(both):
    results, _, _, _ = both
    assert {result.state.value for result in results.values()} == {"graded"}
    checks = [q for result in results.values() for q in result.questions if q.apart is not None]
    assert len(checks) >= 5 * len(results)
    assert all(check.apart for check in checks)


def test_the_results_say_what_the_gradebook_says(both):
    results, ours, _, _ = both
    for learner, result in results.items():
        said = {question.grade_id: question.points for question in result.questions}
        kept = {key[3]: row[0] for key, row in ours["grades"].items() if key[0] == learner}
        assert said == kept
        assert result.score == sum(kept.values())


@pytest.mark.parametrize("both", ["photo"], indirect=True)
def test_nbgraders_own_feedback_and_export_go_on_from_there(both):
    results, _, _, course = both
    (unit,) = {result.assignment for result in results.values()}
    nbgrader(course, "generate_feedback", unit, "--student=solution")
    page = (course / "feedback" / "solution" / unit / f"{unit}.html").read_text(encoding="utf-8")
    assert "✓ Done" in page
    nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        exported = {row["student_id"]: float(row["score_so_far"]) for row in csv.DictReader(file)}
    assert exported == pytest.approx({one.learner: one.score for one in results.values()})
