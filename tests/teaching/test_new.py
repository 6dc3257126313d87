"""A course's folder for a cohort holds all that grading needs; what can't be made leaves nothing."""

from __future__ import annotations

import shutil

import pytest

from grading.courses import nbgrader
from weakties.content import content_root
from weakties.course import CourseError, load_course
from weakties.grading.cohort.cohort import cohort_at
from weakties.grading.report.read import read
from weakties.grading.run import Options, grade
from weakties.teaching.new import Wanted, new_course, start_gradebook

pytestmark = pytest.mark.xdist_group("teaching-new")

ROSTER = 'Student,ID,SIS Login ID\n"Lovelace, Ada",17,ada\n"Hopper, Grace",18,grace\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = tmp_path_factory.mktemp("place")
    (place / "canvas.csv").write_text(ROSTER, encoding="utf-8")
    wanted = Wanted(("photo",), "spring-2027", "Spring “27”", "Europe/Berlin", place / "canvas.csv")
    units = new_course(load_course(), place / "course", wanted)
    start_gradebook(place / "course", units)
    return place / "course"


def test_it_holds_the_units_that_were_asked_for_and_nothing_of_the_others(made):
    assert {path.name for path in made.iterdir()} == {
        "cohort.toml", "exercises", "gradebook.db", "nbgrader_config.py", "roster.csv",
        "solutions", "submitted",
    }  # fmt: skip
    assert [path.name for path in (made / "solutions").iterdir()] == ["photo"]


def test_what_was_asked_for_is_what_holds(made):
    cohort = cohort_at(made)
    assert (cohort.title, cohort.edition, cohort.zone) == (
        "Spring “27”", "spring-2027", "Europe/Berlin",
    )  # fmt: skip
    assert [(one.id, one.last_name, one.lms_id) for one in cohort.people] == [
        ("ada", "Lovelace", "17"),
        ("grace", "Hopper", "18"),
    ]


def test_dates_can_be_filled_in_by_taking_the_signs_before_them_away(made, tmp_path):
    text = (made / "cohort.toml").read_text(encoding="utf-8")
    filled = "\n".join(
        line.removeprefix("# ") if "=" in line or "[" in line else line
        for line in text.splitlines()
    )
    (tmp_path / "cohort.toml").write_text(filled, encoding="utf-8")
    (tmp_path / "roster.csv").write_text("id\nada\n", encoding="utf-8")
    cohort = cohort_at(tmp_path)
    assert set(cohort.due) == {"photo"}
    assert cohort.late.percent_a_day == 10
    assert set(cohort.extensions("photo")) == {"ada"}
    assert [one.name for one in cohort.readers.people] == ["maria", "jo"]


def test_work_is_graded_in_it_and_nbgraders_own_commands_take_it(made):
    place = made / "submitted" / "ada" / "photo" / "photo.ipynb"
    place.parent.mkdir(parents=True)
    shutil.copy(content_root() / "solutions" / "photo" / "photo.ipynb", place)
    renamed = made / "submitted" / "bo" / "photo" / "photo (1).ipynb"
    renamed.parent.mkdir(parents=True)
    shutil.copy(place, renamed)
    remarks = []
    options = Options(feedback=True, remark=remarks.append)
    results = {result.learner: result for result in grade(made, "photo", options)}
    assert (results["ada"].state, results["ada"].score) == ("needs review", 15)
    assert remarks[0].text.endswith("Handed in, and not on the roster: bo.")
    points = {question.grade_id: question.points for question in results["ada"].questions}
    assert {question.grade_id: question.points for question in results["bo"].questions} == points
    assert [bool(q.verdict) for q in results["bo"].questions] == [
        bool(q.verdict) for q in results["ada"].questions
    ]
    assert results["grace"].state == "missing"
    assert {one.last_name for one in read(made, "photo").learners} == {"Lovelace", "Hopper", ""}
    graded = (made / "autograded" / "bo" / "photo" / "photo.ipynb").read_text(encoding="utf-8")
    assert "photo (1).ipynb was taken for photo.ipynb" in graded
    page = made / "feedback" / "bo" / "photo" / "photo.html"
    assert "was taken for" not in page.read_text(encoding="utf-8")
    nbgrader(made, "generate_feedback", "photo", "--force")
    assert "was taken for" not in page.read_text(encoding="utf-8")
    nbgrader(made, "generate_assignment", "photo", "--force")
    nbgrader(made, "export")
    assert "ada" in (made / "grades.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (Wanted(("potho",)), "potho"),
        (Wanted(("rumor",)), "There is no unit 'rumor'"),
        (Wanted(edition="No!"), "can't name an edition"),
        (Wanted(zone="Atlantis"), "no time zone"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_written(tmp_path, wanted, reason):
    with pytest.raises(CourseError, match=reason):
        new_course(load_course(), tmp_path / "course", wanted)
    assert not (tmp_path / "course").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").touch()
    with pytest.raises(CourseError, match="is there already"):
        new_course(load_course(), tmp_path, Wanted())
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
