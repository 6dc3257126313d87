"""Slides become PDF where a browser prints; where none does, it is said what to do."""

from __future__ import annotations

import pytest

from weakties.course import CourseError
from weakties.projector.pdf import write_pdf


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """A browser that does what a test has it do."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    def does(script):
        path = tmp_path / "chromium"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)

    return does


def test_a_browser_prints_the_page(browser, tmp_path):
    browser(
        'for one; do case "$one" in\n--print-to-pdf=*) to="${one#*=}";; file://*) from="${one#file://}";;'
        '\nesac; done\ncp "$from" "$to"'
    )
    write_pdf("<p>slides</p>", tmp_path / "slides.pdf")
    assert (tmp_path / "slides.pdf").read_text() == "<p>slides</p>"
    with pytest.raises(CourseError, match="is there already"):
        write_pdf("<p>others</p>", tmp_path / "slides.pdf")


def test_a_browser_that_fails_is_named(browser, tmp_path):
    browser("exit 1")
    with pytest.raises(CourseError, match="chromium did not print"):
        write_pdf("<p>slides</p>", tmp_path / "slides.pdf")


def test_without_a_browser_the_way_by_hand_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("weakties.projector.pdf._BROWSERS", ())
    with pytest.raises(CourseError, match="print it from your browser"):
        write_pdf("<p>slides</p>", tmp_path / "slides.pdf")
