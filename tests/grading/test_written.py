"""Files that a notebook writes are kept beside it, as nbgrader keeps them, and no link leads out."""

from __future__ import annotations

import os

import pytest

from grading.courses import copy_ungraded, nbgrader
from grading.small import answer, small_course
from weakties.grading.run import Options, grade

pytestmark = pytest.mark.xdist_group("written")

HONEST = """
import os
x = 3
os.makedirs("made/deep", exist_ok=True)
for name in ("out.txt", "made/deep/table.csv"):
    with open(name, "w") as file:
        file.write("a,b\\n1,2\\n")
with open("given.txt", "a") as file:
    file.write("more")
"""
SLY = """
import os
x = 3
os.symlink("/etc/passwd", "password")
os.symlink("/etc", "etc")
os.mkfifo("pipe")
os.makedirs("kept/.ipynb_checkpoints")
open("kept/.ipynb_checkpoints/a.txt", "w").close()
open("fine.txt", "w").close()
"""
MANY = """
x = 3
for i in range(600):
    open(f"f{i:03}.txt", "w").close()
"""


def files_of(course, learner):
    folder = course / "autograded" / learner / "ps1"
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".ipynb"
    }


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    root = small_course(tmp_path_factory.mktemp("course"))
    for learner, x in {"honest": HONEST, "sly": SLY, "many": MANY, "idle": "x = 3"}.items():
        folder = answer(root, learner, x=x).parent
        (folder / "given.txt").write_text("given", encoding="utf-8")
        os.utime(folder / "given.txt", (2**31, 2**31))
    return root


@pytest.fixture(scope="module")
def results(course):
    return {result.learner: result for result in grade(course, "ps1")}


def test_what_a_notebook_writes_is_kept_as_nbgrader_keeps_it(course, results, tmp_path):
    theirs = copy_ungraded(course, tmp_path / "theirs")
    nbgrader(theirs, "autograde", "ps1", "--student", "honest", "--force")
    assert results["honest"].score == 3.0
    assert files_of(course, "honest") == files_of(theirs, "honest")
    assert files_of(course, "honest")["given.txt"] == b"givenmore"


def test_what_was_handed_in_and_left_alone_stays_as_it_was(course, results):
    assert results["idle"].notes == ()
    assert files_of(course, "idle") == {"given.txt": b"given"}


def test_no_link_and_no_pipe_is_followed(course, results):
    assert results["sly"].score == 3.0
    assert files_of(course, "sly") == {"given.txt": b"given", "fine.txt": b""}
    assert not any(path.is_symlink() for path in (course / "autograded").rglob("*"))


def test_more_files_than_anybody_looks_at_are_left_and_counted(course, results):
    assert len(files_of(course, "many")) == 501
    assert results["many"].notes == ("100 of the files that it wrote were not kept.",)


def test_the_solution_tried_beforehand_leaves_no_file_to_anybody(tmp_path):
    root = small_course(tmp_path)
    source = root / "source" / "ps1" / "ps1.ipynb"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("x = 3", "x = 3; open('secret', 'w').close()"), "utf-8")
    answer(root, "ann", x="import os\nx = 3 if os.path.exists('secret') else 0")
    (result,) = grade(root, "ps1", Options(force=True))
    assert result.score == 1.0
    assert files_of(root, "ann") == {}
