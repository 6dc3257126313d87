"""What a learner gets: everything but the solution and the hidden tests."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from weakties.authoring.notebooks import read
from weakties.authoring.release import ReleaseError, release
from weakties.grading.settings import CODE_STUB, TEXT_STUB

if TYPE_CHECKING:
    from weakties.course import Course

SOLUTION = "solutions/photo/photo.ipynb"
EXERCISE = "exercises/photo/photo.ipynb"


def rewrite(course: Course, old: str, new: str) -> None:
    path = course.root / SOLUTION
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def sources(course: Course, path: str) -> dict[str, str]:
    return {cell["id"]: cell["source"] for cell in read(course.root / path)["cells"]}


def test_nothing_that_is_hidden_reaches_the_exercise(clean_course: Course) -> None:
    (clean_course.root / EXERCISE).unlink()

    assert release(clean_course, ["photo"]) == (EXERCISE,)

    text = (clean_course.root / EXERCISE).read_text(encoding="utf-8")
    for secret in ("SOLUTION", "HIDDEN", "q.key", "reference", ".mean()", "sample answer"):
        assert secret not in text


def test_cells_keep_their_ids_and_their_order(clean_course: Course) -> None:
    release(clean_course)

    assert list(sources(clean_course, EXERCISE)) == list(sources(clean_course, SOLUTION))


def test_the_starter_code_stands_and_a_friendly_line_follows_it(clean_course: Course) -> None:
    release(clean_course)

    exercise = sources(clean_course, EXERCISE)
    assert exercise["photo-q2-answer"] == (
        f"from weakties.data import load\n\nn_raters = ...\n{CODE_STUB}"
    )
    assert exercise["photo-reflection-answer"] == TEXT_STUB


def test_what_is_left_of_a_check_still_runs_to_its_verdict(clean_course: Course) -> None:
    release(clean_course)

    check = sources(clean_course, EXERCISE)["photo-q1-check"]
    assert ast.parse(check)
    assert check.splitlines()[-1] == "q.verdict"


def test_locked_cells_carry_the_checksum_of_what_is_in_them(clean_course: Course) -> None:
    from nbformat import from_dict
    from nbgrader.utils import compute_checksum

    release(clean_course)

    graded = [
        cell
        for cell in read(clean_course.root / EXERCISE)["cells"]
        if "nbgrader" in cell["metadata"]
    ]
    assert len(graded) == 5
    for cell in graded:
        assert cell["metadata"]["nbgrader"]["checksum"] == compute_checksum(from_dict(cell))


def test_releasing_again_changes_nothing(clean_course: Course) -> None:
    before = (clean_course.root / EXERCISE).read_bytes()

    assert release(clean_course) == ()
    assert (clean_course.root / EXERCISE).read_bytes() == before


def test_an_untidy_solution_gives_the_same_exercise(clean_course: Course) -> None:
    rewrite(clean_course, "q.verdict", "q.verdict\\n\\n")
    rewrite(clean_course, '"execution_count": null', '"execution_count": 12')

    assert release(clean_course) == ()


def test_only_the_exercise_is_written(clean_course: Course) -> None:
    (clean_course.root / EXERCISE).unlink()
    before = {path for path in clean_course.root.rglob("*") if path.is_file()}

    release(clean_course)

    after = {path for path in clean_course.root.rglob("*") if path.is_file()}
    assert after - before == {clean_course.root / EXERCISE}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("### END SOLUTION", "", "cell photo-q1-answer: .* do not alternate"),
        ("### END SOLUTION", "### BEGIN SOLUTION", "cell photo-q1-answer: .* do not alternate"),
        ("    ### BEGIN HIDDEN TESTS\\n", "", "cell photo-q1-check: .* do not alternate"),
        ('"solution": true', '"solution": false', "cell photo-q1-answer: .*non-solution cell"),
        ('"grade_id": "photo-q2-check"', '"grade_id": "photo-q1-check"', "Duplicate grade id"),
        ('"id": "photo-q2-check"', '"id": "photo-q1-check"', "more than one cell has the id"),
        ('"schema_version": 3', '"schema_version": 1', "Outdated schema version: 1"),
        ('"cells": [', '"cells": [,', "cannot be read. It is not JSON"),
    ],
)
def test_what_cannot_be_released_is_said_in_a_sentence_and_nothing_is_written(
    clean_course: Course, old: str, new: str, message: str
) -> None:
    before = (clean_course.root / EXERCISE).read_bytes()
    rewrite(clean_course, old, new)

    with pytest.raises(ReleaseError, match=message) as refusal:
        release(clean_course)

    assert str(refusal.value).startswith(("solutions/photo/photo.ipynb", str(clean_course.root)))
    assert "\n" not in str(refusal.value)
    assert (clean_course.root / EXERCISE).read_bytes() == before


def test_a_solution_that_is_not_there_is_named(clean_course: Course) -> None:
    (clean_course.root / SOLUTION).unlink()

    with pytest.raises(ReleaseError, match=r"photo\.ipynb cannot be read"):
        release(clean_course)
