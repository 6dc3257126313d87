"""A message names a command that works where the reader is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from weakties.command import course_named, in_course


def said(tmp_path, *words, **variables):
    environment = {k: v for k, v in os.environ.items() if k != "WEAKTIES_COMMAND"}
    ran = subprocess.run(
        [sys.executable, "-m", "weakties", *words],
        capture_output=True, text=True, check=False, cwd=tmp_path, env={**environment, **variables},
    )  # fmt: skip
    return " ".join((ran.stdout + ran.stderr).split())


@pytest.mark.parametrize("name", ["weakties", "python3 run.py"])
def test_a_message_and_the_help_name_the_command_as_the_reader_calls_it(tmp_path, name):
    variables = {} if name == "weakties" else {"WEAKTIES_COMMAND": name}
    assert f"first: {name} mirror --sample" in said(tmp_path, "mirror", **variables)
    assert f"Usage: {name} mirror" in said(tmp_path, "mirror", "--help", **variables)


def test_a_course_is_named_as_long_as_the_command_runs_that_is_not_in_its_folder(
    tmp_path, monkeypatch
):
    with course_named(tmp_path / "my course"):
        assert in_course("grade photo") == f"weakties grade photo --course '{tmp_path}/my course'"
        monkeypatch.chdir(tmp_path)
    with course_named(tmp_path):
        assert in_course("grade photo") == "weakties grade photo"
    assert in_course("grade photo") == "weakties grade photo"
