"""A tiny course and a working folder for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workshop.tiny import tiny_course

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.course import Course


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Return a course with one ready unit, its files on disk."""
    return tiny_course(tmp_path / "content")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the path of a working folder that is not there yet."""
    return tmp_path / "my workshop"
