"""The copy of a gradebook holds what the gradebook holds, and the gradebook stays as it is."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from grading.postgres import running_server
from grading.rows import grade_rows
from weakties.grading.compare.gradebook import copy_gradebook
from weakties.grading.nbg.course import NotACourse


def filled(db_url):
    """Put a learner's graded cell into a new gradebook."""
    from nbgrader.api import Gradebook

    with Gradebook(db_url, "weakties") as book:
        book.add_assignment("ps1")
        book.add_notebook("ps1", "ps1")
        book.add_grade_cell("x", "ps1", "ps1", max_score=2, cell_type="code")
        book.add_solution_cell("x", "ps1", "ps1")
        book.add_student("ann")
        with book.db.no_autoflush:  # nbgrader's own objects are joined before they are added
            book.add_submission("ps1", "ann")
        grade = book.find_grade("x", "ps1", "ps1", "ann")
        grade.auto_score, grade.manual_score, grade.needs_manual_grade = 1.5, 2.0, True
        book.db.commit()
    return {("ann", "ps1", "ps1", "x"): (1.5, 2.0, None, True)}


def test_every_row_of_a_gradebook_in_postgresql_is_copied(tmp_path, monkeypatch):
    scripts = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", os.pathsep.join([scripts, os.environ["PATH"]]))
    with running_server() as address:
        rows = filled(address)
        copy_gradebook(address, tmp_path, tmp_path / "copy.db")
        assert grade_rows(address) == rows
    copied = grade_rows(f"sqlite:///{tmp_path / 'copy.db'}")
    assert {key: (*row[:2], row[2] or None, row[3]) for key, row in copied.items()} == rows


def test_what_sqlite_keeps_beside_its_file_is_copied_and_stays(tmp_path):
    book = sqlite3.connect(tmp_path / "book.db")
    try:
        book.execute("PRAGMA journal_mode=WAL")
        book.execute("CREATE TABLE kept (x)")
        book.execute("INSERT INTO kept VALUES (7)")
        book.commit()
        before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert before["book.db-wal"]
        target = tmp_path / "elsewhere"
        target.mkdir()
        copy_gradebook("sqlite:///book.db", tmp_path, target / "gradebook.db")
        copy = sqlite3.connect(target / "gradebook.db")
        assert copy.execute("SELECT x FROM kept").fetchall() == [(7,)]
        copy.close()
        after = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
        assert after == before
    finally:
        book.close()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("sqlite:///nowhere.db", "There is no gradebook at"),
        ("postgresql+psycopg://127.0.0.1:1/none", "The course's gradebook can't be read: "),
        ("nonsense://x", "The course's gradebook can't be read: "),
    ],
)
def test_a_gradebook_that_cannot_be_read_is_said(tmp_path, address, words):
    with pytest.raises(NotACourse, match=words):
        copy_gradebook(address, tmp_path, tmp_path / "copy.db")
