"""Certificate and decisions in a browser: readable by everybody, and on one sheet."""

from __future__ import annotations

from datetime import date

import pytest

from browser.accessibility import axe_violations
from weakties.course import load_course
from weakties.progress import Record
from weakties.progress.standing import Standing
from weakties.workshop.certificate import certificate
from weakties.workshop.decisions import Decision, page_of

COURSE = load_course()
ON = date(2026, 10, 3)


@pytest.fixture
def paper():
    found = [Standing(unit, 1.0, 6, 6, unit.points, unit.points, 6, None) for unit in COURSE.ready]
    return certificate("Ada Lovelace", COURSE, found, ON).page()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_certificate_is_light_and_accessible(page, tmp_path, paper, scheme):
    (tmp_path / "certificate.html").write_text(paper, encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.goto((tmp_path / "certificate.html").as_uri())
    assert axe_violations(page, "html") == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_a_certificate_of_the_whole_course_is_printed_on_one_sheet(page, tmp_path, paper):
    (tmp_path / "certificate.html").write_text(paper, encoding="utf-8")
    page.goto((tmp_path / "certificate.html").as_uri())
    for sheet in ("A4", "Letter"):
        printed = page.pdf(format=sheet)
        assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1, sheet


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_decisions_are_accessible(page, tmp_path, scheme):
    found = [Decision(unit, "I write to five people.", ON) for unit in COURSE.ready]
    (tmp_path / "monday.html").write_text(page_of(found, Record()), encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.goto((tmp_path / "monday.html").as_uri())
    assert axe_violations(page, "html") == []
