"""Everybody's submissions come in a few queries, whatever their number."""

from __future__ import annotations

import pytest
from nbgrader.api import MissingEntry
from sqlalchemy import event

from grading.synthetic import Work, synthetic_course
from weakties.grading.nbg.book import OneGradebook


@pytest.fixture
def book(tmp_path):
    works = {f"l{number:02}": Work(None, [1.0, 0.5, 2.0], 1.5) for number in range(12)}
    book = OneGradebook(synthetic_course(tmp_path, "ps1", [1, 2, 3], works, text=2), "weakties")
    yield book
    book.end()


def test_nothing_of_a_submission_at_hand_is_looked_up_by_itself(book):
    asked = []
    event.listen(book.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    at_hand = book.submissions_at_hand("ps1")
    before = len(asked)
    found = {
        (one.student_id, notebook.name, grade.name): grade.score
        for one in at_hand
        for notebook in one.notebooks
        for grade in notebook.grades
    }
    assert (len(found), sum(found.values())) == (12 * 4, 12 * 5.0)
    assert len(asked) == before < 8


def test_a_submission_is_looked_up_once_until_it_is_saved(book):
    first = book.find_submission("ps1", "l03"), book.find_submission_notebook("ps1", "ps1", "l03")
    asked = []
    event.listen(book.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    again = book.find_submission("ps1", "l03"), book.find_submission_notebook("ps1", "ps1", "l03")
    assert not asked
    assert all(one is other for one, other in zip(first, again, strict=True))
    book.save()
    assert book.find_submission("ps1", "l03") is not first[0]
    with pytest.raises(MissingEntry):
        book.find_submission("ps1", "nobody")
