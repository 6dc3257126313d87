"""The course that is shipped is as its own tools want it."""

from __future__ import annotations

from weakties.authoring.lint import lint
from weakties.authoring.tidy import tidy
from weakties.course import load_course


def test_every_notebook_of_the_course_is_tidy() -> None:
    assert tidy(load_course(), write=False) == ()


def test_the_lint_has_nothing_to_say_about_the_course() -> None:
    assert lint(load_course()) == ()
