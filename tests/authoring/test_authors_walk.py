"""docs/authors.md, walked from its first command to its proof, in a copy of the checkout.

A fence's first line says what is in it: ``console`` holds commands, ``console fails`` those that
exit with 1; after any other language stands the file, and after # the part of it, that it replaces.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from weakties.content import content_root
from weakties.course import course_in

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("authors-walk")

ROOT = content_root()
FENCE = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEPS = FENCE.findall((ROOT / "docs" / "authors.md").read_text("utf-8"))
COPIED = ("course", "data", "exercises", "solutions", "src", "tests/answers", "tests/processes")
FILES = ("nbgrader_config.py", "pyproject.toml", "tests/conftest.py")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Path:
    """Return a copy of the checkout, without what a walk does not touch."""
    root = tmp_path_factory.mktemp("authors") / "checkout"
    for folder in COPIED:
        # What is compiled comes along: each command would compile all of it anew.
        caches = shutil.ignore_patterns(".ipynb_checkpoints")
        shutil.copytree(ROOT / folder, root / folder, ignore=caches)
    for file in FILES:
        (root / file).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / file, root / file)
    return root


@pytest.fixture(scope="module")
def walked(checkout: Path) -> dict[str, str]:
    """Walk the document; return what each command printed."""
    said = {}
    for language, place, content in STEPS:
        if language != "console":
            path, _, part = place.partition("#")
            replaced(checkout / path, part, content)
            continue
        for line in content.splitlines():
            ran = subprocess.run(
                [sys.executable, "-m", *words_of(line)],
                cwd=checkout,
                env={**os.environ, "PYTHONPATH": str(checkout / "src"), "WEAKTIES_EDITION": ""},
                capture_output=True,
                text=True,
                check=False,
            )
            assert ran.returncode == (place == "fails"), line + ran.stdout + ran.stderr
            said[line] = ran.stdout
    return said


def words_of(line: str) -> list[str]:
    """Return a command as one would call its module."""
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
    return [*words, "-q", "-p", "no:cacheprovider", "-n", "0"] if words[0] == "pytest" else words


def replaced(path: Path, part: str, content: str) -> None:
    """Write what a fence holds: a whole file, a cell, a card, or an entry of course.toml."""
    assert path.is_file(), f"{path.name} was not laid out"
    if not part:
        path.write_text(content, "utf-8")
        return
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        entry = re.compile(
            rf'^\[\[units\]\]\nslug = "{part}"\n(?:(?!\[\[units\]\]).*\n?)*', re.MULTILINE
        )
        text, count = entry.subn(content, text)
    else:
        table = json.loads(text)
        if path.suffix == ".ipynb":
            found = [cell for cell in table["cells"] if cell["id"] == part]
            for cell in found:
                cell["source"] = content.rstrip("\n").splitlines(keepends=True)
        else:
            found = [entry for entry in table["resources"] if entry["name"] == part]
            for entry in found:
                entry.clear()
                entry.update(json.loads(content))
        text, count = json.dumps(table, indent=2, ensure_ascii=False) + "\n", len(found)
    assert count == 1, f"{path.name} has {count} times {part}"
    path.write_text(text, "utf-8")


def test_the_question_is_proven(walked):
    said = walked["weakties author prove thanks"]

    assert "thanks: 1 questions, 2 right, 4 wrong and 8 rude answers in 3 editions." in said
    assert "The blank exercise gets 0, the solution 2 of 2 points." in said
    assert "Every answer got what it must." in said


def test_what_is_left_is_what_the_document_says_is_left(walked, checkout):
    assert walked["weakties author release thanks"] == "released: exercises/thanks/thanks.ipynb\n"
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    lint = [sys.executable, "-m", "weakties", "author", "lint", "thanks", "--json"]
    ran = subprocess.run(lint, cwd=checkout, env=environment, capture_output=True, check=False)

    of_question = ("thanks-q1", "thanks-q1-answer", "thanks-q1-check", "replies")
    still = json.loads(ran.stdout)["findings"]
    assert {finding["rule"] for finding in still} == {
        *("entry", "unwritten", "untested", "unoffered", "recall")
    }
    assert [finding for finding in still if finding["cell"] in of_question] == []
    assert [finding for finding in still if "data" in finding["path"]] == []


def test_the_walk_leaves_the_unit_for_its_authors_alone(walked, checkout):  # noqa: ARG001
    course = course_in((checkout / "course" / "course.toml").read_bytes(), checkout)

    assert course.listed("thanks").ready is False
    assert "thanks" not in {unit.slug for unit in course.announced}
