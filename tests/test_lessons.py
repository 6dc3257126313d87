"""The lessons still show what they showed when they were written."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from weakties.authoring.run import WELCOME
from weakties.course import load_course

COURSE = load_course()


@pytest.mark.parametrize("notebook", [WELCOME, *(unit.lesson for unit in COURSE.ready)])
def test_every_cell_shows_what_is_stored_beside_it(notebook: str) -> None:
    environment = {**os.environ, "WEAKTIES_EDITION": "open"}
    options = ["-p", "nbval", "--nbval", "-p", "no:cacheprovider", "-n", "0", "-q", "--color=no"]

    result = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(COURSE.root / notebook)],
        cwd=COURSE.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout
    assert " passed" in result.stdout
