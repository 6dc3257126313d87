"""Certificate and decisions in a browser: readable by everybody, and on one sheet."""

from __future__ import annotations

from datetime import date

import pytest

from browser.accessibility import axe_violations
from weakties.course import load_course
from weakties.progress import Record
from weakties.progress.standing import Standing
from weakties.teaching.certificates.award import Passed
from weakties.teaching.certificates.page import page_of as page_of_graded
from weakties.teaching.certificates.register import Issued
from weakties.workshop.certificate import certificate
from weakties.workshop.decisions import Decision, page_of

COURSE = load_course()
ON = date(2026, 10, 3)


@pytest.fixture(params=["self-checked", "graded"])
def paper(request, tmp_path):
    """Write a certificate of the whole course of either kind; return its address."""
    if request.param == "graded":
        passed = tuple(Passed(unit.slug, unit.points, unit.points) for unit in COURSE.ready)
        issued = Issued(12, "7K3M-9QXA-2F5P", "ada", "Ada Lovelace", passed, ON)
        page = page_of_graded(issued, COURSE, "Spring 2027", read=True)
    else:
        found = [
            Standing(unit, 1.0, 6, 6, unit.points, unit.points, 6, None) for unit in COURSE.ready
        ]
        page = certificate("Ada Lovelace", COURSE, found, ON).page()
    (tmp_path / "certificate.html").write_text(page, encoding="utf-8")
    return (tmp_path / "certificate.html").as_uri()


def test_a_certificate_is_light_accessible_and_of_the_whole_course_on_one_sheet(page, paper):
    page.goto(paper)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page, "html") == []
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(255, 255, 255)"
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
