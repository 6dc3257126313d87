"""Outcomes are told, prepared and assessed; a core says so in the exercise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from weakties.authoring.lint import lint
from weakties.course import Outcome, load_course

if TYPE_CHECKING:
    from weakties.course import Course

pytestmark = pytest.mark.usefixtures("exercises_made_once")

BOTH = Outcome("photo-means", "Take a mean.", ("compute",), ("photo-q1", "photo-q2"))
OWN = Outcome("photo-own", "Choose one.", ("predict",), ("photo-reflection",))
PAGE = "course/photo/facilitate.md"


def with_unit(course: Course, **changes: object) -> Course:
    """Return the course with its unit changed, and a page that tells both outcomes."""
    page = course.root / PAGE
    told = "## What they can do afterwards\n\n- Take a mean.\n- Choose one.\n\n## The clock"
    page.write_text(page.read_text().replace("## The clock", told))
    unit, *others = course.units
    return replace(course, units=(replace(unit, **changes), *others))


def test_outcomes_that_are_told_prepared_and_assessed_are_fine(clean_course: Course) -> None:
    assert lint(with_unit(clean_course, outcomes=(BOTH, OWN))) == ()


@pytest.mark.parametrize(
    ("outcomes", "place", "words"),
    [
        ((replace(BOTH, prepared=()), OWN), "photo-means", "prepared by nothing"),
        ((replace(BOTH, prepared=("no-cell",)), OWN), "photo-means", "prepared by no-cell"),
        ((BOTH, replace(OWN, assessed=("photo-q9", *OWN.assessed))), "photo-own", "by photo-q9"),
        ((BOTH, replace(OWN, id="own")), "own", "does not begin with its unit"),
        ((replace(BOTH, assessed=("photo-q1",)), OWN), "photo-q2", "No outcome is assessed by it"),
        ((OWN, BOTH), "", "differs from the outcomes"),
    ],
)
def test_an_outcome_without_its_lesson_its_question_or_its_words_is_found(
    clean_course: Course, outcomes: tuple[Outcome, ...], place: str, words: str
) -> None:
    found = lint(with_unit(clean_course, outcomes=outcomes))
    assert [(f.rule, f.cell, words in f.problem) for f in found] == [("outcomes", place, True)]


def test_a_core_is_three_questions_that_the_exercise_marks(clean_course: Course) -> None:
    first, *others = clean_course.units[0].questions
    found = lint(with_unit(clean_course, questions=(replace(first, core=True), *others)))
    assert {(f.cell, f.problem.partition(";")[0]) for f in found if f.rule == "core"} == {
        ("", "Its exercise has the minutes of the core"),
        ("photo", "1 questions are its core, and all take (0, 0) minutes."),
        ("photo-q1", "course.toml has it as core"),
        ("photo-q2", "course.toml has it as further"),
    }


def test_a_core_is_named_where_the_minutes_of_the_exercise_stand(clean_course: Course) -> None:
    first, second, *others = clean_course.units[0].questions
    questions = (replace(first, core=True), replace(second, core=True), *others)
    course = with_unit(clean_course, questions=questions)
    page = course.root / PAGE

    def untold() -> bool:
        return any("does not name it" in found.problem for found in lint(course))

    assert untold()
    row = next(line for line in page.read_text().splitlines() if "| exercise |" in line)
    told = row.removesuffix("|") + " Questions 1 and 2 |"
    page.write_text(page.read_text().replace(row, told))
    assert untold()
    page.write_text(page.read_text().replace(told, told.replace("Questions", "questions")))
    assert not untold()


def test_every_ready_unit_says_what_it_leads_to() -> None:
    assert [unit.slug for unit in load_course().ready if not unit.outcomes] == []
