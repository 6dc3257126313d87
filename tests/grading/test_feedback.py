"""Feedback in the same pass: nbgrader's pages, and nothing of the hidden tests."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading import ordinary
from grading.courses import UNIT, catalogued, hand_in, photo_course
from grading.ordinary import ASSIGNMENT, Handed
from grading.small import answer, small_course
from weakties.grading.nbg.feedback import ShortenTexts
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("feedback")


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    root = photo_course(tmp_path_factory.mktemp("photo"))
    submissions = catalogued(root)
    hand_in(root, "right", submissions["solution"])
    hand_in(root, "wrong", submissions["variant-02"])
    hand_in(root, "broken", {"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}})
    list(grade(root, UNIT, Options(feedback=True)))
    return root


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    root = ordinary.course(tmp_path_factory.mktemp("plain"))
    Handed(root, "wrong").solve(
        squares="def squares(n): return [1, 4, 9]", table="table = 3"
    ).write()
    list(grade(root, ASSIGNMENT, Options(feedback=True)))
    return root


def page(root, learner, assignment, name):
    return (root / "feedback" / learner / assignment / f"{name}.html").read_text(encoding="utf-8")


def test_everybody_who_was_graded_gets_a_page_and_nobody_else(photo):
    assert sorted(path.name for path in (photo / "feedback").iterdir()) == ["right", "wrong"]


def test_a_page_that_cannot_be_made_stops_nobody_else(tmp_path):
    course = small_course(tmp_path)
    shows = "from IPython.display import display\ndisplay({png}, raw=True, metadata={wrong})"
    png, wrong = {"image/png": "iVBORw0KGgo="}, {"image/png": "no object"}
    answer(course, "ann", x=f"x = 3\n{shows.format(png=png, wrong=wrong)}")
    answer(course, "bo")
    results = {r.learner: r for r in grade(course, "ps1", Options(feedback=True))}
    assert [results[learner].score for learner in ("ann", "bo")] == [3.0, 3.0]
    assert any("No feedback was written" in note for note in results["ann"].notes)
    assert (course / "feedback" / "bo" / "ps1" / "ps1.html").is_file()


def test_endless_texts_are_shortened_on_the_page():
    texts = [new_markdown_cell("x" * 50_000) for _ in range(20)]
    notebook, _ = ShortenTexts().preprocess(
        new_notebook(cells=[*texts, new_code_cell("x = 1")]), {}
    )
    assert sum(len(cell.source) for cell in notebook.cells) < 201_000
    assert notebook.cells[0].source.endswith("xxx … (shortened)")
    assert notebook.cells[-1].source == "x = 1"


def test_a_page_shows_points_and_what_each_check_said(photo):
    right, wrong = (page(photo, learner, UNIT, UNIT) for learner in ("right", "wrong"))
    assert right.count("<strong>✓ Done: photo-q") == 6
    assert "Score: 15.0 / 18.0" in right
    assert "△ Not yet: photo-q" in wrong


def test_a_page_shows_nothing_of_the_hidden_tests(photo, plain):
    for text in (page(photo, "wrong", UNIT, UNIT), page(photo, "right", UNIT, UNIT)):
        assert not [
            secret for secret in ("@q.key", "HIDDEN TESTS", "photo_means") if secret in text
        ]
    text = page(plain, "wrong", ASSIGNMENT, "first")
    assert not [
        secret for secret in ("HIDDEN TESTS", "squares(1)", "0.75", "isclose") if secret in text
    ]
    assert "A test of this cell did not pass (AssertionError)." in text


def test_pages_are_written_again_when_asked_for_later(photo):
    path = photo / "feedback" / "right" / UNIT / f"{UNIT}.html"
    before = path.read_text(encoding="utf-8")
    path.unlink()
    list(grade(photo, UNIT, Options(feedback=True)))
    assert path.read_text(encoding="utf-8") == before
