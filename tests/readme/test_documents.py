"""README and the handbooks: each command that they name exists with its options, and each link leads somewhere."""

from __future__ import annotations

import re
import shlex

import pytest
from typer.main import get_command

from readme.commands import FENCE
from readme.places import ROOT
from weakties.cli import app

DOCUMENTS = [
    ROOT / "README.md",
    *sorted((ROOT / "deploy").glob("*/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
OURS = re.compile(r"(?:weakties|python3 run\.py)\s+(.+)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = get_command(app)
OF_THE_TESTS = {"test"}
"""What run.py does itself."""


def commands_in(text):
    """Return what follows the program's name in lines of fences and in `code`."""
    lines = [line for fence in FENCE.findall(text) for line in fence.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    found = [OURS.fullmatch(one.strip()) for one in [*lines, *spans]]
    return [one[1] for one in found if one]


def problem_of(line):
    """Return what is wrong with a command, or nothing."""
    at, known = COMMAND, "weakties"
    # Behind two spaces or a sign a fence explains the line.
    words = shlex.split(re.split(r"\s{2,}|\s#", line)[0].replace("…", ""))
    while hasattr(at, "commands") and words:
        name = words.pop(0)
        if name.startswith("-"):
            words.insert(0, name)
            break
        if name in OF_THE_TESTS:
            return ""
        if name not in at.commands:
            return f"{known} has no {name}"
        at, known = at.commands[name], f"{known} {name}"
    names = [name for param in at.params for name in (*param.opts, *param.secondary_opts)]
    options = {"--help", *names}
    unknown = [word for word in words if word.startswith("--") and word not in options]
    return f"{known} has no {unknown}" if unknown else ""


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_and_option_exists(path):
    found = commands_in(path.read_text(encoding="utf-8"))
    assert {line: said for line in found if (said := problem_of(line))} == {}


def test_a_command_that_is_none_would_be_found():
    text = "`weakties teach raed photo`\n```\nweakties grade photo --halp   a word\n```\n"
    assert [problem_of(line) for line in commands_in(text)] == [
        "weakties grade has no ['--halp']",
        "weakties teach has no raed",
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_within_the_project_leads_to_a_file_and_a_heading(path):
    text = path.read_text(encoding="utf-8")
    for link in LINK.findall(text):
        if "://" in link:
            continue
        file, _, heading = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        if heading:
            assert heading in anchors_in(target.read_text(encoding="utf-8")), link


def anchors_in(text):
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).strip().replace(" ", "-") for one in headings}
