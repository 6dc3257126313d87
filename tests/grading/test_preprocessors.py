"""Doubled cells: the first counts, the other becomes an ordinary cell."""

from __future__ import annotations

import logging

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from weakties.grading.preprocessors import KeepFirstOfDoubleCells


def cell(grade_id, source=""):
    return new_code_cell(source, metadata={"nbgrader": {"grade_id": grade_id}, "tags": ["mine"]})


def graded_ids(notebook):
    return [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]


@pytest.fixture
def keep_first():
    return lambda *cells: KeepFirstOfDoubleCells().preprocess(new_notebook(cells=[*cells]), {})[0]


def test_the_first_of_two_cells_keeps_its_id_and_the_other_loses_it(keep_first):
    notebook = keep_first(cell("q1", "mine"), cell("q1", "copy"), cell("q2"), cell("q1", "again"))
    assert graded_ids(notebook) == ["q1", None, "q2", None]
    assert [cell.source for cell in notebook.cells] == ["mine", "copy", "", "again"]


def test_a_copy_becomes_an_ordinary_cell_and_keeps_its_other_metadata(keep_first):
    copy = keep_first(cell("q1"), cell("q1")).cells[1]
    assert copy.metadata == {"tags": ["mine"]}


def test_a_notebook_without_doubles_is_left_alone(keep_first):
    cells = [new_markdown_cell("Read this."), cell("q1"), new_code_cell("1 + 1"), cell("q2")]
    assert graded_ids(keep_first(*cells)) == [None, "q1", None, "q2"]


def test_metadata_without_an_id_is_no_double(keep_first):
    bare = {"nbgrader": {"grade": False}}
    notebook = keep_first(new_code_cell(metadata=bare), new_code_cell(metadata=bare))
    assert [cell.metadata for cell in notebook.cells] == [bare, bare]


def test_the_log_names_the_doubled_cell(keep_first, caplog):
    log = KeepFirstOfDoubleCells().log
    log.addHandler(caplog.handler)
    try:
        with caplog.at_level(logging.WARNING, logger=log.name):
            keep_first(cell("photo-q1-answer"), cell("photo-q1-answer"))
    finally:
        log.removeHandler(caplog.handler)
    assert "photo-q1-answer stands twice" in caplog.text
