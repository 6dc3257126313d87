"""Where the course's own files lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from weakties import content


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a package that stands in src/ of an empty checkout."""
    folder = tmp_path / "src" / "weakties"
    folder.mkdir(parents=True)
    monkeypatch.setattr(content, "_PACKAGE", folder)
    return folder


def course_in(root):
    (root / "course").mkdir(parents=True)
    (root / "course" / "course.toml").touch()
    return root


def test_in_a_checkout_the_files_stand_at_the_root(package):
    root = course_in(package.parents[1])
    assert content.content_root() == root


def test_in_a_wheel_the_files_stand_beside_the_code(package):
    course_in(package.parents[1])
    inside = course_in(package / "content")
    assert content.content_root() == inside


@pytest.mark.usefixtures("package")
def test_without_the_files_a_sentence_says_what_to_do():
    with pytest.raises(FileNotFoundError, match="pip install weakties"):
        content.content_root()


def test_the_course_that_is_installed_here_is_complete():
    root = content.content_root()
    assert root == Path(__file__).parents[1]
    for path in ("course", "exercises", "solutions", "data/datapackage.json"):
        assert (root / path).exists(), path
