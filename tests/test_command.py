"""A message names a command that works where the reader is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


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
