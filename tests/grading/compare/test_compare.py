"""Both graders side by side on a course that does not notice."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grading.small import answer, small_course
from processes.instead import comparisons_are_born
from weakties.grading.compare.compare import Options, compared
from weakties.grading.compare.rows import Kind
from weakties.grading.nbg.course import NotACourse

pytestmark = pytest.mark.xdist_group("grading-compare")

EQUALS_ALL = "class Odd:\n    def __eq__(self, other): return True\nx = Odd()"

STARTS_A_PROGRAM = (
    "import subprocess\nx = int(subprocess.run(['echo', '3'], capture_output=True).stdout)"
)
LOOKS_OUTSIDE = "import os\nx = 3 if os.path.exists('/usr/bin/env') else 0"
BEGINS_AND_WAITS = """import os, time
with open('../../../part', 'w') as file:  # the sandbox does not let it
    file.write(str(os.getpid()))
os.rename('../../../part', '../../../begun')
time.sleep(60)"""


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    return small_course(tmp_path_factory.mktemp("released"))


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


@pytest.fixture(scope="module", autouse=True)
def _commands_out_of_nurseries():
    """Fork both commands; those of a comparison that is interrupted start cold, as it does itself."""
    with pytest.MonkeyPatch.context() as patch:
        comparisons_are_born(patch.setattr)
        yield


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Give the comparison a temporary folder of the test's own, to look into afterwards."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def fingerprint(folder):
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.lstat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }


def without(path, grade_id):
    """Delete a cell from what was handed in."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != grade_id]
    path.write_text(json.dumps(notebook), encoding="utf-8")


def twice(path, grade_id):
    """Put a cell there a second time, as copying it in an editor does."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    twin = next(cell for cell in notebook["cells"] if cell["id"] == grade_id)
    notebook["cells"].append({**twin, "id": "twin"})
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_where_both_agree_nothing_differs_and_the_course_is_as_it_was(course, temporary):
    answer(course, "ann")
    answer(course, "bo", y="y = 0")
    before = fingerprint(course)
    found = compared(course, "ps1")
    assert fingerprint(course) == before
    assert list(temporary.iterdir()) == []
    marks = {(row.learner, row.cell): row.ours.auto for row in found.rows}
    assert marks == {
        ("ann", "x-check"): 2,
        ("ann", "y-check"): 1,
        ("bo", "x-check"): 2,
        ("bo", "y-check"): 0,
    }
    assert {row.kind for row in found.rows} == {Kind.EQUAL}
    assert (found.differing, found.left_out, found.remarks) == (0, (), ())
    assert min(found.seconds.values()) > 0


def test_each_row_that_differs_is_shown_with_what_both_say(course):
    answer(course, "ann")
    answer(course, "odd", x=EQUALS_ALL)
    answer(course, "runs", x=STARTS_A_PROGRAM)
    answer(course, "looks", x=LOOKS_OUTSIDE)
    without(answer(course, "torn"), "y-check")
    found = compared(course, "ps1", Options(learners=("looks", "odd", "runs", "torn")))
    assert {row.learner for row in found.rows} == {"looks", "odd", "runs", "torn"}
    (lower,) = found.of(Kind.LOWER)
    assert (lower.learner, lower.cell, lower.theirs.auto, lower.ours.auto) == (
        "looks",
        "x-check",
        2,
        0,
    )
    assert lower.said.witnesses["inside"] == "0 of 2, with an error"
    asked, refused = sorted(found.of(Kind.ASKED), key=lambda row: row.learner)
    assert (refused.learner, refused.cell, refused.theirs.auto) == ("runs", "x-check", 2)
    assert "the sandbox refused the notebook something" in refused.said.reason
    assert (asked.learner, asked.cell, asked.theirs.auto) == ("odd", "x-check", 2)
    assert asked.said.witnesses == {"apart": "0 of 2, with an error", "inside": "2 of 2"}
    assert "x could not be carried over" in asked.said.reason
    (decided,) = found.of(Kind.DECIDED)
    assert (decided.learner, decided.cell, decided.ours.auto) == ("torn", "y-check", 1)
    assert found.differing == 2


def test_settings_that_lead_out_of_the_copy_do_not_lead_into_the_course(course, temporary):
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(
            f"c.CourseDirectory.root = {str(course)!r}\n"
            f"c.CourseDirectory.db_url = 'sqlite:///{course}/gradebook.db'\n"
            f"c.CourseDirectory.autograded_directory = {str(course / 'autograded')!r}\n"
            f"c.CourseDirectory.submitted_directory = {str(course / 'submitted')!r}\n"
            f"c.NbGrader.logfile = {str(course / 'nbgrader.log')!r}\n"
            "from beside import STUDENT\nc.CourseDirectory.student_id = STUDENT\n"
        )
    (course / "beside.py").write_text("STUDENT = 'b*'\n", encoding="utf-8")
    for learner in ("ann", "bo"):
        answer(course, learner)
    before = fingerprint(course)
    found = compared(course, "ps1")
    assert fingerprint(course) == before
    assert [(row.learner, row.kind) for row in found.rows] == [("bo", Kind.EQUAL)] * 2
    assert list(temporary.iterdir()) == []


def test_where_nbgrader_stops_the_rest_is_compared_and_who_is_left_out_is_named(course):
    answer(course, "ann")
    answer(course, "bad").write_text("{", encoding="utf-8")
    twice(answer(course, "double"), "x-check")
    answer(course, "eve")
    found = compared(course, "ps1")
    assert {(row.learner, row.kind) for row in found.rows} == {("ann", Kind.EQUAL)}
    left_out = {(one.learner, one.by): one.reason for one in found.left_out}
    assert set(left_out) == {
        ("bad", "nbgrader"),
        ("bad", "weakties"),
        ("double", "nbgrader"),
        ("eve", "nbgrader"),
    }
    assert "is no JSON" in left_out["bad", "weakties"]
    assert "weakties-compare-" not in str(left_out)
    assert "old version" in left_out["double", "nbgrader"]
    assert left_out["eve", "nbgrader"] == "nbgrader stopped at double before it came to this one."


def test_where_nobody_is_graded_by_both_it_is_said_and_not_taken_for_agreement(course):
    answer(course, "bad").write_text("{", encoding="utf-8")
    with pytest.raises(NotACourse, match=r"Nobody was graded by both.*bad, by weakties"):
        compared(course, "ps1")


@pytest.mark.parametrize(
    ("assignment", "learners", "words"),
    [
        ("ps1", (), "Nothing of 'ps1' was handed in: nothing to compare"),
        ("ps1", ("nemo",), "Nothing of 'ps1' was handed in by nemo"),
        ("../x", (), "can't be the name of an assignment"),
    ],
)
def test_what_cannot_be_compared_is_said_and_leaves_nothing(
    course, temporary, assignment, learners, words
):
    if learners:
        answer(course, "ann")
    with pytest.raises(NotACourse, match=words):
        compared(course, assignment, Options(learners=learners))
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_an_interrupted_comparison_leaves_nothing_and_no_process(course, temporary, sent):
    answer(course, "ann", x=BEGINS_AND_WAITS)
    before = fingerprint(course)
    words = ["grade", "ps1", "--compare", "--yes", "--set", "Execute.timeout=60"]
    run = subprocess.Popen(
        [sys.executable, "-m", "weakties", *words],
        cwd=course,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        (begun,) = _until(lambda: list(temporary.glob("weakties-compare-*/nbgrader/begun")))
        kernel = int(begun.read_text(encoding="utf-8"))
        run.send_signal(sent)
        assert run.wait(120) != 0
        _until(lambda: not Path(f"/proc/{kernel}").exists())
    finally:
        run.kill()
        run.communicate()
    assert fingerprint(course) == before
    assert list(temporary.glob("weakties-*")) == []


def _until(seen):
    end = time.monotonic() + 300
    while not (found := seen()):
        assert time.monotonic() < end
        time.sleep(0.1)
    return found
