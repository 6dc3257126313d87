"""A gradebook in PostgreSQL holds what one in SQLite holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grading.courses import nbgrader
from grading.postgres import running_server
from grading.rows import all_rows
from grading.small import answer, small_course
from weakties.grading.run import Options, grade


@pytest.fixture
def address():
    with running_server() as address:
        yield address


def test_both_gradebooks_are_equal(address, tmp_path):
    lite = small_course(tmp_path / "lite")
    for learner, x in {"ann": "x = 3", "bo": "x = 0", "dead": "import os; os._exit(0)"}.items():
        answer(lite, learner, x=x)
    post = Path(shutil.copytree(lite, tmp_path / "post"))
    with (post / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"c.CourseDirectory.db_url = {address!r}\n")
    (post / "gradebook.db").unlink()
    nbgrader(post, "generate_assignment", "ps1", "--force")
    for course in (lite, post):
        for _ in range(2):
            results = list(grade(course, "ps1", Options(force=True)))
            assert sorted(r.state.value for r in results) == ["failed", "graded", "graded"]
    assert not (post / "gradebook.db").exists()
    assert all_rows(address) == all_rows(f"sqlite:///{lite / 'gradebook.db'}")
    assert len(all_rows(address)["grades"]) == 6
