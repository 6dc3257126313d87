"""Where notebooks run: contained, for whoever grades; or in plain kernels, if that is asked for."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grading.rows import all_rows
from grading.small import answer, small_course
from weakties.grading.executors import started
from weakties.grading.run import Options, grade
from weakties.grading.zygote import NoSandbox

pytestmark = pytest.mark.xdist_group("executors")
ZYGOTES_START_ANEW = True

ORDINARY = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
"""Runs a command as an ordinary user without any right, even where the tests run as root."""
WITHOUT_NAMESPACES = [
    "unshare", "--user", "--map-root-user", "sh", "-c",
    'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"', "sh",
]  # fmt: skip
"""Runs a command where nobody may make a namespace, as in many containers."""


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    course = small_course(tmp_path_factory.mktemp("released"))
    answer(course, "ann")
    answer(course, "bo", x="x = 1 / 0")
    answer(course, "cy", y="y = 0")
    return course


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


def run(before, course, *words):
    command = [*before, sys.executable, "-m", "weakties", "grade", "ps1", "--course", str(course)]
    return subprocess.run(
        [*command, *words], capture_output=True, text=True, check=False, timeout=120
    )


def notebook_text(course, learner):
    return (course / "autograded" / learner / "ps1" / "ps1.ipynb").read_text(encoding="utf-8")


def rows(course):
    return all_rows(f"sqlite:///{course / 'gradebook.db'}")


def test_an_ordinary_user_can_grade_contained(course):
    answer(course, "di", x=f"x = 3\nopen({str(course / 'x')!r}, 'w')")
    ran = run(ORDINARY, course)
    assert "4 graded" in ran.stdout, ran.stderr
    assert "No such file" in notebook_text(course, "di")
    assert not (course / "x").exists()


def test_where_no_sandbox_can_be_made_nothing_is_graded_and_it_is_said_what_to_do(course):
    ran = run(WITHOUT_NAMESPACES, course)
    assert ran.returncode == 1
    assert "No sandbox can be made here: unshare" in ran.stderr
    assert "--executor kernel" in ran.stderr
    assert not (course / "autograded").exists()


def test_plain_kernels_give_the_same_grades_and_warn_that_nothing_is_contained(course, tmp_path):
    other = Path(shutil.copytree(course, tmp_path / "other"))
    ran = run([], course, "--executor", "kernel")
    assert "3 graded" in ran.stdout, ran.stderr
    assert "not contained" in ran.stderr
    assert len(list(grade(other, "ps1"))) == 3
    assert rows(course) == rows(other)


def test_plain_kernels_need_no_module_that_only_unix_has(course):
    code = f"""
import sys
sys.modules.update(fcntl=None, resource=None)
from pathlib import Path
from weakties.grading.run import Options, grade
options = Options(("cy",), executor="kernel")
print([result.score for result in grade(Path({str(course)!r}), "ps1", options)])
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.stdout == "[2.0]\n", ran.stderr


def test_the_process_that_saves_grades_leaves_the_learners_libraries_to_the_zygote(course):
    code = f"""
import sys
from pathlib import Path
from weakties.grading.run import grade
assert [result.score for result in grade(Path({str(course)!r}), "ps1")]
print(sorted({{"pandas", "numpy"}} & set(sys.modules)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.stdout == "[]\n", ran.stderr


def test_a_kernel_that_dies_fails_its_own_submission_only(course):
    answer(course, "dead", x="import os; os._exit(1)")
    options = Options(("ann", "dead"), executor="kernel")
    results = {one.learner: one for one in grade(course, "ps1", options)}
    assert (results["dead"].state, results["dead"].score) == ("failed", None)
    assert "kernel died" in results["dead"].reason
    assert results["ann"].score == 3.0


def test_other_systems_are_refused_a_sandbox(monkeypatch):
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    with pytest.raises(NoSandbox, match="this is Darwin"):
        started("sandbox", {})


def test_the_learners_process_is_alone_and_without_rights(course):
    code = """
import os
x = 3
print("id", os.getpid(), os.getuid(), os.getcwd())
print("env", sorted(os.environ))
print("seen", sorted(os.listdir("/")), sorted(os.listdir("/etc")), sorted(os.listdir("/dev")))
libc = __import__("ctypes").CDLL(None)
print("privileges", libc.prctl(39, 0, 0, 0, 0), [libc.prctl(23, n, 0, 0, 0) for n in range(41)].count(1))
"""
    answer(course, "eve", x=code)
    results = {r.learner: r for r in grade(course, "ps1", Options(learners=("eve",)))}
    assert results["eve"].score == 3.0
    text = notebook_text(course, "eve")
    assert "id 1 1000 /home/learner" in text
    assert "privileges 1 0" in text
    assert "'HOME', 'IPYTHONDIR'" in text
    assert not {"SECRET", "USER", "LOGNAME"} & set(text.split("'"))
    assert "'passwd'" not in text
