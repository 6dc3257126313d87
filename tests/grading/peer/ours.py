"""A plugin for a pytest of nbgrader's own tests: where they autograde, `weakties grade` does it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


def pytest_configure():
    """Put our command in the place of nbgrader's, before its tests ask for that by name."""
    from nbgrader import tests
    from options import translated
    from typer.testing import CliRunner

    from processes.instead import commands_are_made_once, kernels_are_born, zygotes_are_born
    from weakties.cli import app

    commands_are_made_once(setattr)
    zygotes_are_born(setattr)
    # What validates or releases an assignment is nbgrader's own, and not what is asked about.
    kernels_are_born(setattr)
    theirs = tests.run_nbgrader

    def run_nbgrader(args, retcode=0, env=None, stdout=False):
        if args[0] != "autograde":
            return theirs(args, retcode, env, stdout)
        ran = CliRunner().invoke(app, ["grade", *translated(args[1:])], env=env)
        code = 1 if isinstance(ran.exception, Exception) else ran.exit_code
        assert code == retcode, f"exit code {code}: {ran.output}{ran.exception!r}"
        return ran.output

    tests.run_nbgrader = run_nbgrader


@pytest.fixture(scope="session")
def new_gradebook(tmp_path_factory):
    """Make a gradebook as nbgrader makes it, which takes a second."""
    from nbgrader.api import Gradebook

    from weakties.grading.nbg.schema import schema_version_known

    path = tmp_path_factory.mktemp("gradebook") / "gradebook.db"
    with schema_version_known():
        Gradebook(f"sqlite:///{path}").close()
    return path


@pytest.fixture(autouse=True)
def _gradebooks_from_the_start(request, new_gradebook, course_dir):
    shutil.copy(new_gradebook, Path(course_dir) / "gradebook.db")
    if "db" in request.fixturenames:
        shutil.copy(new_gradebook, request.getfixturevalue("db").removeprefix("sqlite:///"))
