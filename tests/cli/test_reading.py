"""``weakties teach read`` as somebody types it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request

import pytest
from typer.testing import CliRunner

from grading.idle import idle
from teaching.reading.essays import READERS, reading_course, regrade, write
from weakties.cli import app


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        idle(patch)
        root = reading_course(tmp_path_factory.mktemp("read") / "course")
        write(root, "ann", "I will ask four people.", "Because.")
        regrade(root)
    return root


def test_status_says_who_has_read_how_much(course):
    said = CliRunner().invoke(app, ["teach", "read", "ps1", "--status", "--course", str(course)])
    assert said.exit_code == 0
    assert said.stdout == "reader: 0 of 2 read.\n"
    (course / "cohort.toml").write_text(READERS, encoding="utf-8")
    said = CliRunner().invoke(app, ["teach", "read", "ps1", "--status", "--course", str(course)])
    (course / "cohort.toml").unlink()
    assert "maria: 0 of 1 read." in said.stdout
    assert "goal-answer: 0 of 1 read by two." in said.stdout


def test_the_command_serves_the_page_until_it_is_ended_and_then_says_what_is_read(course):
    words = ["-m", "weakties", "teach", "read", "ps1", "--no-browser", "--course", str(course)]
    with subprocess.Popen(
        [sys.executable, "-u", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as command:
        address = re.search(r"http://127\S+", command.stdout.readline())[0]
        with urllib.request.urlopen(f"{address}overview", timeout=30) as answer:  # noqa: S310
            assert b'"reader": "reader"' in answer.read()
        assert "Every click is saved." in command.stdout.readline()
        command.send_signal(signal.SIGINT)
        said, error = command.communicate(timeout=60)
    assert said.strip() == "reader: 0 of 2 read."
    assert error == ""
    assert command.returncode == 0
