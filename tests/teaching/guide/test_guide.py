"""A guide holds what the key says in this edition, and calls essays by their names."""

from __future__ import annotations

import re
from html import escape

import pytest

from weakties.claims import load_claims
from weakties.course import load_course
from weakties.facilitation import as_plain, load_facilitation
from weakties.lesson.evidence import read_evidence
from weakties.teaching.guide.key import answers_of
from weakties.teaching.guide.names import with_names
from weakties.teaching.guide.page import Guide, page_of, short_page_of

COURSE = load_course()
PHOTO = COURSE.unit("photo")


def right(edition):
    return {a.name: a.right for one in answers_of(PHOTO, edition) for a in one.answers}


@pytest.fixture(scope="module")
def guide():
    return Guide(
        PHOTO,
        load_facilitation(COURSE.root, PHOTO),
        "open",
        answers_of(PHOTO, "open"),
        load_claims(COURSE.root),
        read_evidence(COURSE.root),
    )


def test_right_answers_are_those_of_the_edition_and_wrong_ones_are_not_right(guide):
    answers = {a.name: a for one in guide.answered for a in one.answers}
    assert answers["more_spread"].right == "“photos of one person”"
    said = [known.sentence for known in answers["formal_effect"].wrong]
    assert any("lets every rating count once" in sentence for sentence in said)
    assert all(
        known.value != answer.right.split(" (")[0]
        for answer in answers.values()
        for known in answer.wrong
    )
    assert answers["formal_effect"].right != right("spring-2027")["formal_effect"]


def test_no_code_of_an_essay_a_contradiction_or_a_card_is_left_in_any_guide():
    claims, cards = load_claims(COURSE.root), read_evidence(COURSE.root)
    for unit in COURSE.ready:
        text = " ".join(load_facilitation(COURSE.root, unit).sections.values())
        named = with_names(text, claims, cards)
        assert not re.findall(r"\b[ECR]\d+c?(?:\.\d+)?\b", named), unit.slug


def test_the_page_says_what_the_cards_found_and_the_sheet_has_clock_cuts_and_answers(guide):
    page, sheet = page_of(guide), short_page_of(guide)
    assert guide.cards["R41"].finding.split(",")[0] in page
    assert "<dt>Todorov and Porter 2014</dt>" in page
    assert "not for the projector" in page
    for part in guide.page.parts:
        assert part.title in sheet
    assert "If you are late" in sheet
    assert "<h2>Before</h2>" in sheet
    assert "weakties teach survey --units photo" in sheet
    assert "<p>Never cut the evidence cards or the jury" in sheet
    for one in guide.page.wrong:
        said = sheet.partition(escape(as_plain(one.seen)))[2]
        assert escape(as_plain(one.say)) in said
    assert "<h2>Grading the reflection</h2>" not in sheet
    assert "formal_effect" in sheet
    assert len(sheet) < 0.6 * len(page)


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_every_unit_says_what_is_never_cut(unit):
    page = load_facilitation(COURSE.root, unit)
    assert page.never.startswith("Never cut ")
    assert not any(cut.what in page.never for cut in page.cuts)


def test_the_sheet_has_the_script_of_all_that_a_room_does_together():
    claims, cards = load_claims(COURSE.root), read_evidence(COURSE.root)
    for unit in COURSE.ready:
        page = load_facilitation(COURSE.root, unit)
        sheet = short_page_of(Guide(unit, page, "open", (), claims, cards))
        headings = " ".join(re.findall("<h2>(.+?)</h2>", sheet)).lower()
        for part in page.parts:
            if "below" in part.you and part.of == "together":
                assert part.title.lower() in headings, unit.slug
        assert "The script is in the guide" not in sheet, unit.slug
