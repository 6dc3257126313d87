"""A date that is moved after grading reaches what coming late costs, and nothing is run for it."""

from __future__ import annotations

import csv
import math
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from grading.courses import nbgrader
from grading.rows import submission_rows
from grading.synthetic import Work, synthetic_course
from weakties.cli import app
from weakties.grading.cohort.apply import apply, kept_current
from weakties.grading.cohort.cohort import Cohort, Late
from weakties.grading.nbg.book import OneGradebook
from weakties.grading.nbg.course import classroom

NOON = datetime(2027, 3, 5, 12, tzinfo=UTC).replace(tzinfo=None)
POINTS = {"ann": 4.0, "bo": 10.0, "cy": 0.0, "dee": 7.5, "eve": 10.0}
CAME = {
    "ann": NOON - timedelta(days=1),
    "bo": NOON + timedelta(minutes=10),
    "cy": NOON + timedelta(days=2),
    "dee": NOON + timedelta(days=1, seconds=1),
    "eve": None,
}
HOURS = st.integers(-72, 72).map(lambda hours: timedelta(hours=hours))
COHORTS = st.builds(
    lambda due, more, late: (NOON + due, {who: NOON + due + abs(by) for who, by in more}, late),
    HOURS,
    st.lists(st.tuples(st.sampled_from(sorted(POINTS)), HOURS), max_size=3, unique_by=lambda x: x[0]),
    st.builds(Late, st.sampled_from([0.0, 15.0]), st.sampled_from([0.0, 10.0, 60.0]), st.sampled_from([0.0, 50.0])),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    works = {who: Work(CAME[who], [points]) for who, points in POINTS.items()}
    root = tmp_path_factory.mktemp("made") / "course"
    synthetic_course(root, "ps1", [10], works, text=5)
    return root


@pytest.fixture
def course(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "course"))


@pytest.fixture(scope="module")
def gradebook(made, tmp_path_factory):
    return f"sqlite:///{shutil.copy(made / 'gradebook.db', tmp_path_factory.mktemp('dates'))}"


def cost(who, due, longer, late):
    """Reckon, in its own words, what coming late costs somebody."""
    if CAME[who] is None:
        return 0.0
    over = (CAME[who] - longer.get(who, due)).total_seconds()
    if over <= max(0.0, late.grace_minutes * 60):
        return 0.0
    return (
        POINTS[who]
        / 100
        * min(math.ceil(over / 86400) * late.percent_a_day, 100 - late.floor_percent)
    )


def penalties(url):
    return {learner: row[1] or 0.0 for (learner, *_), row in submission_rows(url).items()}


@settings(max_examples=15)
@given(first=COHORTS, then=COHORTS)
def test_what_coming_late_costs_depends_on_the_last_dates_only_and_each_change_is_said(
    gradebook, first, then
):
    from nbgrader.preprocessors import AssignLatePenalties
    from traitlets.config import Config

    from weakties.grading.cohort.late import LateByTheDay

    costs = []
    for due, longer, late in (first, then):
        step = AssignLatePenalties(
            config=Config(LateByTheDay=vars(late)), plugin_class=LateByTheDay
        )
        extended = {("ps1", who): until for who, until in longer.items()}
        book = OneGradebook(gradebook, "weakties")
        try:
            said = apply(
                book, "ps1", Cohort(due={"ps1": due}, extended=extended, late=late), [step]
            )
        finally:
            book.end()
        costs.append({who: cost(who, due, longer, late) for who in POINTS})
        assert penalties(gradebook) == pytest.approx(costs[-1])
    before, now = costs
    differ = {who for who in POINTS if abs(before[who] - now[who]) > 1e-9}
    assert set(said.penalties) == differ
    assert said.due == (first[0], then[0])


def cohort_toml(course, due=""):
    text = 'zone = "Europe/Berlin"\n[late]\npercent_a_day = 10\n[[units]]\nslug = "ps1"\n'
    dated = f"due = {due}\n" if due else ""
    (course / "cohort.toml").write_text(text + dated, encoding="utf-8")


def test_what_changed_is_said_once(course):
    cohort_toml(course, "2027-03-05T13:00:00")
    kept_current(classroom(course, "ps1"))
    cohort_toml(course, "2027-03-05T14:00:00")
    assert kept_current(classroom(course, "ps1")) == (
        "ps1 was due 2027-03-05 13:00 Europe/Berlin, and is due 2027-03-05 14:00 Europe/Berlin now.",
        "What coming late costs in ps1 changed: bo 1 → 0, dee 1.5 → 0.75.",
    )
    assert kept_current(classroom(course, "ps1")) == ()
    cohort_toml(course)
    assert kept_current(classroom(course, "ps1")) == (
        "ps1 was due 2027-03-05 14:00 Europe/Berlin, and has no due date now.",
        "What coming late costs in ps1 changed: dee 0.75 → 0.",
    )


def test_points_that_a_person_gave_since_cost_their_share_wherever_marks_leave(course):
    from nbgrader.api import Gradebook

    cohort_toml(course, "2027-03-05T13:00:00")
    kept_current(classroom(course, "ps1"))
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "weakties") as book:
        for who in POINTS:
            grade = book.find_grade("ps1-reflection-answer", "ps1", "ps1", who)
            grade.manual_score, grade.needs_manual_grade = 5.0, False
        book.db.commit()
    ran = CliRunner().invoke(app, ["teach", "export", "ps1", "--course", str(course)])
    assert ran.exit_code == 0, ran.output
    assert "What coming late costs in ps1 changed: bo 1 → 1.5, cy 0 → 1" in ran.stderr
    scores = [line.split(",")[9] for line in ran.stdout.splitlines()[1:]]
    assert list(map(float, scores)) == [9, 13.5, 4, 10, 15]


def test_nbgraders_own_export_goes_by_the_last_dates_as_well(course):
    cohort_toml(course, "2027-03-05T13:00:00")
    nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        costs = {row["student_id"]: row["score_so_far"] for row in csv.DictReader(file)}
    assert costs == {"ann": "4", "bo": "9", "cy": "0", "dee": "6", "eve": "10"}


def test_without_a_cohort_nothing_is_touched(course):
    before = (course / "gradebook.db").read_bytes()
    assert kept_current(classroom(course, "ps1")) == ()
    assert (course / "gradebook.db").read_bytes() == before
