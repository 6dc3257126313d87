"""What nbgrader does with newer work, work that is gone, a mended key and what was read: nothing, or all anew."""

from __future__ import annotations

import json
import shutil

import pytest

from grading.courses import nbgrader
from grading.idle import essay_course, put, read_by_a_person
from grading.rows import grade_rows

pytestmark = pytest.mark.xdist_group("stamps")


def test_nbgrader_keeps_older_points_and_an_older_key_and_has_everything_read_again(tmp_path):
    course = essay_course(tmp_path)

    def check_and_essay(learner):
        rows = grade_rows(f"sqlite:///{course / 'gradebook.db'}")
        return rows[learner, "ps1", "ps1", "x-check"][0], rows[learner, "ps1", "ps1", "essay"][3]

    put(course, "ann", 0)
    put(course, "bo", 0)
    nbgrader(course, "autograde", "ps1", "--no-execute")
    read_by_a_person(course, "ann")
    put(course, "ann", 9)
    shutil.rmtree(course / "submitted" / "bo")
    source = course / "source" / "ps1" / "ps1.ipynb"
    notebook = json.loads(source.read_text(encoding="utf-8"))
    notebook["cells"][2]["metadata"]["nbgrader"]["points"] = 5
    source.write_text(json.dumps(notebook), encoding="utf-8")
    nbgrader(course, "autograde", "ps1", "--no-execute")
    assert check_and_essay("ann") == (0, False)
    assert check_and_essay("bo")[0] == 0
    nbgrader(course, "autograde", "ps1", "--no-execute", "--force")
    assert check_and_essay("ann") == (9, True)
