"""A small course to work on, and the ways in which it can be broken."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from weakties.course import load_course

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.course import Course

FIXTURES = Path(__file__).parent / "fixtures"


def lay_over(root: Path, *names: str) -> Course:
    """Lay the files of fixtures over a copy of the clean course."""
    for name in ("clean", *names):
        shutil.copytree(FIXTURES / name, root, dirs_exist_ok=True)
    return load_course(root)


@pytest.fixture
def clean_course(tmp_path: Path) -> Course:
    return lay_over(tmp_path)


@pytest.fixture
def course_with(tmp_path: Path) -> Callable[..., Course]:
    return lambda *names: lay_over(tmp_path, *names)
