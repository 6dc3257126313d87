"""Each rule finds what it is for, and nothing else is found beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from weakties.authoring.lint import RULES, lint
from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.course import Course

pytestmark = pytest.mark.usefixtures("exercises_made_once")

FIXTURES = Path(__file__).parent / "fixtures"
LESSON = "course/photo/lesson.ipynb"
SOLUTION = "solutions/photo/photo.ipynb"
EXERCISE = "exercises/photo/photo.ipynb"
HINTS = "course/photo/hints.toml"
RECALL = "course/photo/recall.toml"
FACILITATION = "course/photo/facilitate.md"

ABOUT_CLAIMS = {
    *("claims-file", "untold-claim", "untaught-claim", "taught-again", "claim-card"),
    *("stale-claims", "placed-claim", "placed-card"),
}
ABOUT_OUTCOMES = {"outcomes", "core"}
WHAT_IS_MISSING = {"entry", "draft", "missing-part", "unwritten", "untested", "unoffered"}

# A changed solution makes its exercise out of date, whatever else is wrong with it.
STALE = {"stale-exercise"}

# rule: (file, cell, words of the problem), each found exactly once
EXPECTED = {
    "unreadable": [(LESSON, "", "not JSON")],
    "stray-file": [
        ("exercises/photo/notes.txt", "", "does not name this file"),
        ("solutions/old-photo.ipynb", "", "does not name this file"),
    ],
    "untidy": [(LESSON, "", "normal form")],
    "outputs": [(EXERCISE, "photo-q1-answer", "stores an output")],
    "stale-exercise": [(EXERCISE, "", "not what its solution gives now")],
    "hints": [
        (HINTS, "photo-q1", "empty hint"),
        (HINTS, "photo-q2", "fewer than 2 hints"),
        (HINTS, "photo-q9", "no question of this unit"),
    ],
    "answers": [("tests/answers/photo.py", "photo-q2", "no right and wrong answers")],
    "double-id": [
        (SOLUTION, "photo-q1-answer", "2 cells have the id"),
        (SOLUTION, "photo-q1-answer", "2 cells have the grade_id"),
    ],
    "generated-id": [
        (LESSON, "3f2a9c1e", "## Play, compute"),
        (LESSON, "7b0c1f7e-7a0a-4f8e-9a55-0f3d7a1c2b3d", "from weakties.data import load"),
    ],
    "question-cells": [
        (SOLUTION, "photo-q1", "out of order"),
        (SOLUTION, "photo-q2-check", "no code cell"),
    ],
    "unknown-question": [
        (SOLUTION, "photo-extra-answer", "course.toml has no such"),
        (SOLUTION, "photo-q3", "course.toml has no such"),
    ],
    "question-metadata": [
        (SOLUTION, "photo-q1-check", "lacks locked = True."),
        (SOLUTION, "photo-q2-answer", "schema_version = 3"),
    ],
    "points-shown": [
        (SOLUTION, "photo-q1", "2 points; the text shows 3"),
        (SOLUTION, "photo-reflection", "the text shows no points"),
    ],
    "points-set": [
        (SOLUTION, "photo-q1-check", "question(…) sets 3"),
        (SOLUTION, "photo-reflection-answer", "nbgrader's metadata sets 1"),
    ],
    "no-solution": [
        (SOLUTION, "photo-q2-answer", "between solution markers"),
        (SOLUTION, "photo-reflection-answer", "between solution markers"),
    ],
    "no-rubric": [(SOLUTION, "photo-reflection", "what earns the points")],
    "markers": [
        (SOLUTION, "photo-q1-answer", "'### BEGIN SOLUTON' is no marker"),
        (SOLUTION, "photo-q1-answer", "do not alternate"),
        (SOLUTION, "photo-q2-check", "'# begin hidden test' is no marker"),
        (SOLUTION, "photo-q2-check", "do not alternate"),
    ],
    "syntax": [
        (SOLUTION, "photo-q1-answer", "The code of photo-q1"),
        (SOLUTION, "photo-q2-answer", "The code for learners of photo-q2"),
    ],
    "starter": [(SOLUTION, "photo-q1-answer", "looks at 'mean_score'")],
    "check-form": [
        (SOLUTION, "photo-q1-check", "asks question('photo-q2')"),
        (SOLUTION, "photo-q2-check", "no single block"),
    ],
    "check-label": [(SOLUTION, "photo-q1-check", "tells the learner about 'score_mean'")],
    "check-reads": [
        (SOLUTION, "photo-q1-check", "reads 'globals'"),
        (SOLUTION, "photo-q1-check", "reads 'ratings'"),
        (SOLUTION, "photo-q2-check", "reads 'mean_score'"),
        (SOLUTION, "photo-q2-check", "imports '__main__'"),
    ],
    "check-binds": [(SOLUTION, "photo-q1-check", "binds 'limit'")],
    "check-hidden": [
        (SOLUTION, "photo-q1-check", "@q.key"),
        (SOLUTION, "photo-q2-check", "@q.key"),
    ],
    "check-meaning": [(SOLUTION, "photo-q1-check", "not what it means")],
    "check-stderr": [
        (SOLUTION, "photo-q1-check", "imports 'logging'"),
        (SOLUTION, "photo-q1-check", "imports 'warnings'"),
        (SOLUTION, "photo-q1-check", "names stderr"),
        (SOLUTION, "photo-q1-check", "prints to a file"),
        (SOLUTION, "photo-q2-check", "has a magic"),
    ],
    "check-end": [
        (SOLUTION, "photo-q1-check", "does not end in q.verdict"),
        (SOLUTION, "photo-q2-check", "does not end in q.verdict"),
    ],
    "decimals": [(SOLUTION, "photo-q1", "Two right decimals of `mean_score`")],
    "tolerance": [(SOLUTION, "photo-q1-check", "within 0.01 of `mean_score`; the check, 0.005")],
    "headings": [
        (LESSON, "compute", "level 4 after level 2"),
        (LESSON, "on-to-the-exercise", "second title"),
        ("course/welcome.ipynb", "welcome", "before any title"),
    ],
    "minutes": [(LESSON, "", "9–13 min; course.toml plans 8–12")],
    "reckoned": [(LESSON, "", "It takes about")],
    "words": [
        (LESSON, "predict", "150 are the most"),
        (LESSON, "on-to-the-exercise", "words have passed since there was something to do"),
        (LESSON, "", "1,500 are the most"),
    ],
    "lines": [(LESSON, "compute-code", "12 lines of code; 11 are the most")],
    "open-guess": [
        (LESSON, "told", "while guess is open"),
        (LESSON, "shown", "Its source shows the words"),
        (LESSON, "printed", "It shows more than guess opens"),
        (LESSON, "displayed", "It shows more than guess opens"),
    ],
    "alt-text": [
        (LESSON, "predict", "image attachment:photo.png"),
        (LESSON, "predict", "image attachment:suit.png"),
        (LESSON, "compute-code", "image/png"),
    ],
    "dead-link": [
        (LESSON, "which-photo", "../data/ratings.csv is dead: there is no such file"),
        (LESSON, "predict", "#compute is dead: there is no such heading"),
        (LESSON, "on-to-the-exercise", "/exercises/photo/photo.ipynb is dead"),
        (LESSON, "on-to-the-exercise", "help.md is dead"),
    ],
    "unlisted": [
        (LESSON, "predict-code", "'R99', which is not among the evidence"),
        (LESSON, "compute-code", "'views', which is not among the datasets"),
    ],
    "export-rows": [
        (LESSON, "predict", "LinkedIn export"),
        (LESSON, "compute-code", "LinkedIn export"),
    ],
    "facilitation": [
        (FACILITATION, "", "does not say what the rows add up to"),
        (FACILITATION, "", "rows of the lesson add up to 8–20 min; course.toml plans 8–12"),
    ],
    "recall": [
        (RECALL, "", "It has 5 cards; every unit has 6"),
        (RECALL, "photo-a", "Two cards are called photo-a"),
        (RECALL, "cell", "does not begin with its unit"),
        (RECALL, "photo-d", "says that no-such-cell teaches it"),
        (RECALL, "photo-e", "says that R41 teaches it"),
    ],
}

# Where one slip rightly has a second consequence.
COMPANIONS = {
    "generated-id": {"untidy"},
    "markers": {"no-solution", "check-hidden"},
    "check-form": {"check-reads"},
    "check-stderr": {"syntax"},
}


def names_of_rules() -> set[str]:
    return {rule.__name__.replace("_", "-") for rule in RULES}


def test_a_clean_course_has_no_finding(clean_course: Course) -> None:
    assert lint(clean_course) == ()


def test_every_rule_has_a_fixture_or_a_test_of_its_own() -> None:
    # In test_new.py, test_lint_claims.py and test_lint_outcomes.py
    of_their_own = {"missing-file", *WHAT_IS_MISSING, *ABOUT_CLAIMS, *ABOUT_OUTCOMES}
    assert names_of_rules() - EXPECTED.keys() == of_their_own
    assert {folder.name for folder in FIXTURES.iterdir()} == {"clean", *EXPECTED}


@pytest.mark.parametrize("rule", EXPECTED)
def test_a_fixture_is_found_by_its_rule_alone_and_in_the_right_cells(
    rule: str, course_with: Callable[..., Course]
) -> None:
    found = lint(course_with(rule))
    own = [finding for finding in found if finding.rule == rule]

    for path, cell, words in EXPECTED[rule]:
        fitting = [f for f in own if (f.path, f.cell) == (path, cell) and words in f.problem]
        assert len(fitting) == 1, (path, cell, words)
    assert len(own) == len(EXPECTED[rule])
    assert {f.rule for f in found} - {rule} - STALE == COMPANIONS.get(rule, set())
    assert not any("\n" in f.problem or not f.remedy.strip() for f in found)


def test_a_unit_that_is_ready_needs_its_three_notebooks(clean_course: Course) -> None:
    for name in ("course/welcome.ipynb", LESSON, SOLUTION, EXERCISE):
        (clean_course.root / name).unlink()

    missing = {f.path for f in lint(clean_course) if f.rule == "missing-file"}

    assert missing == {"course/welcome.ipynb", LESSON, SOLUTION, EXERCISE}


def test_findings_stand_in_the_order_in_which_a_unit_is_written(
    course_with: Callable[..., Course],
) -> None:
    found = lint(course_with("dead-link", "hints", "decimals"), ["photo"])

    assert list(dict.fromkeys(f.path for f in found)) == [SOLUTION, HINTS, EXERCISE, LESSON]
    assert [f.cell for f in found if f.path == LESSON] == [
        "which-photo",
        "predict",
        "on-to-the-exercise",
        "on-to-the-exercise",
    ]


def test_a_hidden_cache_is_a_stray_file(clean_course: Course) -> None:
    cache = clean_course.root / "solutions" / "photo" / ".ipynb_checkpoints"
    cache.mkdir()
    (cache / "photo-checkpoint.ipynb").write_text("{}")

    assert [(f.path, f.rule) for f in lint(clean_course)] == [
        ("solutions/photo/.ipynb_checkpoints/photo-checkpoint.ipynb", "stray-file")
    ]


def test_the_files_of_one_unit_are_linted_without_those_of_others(
    course_with: Callable[..., Course],
) -> None:
    found = lint(course_with("stray-file", "headings"), ["photo"])

    assert {finding.path for finding in found} == {"exercises/photo/notes.txt", LESSON}


def test_an_unknown_unit_is_refused_with_the_names_of_those_there_are(
    clean_course: Course,
) -> None:
    with pytest.raises(CourseError, match=r"There is no unit 'foto'. The units are: photo"):
        lint(clean_course, ["foto"])


def test_a_solution_that_nbgrader_refuses_is_a_finding_not_a_crash(clean_course: Course) -> None:
    path = clean_course.root / SOLUTION
    path.write_text(path.read_text().replace('"schema_version": 3', '"schema_version": 1'))

    stale = [f for f in lint(clean_course) if f.rule == "stale-exercise"]

    assert [(f.path, "Outdated schema version" in f.problem) for f in stale] == [(SOLUTION, True)]


def test_a_lesson_without_minutes_at_its_headings_is_left_alone(clean_course: Course) -> None:
    path = clean_course.root / LESSON
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        cell["source"] = [line.replace(" min", " steps") for line in cell["source"]]
    path.write_text(json.dumps(notebook))

    assert "minutes" not in {finding.rule for finding in lint(clean_course)}


def test_hints_and_answers_that_cannot_be_read_are_findings(clean_course: Course) -> None:
    (clean_course.root / HINTS).write_text("photo-q1 = [")
    (clean_course.root / "tests/answers/photo.py").write_text("ANSWERS = {")

    assert {(f.cell, f.rule) for f in lint(clean_course)} == {
        ("", "hints"),
        ("photo-q1", "answers"),
        ("photo-q2", "answers"),
    }


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[cards]]", "[[cards", "not valid TOML"),
        ('id = "photo-c"', 'name = "photo-c"', "lacks, or should not have: id, name"),
        ('"A photo."', '" "', "has nothing under: answer"),
    ],
)
def test_cards_that_cannot_be_read_are_one_finding(
    clean_course: Course, old: str, new: str, words: str
) -> None:
    path = clean_course.root / RECALL
    path.write_text(path.read_text().replace(old, new, 1))

    assert [(f.rule, words in f.problem) for f in lint(clean_course)] == [("recall", True)]


def test_a_seventh_card_is_one_too_many_and_no_file_at_all_is_a_missing_part(
    clean_course: Course,
) -> None:
    path = clean_course.root / RECALL
    one = path.read_text().partition("[[cards]]")[2].partition("[[cards]]")[0]
    path.write_text(path.read_text() + "\n[[cards]]" + one.replace("photo-a", "photo-g"))
    assert ["7 cards" in f.problem for f in lint(clean_course)] == [True]

    path.unlink()
    assert [(f.path, f.rule) for f in lint(clean_course)] == [(RECALL, "missing-part")]


def test_a_card_of_the_literature_must_be_shown_in_the_lesson_not_only_be_listed(
    clean_course: Course,
) -> None:
    path = clean_course.root / LESSON
    path.write_text(path.read_text().replace("R42", "R43"))

    assert ("recall", "photo-f") in {(f.rule, f.cell) for f in lint(clean_course)}
