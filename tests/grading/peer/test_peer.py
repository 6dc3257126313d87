"""nbgrader's own tests of its autograder hold for ours, but for those that are named here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.xdist_group("peer")

HERE = Path(__file__).parent
HOLD = (
    "help", "missing_student", "missing_assignment", "grade", "grade_autotest",
    "grade_hashed_autotest", "grade_complex_autotest", "showtraceback_exploit",
    "student_id_exclude", "grade_timestamp", "late_submission_penalty_none",
    "late_submission_penalty_zero", "late_submission_penalty_plugin", "force", "force_f",
    "filter_notebook", "grade_overwrite_files", "grade_overwrite_files_subdirs",
    "skip_extra_notebooks", "permissions[False]", "permissions[True]", "custom_permissions",
    "hidden_tests_single_notebook", "hidden_tests_autotest", "handle_failure",
    "missing_source_kernelspec", "incorrect_source_kernelspec", "incorrect_submitted_kernelspec",
    "no_execute", "infinite_loop", "missing_files", "grade_missing_notebook",
    "grade_with_validating_envvar", "autograde_timeout", "side_effects",
)  # fmt: skip
_EMPTIED = (
    "A notebook without a cell is handed in after a full one: nbgrader keeps the points of the full "
    "one, here it fails with a reason."
)
DIFFERENT = {
    "force_single_notebook": _EMPTIED,
    "update_newer": _EMPTIED,
    "update_newer_single_notebook": _EMPTIED,
    "handle_failure_single_notebook": (
        "What failed leaves an empty folder behind, and nbgrader's next run skips it in silence; "
        "here the folder goes, and the next run grades it."
    ),
    "grade_empty_timestamp": (
        "Whoever has a timestamp.txt that holds no time is not graded by nbgrader; here the points "
        "are there, and a note says that nothing is known of lateness."
    ),
}
"""The tests that don't hold, with the reason why ours is better; docs/grading.md has them too."""
SKIPPED = ("many_students", "infinite_loop_with_output")
"""The tests that nbgrader itself skips."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Run nbgrader's tests and return what each came to: ``passed``, ``failed`` or ``skipped``."""
    import nbgrader

    place = tmp_path_factory.mktemp("peer")
    (place / "empty.ini").write_text("[pytest]\n", encoding="utf-8")
    file = Path(nbgrader.__file__).parent / "tests" / "apps" / "test_nbgrader_autograde.py"
    command = [
        sys.executable, "-m", "pytest", str(file), "-c", "empty.ini", "--rootdir=.",
        "--basetemp=made", "--junitxml=said.xml", "-p", "ours", "-p", "no:nbval", "-p", "no:xdist",
        "-p", "no:cacheprovider",
    ]  # fmt: skip
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1])]),
        "JUPYTER_CONFIG_DIR": str(place / "jupyter"),
        "IPYTHONDIR": str(place / "ipython"),
    }
    ran = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    cases = ElementTree.parse(place / "said.xml").iter("testcase")  # noqa: S314 - written above
    return {case.get("name").removeprefix("test_"): _outcome(case) for case in cases}


def _outcome(case):
    found = {"failure": "failed", "error": "failed", "skipped": "skipped"}
    return next((found[part.tag] for part in case if part.tag in found), "passed")


@pytest.mark.parametrize("name", HOLD)
def test_what_nbgrader_asks_of_its_own_autograder_holds_for_ours(outcomes, name):
    assert outcomes[name] == "passed"


@pytest.mark.parametrize("name", DIFFERENT)
def test_an_exception_is_still_one(outcomes, name):
    assert outcomes[name] == "failed", f"This holds now, and is no exception: {DIFFERENT[name]}"


def test_no_test_of_nbgraders_is_passed_over(outcomes):
    assert set(outcomes) == {*HOLD, *DIFFERENT, *SKIPPED}
    assert {name for name, outcome in outcomes.items() if outcome == "skipped"} == set(SKIPPED)
    assert len(HOLD) >= 35
