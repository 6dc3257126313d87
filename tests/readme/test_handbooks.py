"""What handbooks show in a fence does what they say when it is typed, line by line and in their order."""

from __future__ import annotations

import re
import shlex

import pytest
from typer.testing import CliRunner

from readme.commands import FENCE
from readme.places import ROOT
from teaching.survey.test_survey import written_by_all
from weakties.cli import app

UNTIL_STOPPED = re.compile(r"teach (room|slides)\b(?!.*--(print|pdf))")
"""They serve until somebody stops them, and are played by the tests of the room and of the slides."""

BY_A_BROWSER = re.compile(r"--pdf\b")
"""Printed by a browser, in the tests of the slides."""


def lines_of(name):
    """Return each line for our command that a handbook has in a fence, as it is typed."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    lines = [line for fence in FENCE.findall(text) for line in fence.splitlines()]
    typed = [re.split(r"\s{2,}|\s#", line)[0] for line in lines if line.startswith("weakties ")]
    return [
        line for line in typed if not UNTIL_STOPPED.search(line) and not BY_A_BROWSER.search(line)
    ]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the tables that the lines name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class.csv").write_text("id,name\nada,Ada Lovelace\nbo,Bo Who\n", "utf-8")
    for when in ("before", "after"):
        (tmp_path / f"{when}.csv").write_text(written_by_all(when, 6, 2), "utf-8")
    return tmp_path


def typed(line):
    return CliRunner().invoke(app, shlex.split(line)[1:])


def test_what_a_workshop_takes_is_made_by_the_lines_of_its_handbook(desk):
    lines = lines_of("workshop.md")
    assert len(lines) > 10
    for line in lines:
        said = typed(line)
        assert said.exit_code == 0, (line, said.output)
        for name in re.findall(r"--(?:html|print|calendar) (\S+)", line):
            # A survey is two files: one before, one after.
            stem, _, kind = name.partition(".")
            made = list(desk.glob(f"{stem}*.{kind}"))
            assert made, line
            assert all(path.stat().st_size > 1000 for path in made), line


@pytest.mark.parametrize("line", lines_of("cohort.md"))
def test_a_course_for_a_cohort_is_made_as_its_handbook_says(desk, line):
    said = typed(line)
    assert said.exit_code == 0, said.output
    assert (desk / "my-course" / "cohort.toml").is_file()
