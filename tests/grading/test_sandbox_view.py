"""What a submission sees of the machine, and what is its own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from weakties.grading.sandbox import Limits, contained_fork, view_of

TEMPORARY = Path("/tmp")  # noqa: S108 - the place is the point
MADE_INSIDE = TEMPORARY / "made-inside"


@pytest.fixture
def below_tmp():
    with tempfile.TemporaryDirectory(dir=TEMPORARY) as folder:
        yield Path(folder)


def seen_inside(look, folder, *, also=()):
    """Return the text that a function gives inside the sandbox."""
    root = folder / "root"
    root.mkdir()
    told, tells = os.pipe()

    def run():
        os.write(tells, look().encode())

    process = contained_fork(view_of(also=also), Limits(), run, keep=[tells], folder=root)
    os.close(tells)
    with os.fdopen(told, encoding="utf-8") as text:
        said = text.read()
    process.kill()
    return said


def test_what_is_shown_is_seen_also_below_the_folder_for_temporary_files(below_tmp):
    shown = below_tmp / "shown"
    shown.mkdir()
    (shown / "table.csv").write_text("a,b", encoding="utf-8")

    said = seen_inside((shown / "table.csv").read_text, below_tmp, also=[shown])

    assert said == "a,b"


def test_the_folder_for_temporary_files_is_empty_but_for_that(below_tmp):
    (below_tmp / "secret.txt").write_text("secret", encoding="utf-8")

    said = seen_inside(lambda: " ".join(sorted(os.listdir(TEMPORARY))), below_tmp)  # noqa: PTH208

    assert below_tmp.name not in said


def test_what_it_writes_there_stays_inside(below_tmp):
    def write():
        MADE_INSIDE.write_text("mine", encoding="utf-8")
        return MADE_INSIDE.read_text(encoding="utf-8")

    assert seen_inside(write, below_tmp) == "mine"
    assert not MADE_INSIDE.exists()
