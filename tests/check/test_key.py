"""The key: read from solutions/, where there are any."""

from __future__ import annotations

import pytest

from weakties.check.key import key_source, solution_source
from weakties.course import load_course


def test_the_key_is_the_hidden_part_of_the_check_cell(with_key):
    with_key("@q.key", "def key():", "    q.close()")
    assert key_source("demo-q1") == "@q.key\ndef key():\n    q.close()"


def test_the_solution_stands_between_its_markers_in_the_answer_cell(with_key):
    with_key()
    assert solution_source("demo-q1") == "x = 1 / 4"


@pytest.mark.parametrize("switch", ["off", "OFF"])
def test_solutions_can_be_switched_off(with_key, monkeypatch, switch):
    with_key("pass")
    monkeypatch.setenv("WEAKTIES_SOLUTIONS", switch)
    assert key_source("demo-q1") is None
    assert solution_source("demo-q1") is None


def test_without_solutions_or_without_the_cell_there_is_no_key(with_key):
    assert key_source("demo-q1") is None
    with_key("pass")
    assert key_source("demo-q2") is None


def test_every_question_that_is_graded_automatically_has_a_solution_and_with_data_a_key():
    units = load_course().ready
    questions = [(unit, q) for unit in units for q in unit.questions if q.graded == "auto"]
    assert questions
    for unit, question in questions:
        # A workbook has no data of its own: its checks ask whether a step is filled in.
        assert ("@q.key" in (key_source(question.id) or "")) is bool(unit.datasets)
        assert solution_source(question.id)
