"""What an instructor takes into the room is printed on one sheet, on both sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from weakties.claims import load_claims
from weakties.course import load_course
from weakties.facilitation import load_facilitation
from weakties.lesson.evidence import read_evidence
from weakties.teaching.guide.key import answers_of
from weakties.teaching.guide.page import Guide, short_page_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from weakties.course import Unit

COURSE = load_course()
AROUND = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_the_short_guide_is_printed_on_both_sides_of_one_sheet(page: Page, unit: Unit) -> None:
    guide = Guide(
        unit,
        load_facilitation(COURSE.root, unit),
        "open",
        answers_of(unit, "open"),
        load_claims(COURSE.root),
        read_evidence(COURSE.root),
    )
    page.set_content(short_page_of(guide))
    for paper in ("A4", "Letter"):
        sides = re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format=paper, margin=AROUND))
        assert 1 <= len(sides) <= 2, paper
