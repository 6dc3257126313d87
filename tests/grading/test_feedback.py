"""Feedback in the same pass: nbgrader's pages, and nothing of the hidden tests."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from grading import ordinary
from grading.courses import UNIT, catalogued, hand_in, photo_course
from grading.ordinary import ASSIGNMENT, Handed
from grading.small import answer, small_course
from weakties.grading.feedback.preprocessors import ShortenTexts
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
    path = root / "feedback" / learner / assignment / f"{name}.html"
    return path.read_text(encoding="utf-8").rpartition("</style>")[2]


def test_everybody_who_handed_something_in_gets_a_page(photo):
    pages = sorted(path.name for path in (photo / "feedback").iterdir())
    assert pages == ["broken", "right", "wrong"]


def test_who_could_not_be_graded_reads_why_and_what_to_do_and_no_points(photo):
    text = page(photo, "broken", UNIT, UNIT)
    assert "holds none of the graded cells of the assignment" in text
    assert "Restart Kernel and Run All Cells" in text
    assert " of 18 points" not in text


def test_a_page_that_cannot_be_made_stops_nobody_else(tmp_path, monkeypatch):
    from weakties.grading.nbg.feedback import Feedback

    make = Feedback.make

    def makes_none_for_ann(self, learner):
        if learner == "ann":
            raise RuntimeError("no page")
        make(self, learner)

    monkeypatch.setattr(Feedback, "make", makes_none_for_ann)
    course = small_course(tmp_path)
    answer(course, "ann")
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


def test_endless_formatted_outputs_keep_their_plain_form_only():
    shown = [
        new_output("display_data", {"text/html": "x" * 90_000, "text/plain": "plain"})
        for _ in range(9)
    ]
    picture = new_output("display_data", {"text/html": f"data:image/png;base64,{'A' * 900_000}"})
    notebook = new_notebook(cells=[new_code_cell("x", outputs=[picture, *shown])])
    made, _ = ShortenTexts().preprocess(notebook, {})
    kinds = [set(output["data"]) for output in made.cells[0].outputs]
    assert kinds == [{"text/html"}, *[{"text/html", "text/plain"}] * 4, *[{"text/plain"}] * 5]


def test_a_page_shows_points_and_what_each_check_said(photo):
    right, wrong = (page(photo, learner, UNIT, UNIT) for learner in ("right", "wrong"))
    assert right.count("<strong>✓ Done: photo-q") == 6
    assert "15 of 18 points." in right
    assert "photo-q1 · What formal dress is worth" in right
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
