"""A gradebook in PostgreSQL holds what one in SQLite holds, and confirms certificates like one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grading.courses import nbgrader
from grading.postgres import running_server
from grading.rows import all_rows
from grading.small import answer, small_course
from weakties.cli import app
from weakties.grading.run import Options, grade


@pytest.fixture(scope="module")
def address():
    with running_server() as address:
        yield address


@pytest.fixture(scope="module")
def courses(address, tmp_path_factory):
    """Two courses with the same work of three learners, one with each kind of gradebook."""
    lite = small_course(tmp_path_factory.mktemp("courses") / "lite")
    for learner, x in {"ann": "x = 3", "bo": "x = 0", "dead": "import os; os._exit(0)"}.items():
        answer(lite, learner, x=x)
    post = Path(shutil.copytree(lite, lite.parent / "post"))
    with (post / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"c.CourseDirectory.db_url = {address!r}\n")
    (post / "gradebook.db").unlink()
    nbgrader(post, "generate_assignment", "ps1", "--force")
    for course in (lite, post):
        for _ in range(2):
            results = list(grade(course, "ps1", Options(force=True)))
            assert sorted(r.state.value for r in results) == ["failed", "graded", "graded"]
    return lite, post


def test_both_gradebooks_are_equal(courses, address):
    lite, post = courses
    assert not (post / "gradebook.db").exists()
    assert all_rows(address) == all_rows(f"sqlite:///{lite / 'gradebook.db'}")
    assert len(all_rows(address)["grades"]) == 6


def test_certificates_are_numbered_once_and_their_codes_confirmed(courses):
    _, post = courses
    for _ in range(2):
        assert "1 learner: the certificates lie in" in teach(post, "certificates", "ps1").stdout
    (page,) = (post / "certificates").iterdir()
    assert page.name == "0001-ann.html"
    code = re.search(r"No\. 1 · code ([0-9A-Z-]{14})", page.read_text("utf-8"))[1]
    assert teach(post, "verify", code.lower()).stdout.startswith("Confirmed.")
    other = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert f"has the code {other}" in teach(post, "verify", other).stderr


def teach(course, *words):
    ran = CliRunner().invoke(app, ["teach", *words, "--course", str(course)])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran
