"""The page of claims says all that its three files say, and nothing of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from weakties.authoring.claims_page import claims_page, page_of
from weakties.authoring.layout import CLAIMS_PAGE
from weakties.claims import CLAIMS, claims_in, load_claims
from weakties.course import CourseError, load_course
from weakties.lesson.evidence import read_evidence

if TYPE_CHECKING:
    from weakties.course import Course


def test_a_claim_stands_with_what_was_found_how_sure_where_and_on_which_cards(
    clean_course: Course,
) -> None:
    page = claims_page(clean_course)

    assert page.endswith(
        "## Are You Doing It Wrong?\n\n*E3: unsigned*\n\n### E3.4\n\n"
        "A casual photo costs credibility.\n\n"
        "**Found:** Formal dress goes with a better impression, among a vendor's own users "
        "(R42).\n\n"
        "**How sure:** not sure. **Taught in** [Which photo?](../course/photo/lesson.ipynb). "
        "**Evidence:** R42 (Photofeeler 2014).\n"
    )
    assert "| not sure | evidence that is small, for sale, retold, or at odds" in page
    assert "| 1 | 0 |" in page


def test_a_contradiction_stands_with_its_sides_and_the_reason_why_it_is_taught_again(
    clean_course: Course,
) -> None:
    text = (clean_course.root / CLAIMS).read_text("utf-8") + (
        '[contradictions.C5]\nbetween = [["E3.4"], ["E3.4", "E3.4", "E3.4"]]\n'
        'about = "A suit?"\nfound = "It depends."\nsure = "not tested"\nagain = "To be sure."\n'
    )

    page = page_of(clean_course, claims_in(text.encode()), read_evidence(clean_course.root))

    assert page.endswith(
        "## Contradictions\n\n### C5\n\nA suit? (E3.4, against E3.4, E3.4 and E3.4.)\n\n**Found:** It depends.\n\n"
        "**How sure:** not tested. **Taught in** no unit yet. To be sure.\n"
    )


def test_a_card_that_there_is_not_is_named(clean_course: Course) -> None:
    claims = load_claims(clean_course.root)
    with pytest.raises(CourseError, match=r"E3\.4 names R42, which is no evidence card"):
        page_of(clean_course, claims, {})


def test_the_page_of_the_course_has_every_claim_and_links_to_lessons_that_are_there() -> None:
    course = load_course()
    page = (course.root / CLAIMS_PAGE).read_text("utf-8")

    for entry in load_claims(course.root).told:
        assert page.count(f"### {entry.id}\n") == 1
        assert entry.found in page
    for unit in course.ready:
        assert f"](../{unit.lesson})" in page
        assert (course.root / unit.lesson).is_file()
