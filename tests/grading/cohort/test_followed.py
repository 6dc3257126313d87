"""A run follows what holds for the cohort, and a change in it counts without grading anything again."""

from __future__ import annotations

import pytest

from grading.courses import nbgrader
from grading.rows import submission_rows
from grading.small import answer, small_course
from weakties.grading.report.read import read
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("cohort-followed")

COHORT = """
title = "Spring"
zone = "Europe/Berlin"
roster = "roster.csv"
[late]
grace_minutes = 15
percent_a_day = 10
floor_percent = 70
[[units]]
slug = "ps1"
due = 2027-03-05T12:00:00
[[extensions]]
learner = "longer"
unit = "ps1"
due = 2027-03-07T12:00:00
"""
CAME = {
    "early": ("2027-03-05 10:59:00 UTC", 0.0),
    "grace": ("2027-03-05 11:14:00 UTC", 0.0),
    "late": ("2027-03-06 10:00:00 UTC", 0.3),
    "later": ("2027-03-06 12:00:00 UTC", 0.6),
    "latest": ("2027-04-06 12:00:00 UTC", 0.9),
    "longer": ("2027-03-07 10:00:00 UTC", 0.0),
}
"""When each came, and what it costs of 3 points: noon in Berlin is eleven in UTC."""
CONFIG = """
from pathlib import Path
from weakties.grading.settings import late_settings
c.merge(late_settings(Path(__file__).parent))
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    root = small_course(tmp_path_factory.mktemp("course"), config=CONFIG)
    (root / "cohort.toml").write_text(COHORT, encoding="utf-8")
    people = [*CAME, "absent"]
    rows = "".join(f"{name},{name.title()} Person\n" for name in people)
    (root / "roster.csv").write_text(f"id,name\n{rows}", encoding="utf-8")
    for name, (when, _) in CAME.items():
        answer(root, name).with_name("timestamp.txt").write_text(when, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def graded(course):
    remarks = []
    results = {r.learner: r for r in grade(course, "ps1", Options(remark=remarks.append))}
    return results, remarks


def penalties(course):
    rows = submission_rows(f"sqlite:///{course / 'gradebook.db'}")
    return {learner: row[1] or 0.0 for (learner, *_), row in rows.items()}


def test_what_coming_late_costs_is_by_the_day_with_grace_floor_and_extension(graded):
    results, _ = graded
    found = {name: results[name].penalty for name in CAME}
    assert found == pytest.approx({name: cost for name, (_, cost) in CAME.items()})


def test_who_is_on_the_roster_and_handed_nothing_in_is_missing(graded):
    results, _ = graded
    assert results["absent"].state == "missing"


def test_names_stand_in_the_gradebook(course, graded):
    assert graded
    (one,) = (person for person in read(course, "ps1").learners if person.id == "absent")
    assert (one.first_name, one.last_name) == ("Absent", "Person")


def test_what_holds_is_said_first(graded):
    _, remarks = graded
    assert remarks[0].text == (
        "Spring: edition open, ps1 is due 2027-03-05 12:00 Europe/Berlin, 7 on the roster."
    )


def test_a_change_counts_without_grading_again_and_nbgrader_reckons_the_same(course, graded):
    assert graded
    changed = COHORT.replace("percent_a_day = 10", "percent_a_day = 20").replace(
        "2027-03-07T12", "2027-03-06T12"
    )
    (course / "cohort.toml").write_text(changed, encoding="utf-8")
    again = {result.learner: result for result in grade(course, "ps1")}
    assert all(again[name].skipped for name in CAME)
    costs = {"early": 0, "grace": 0, "late": 0.6, "later": 0.9, "latest": 0.9, "longer": 0.6}
    assert penalties(course) == pytest.approx(costs)
    nbgrader(course, "autograde", "ps1", "--force")
    assert penalties(course) == pytest.approx(costs)
