from __future__ import annotations

import re
from html import escape

import pytest

from weakties.course import CourseError, load_course
from weakties.lesson import evidence
from weakties.lesson.evidence import all_evidence


def test_every_card_that_a_unit_lists_exists_and_every_card_is_listed():
    listed = {card for unit in load_course().units for card in unit.evidence}

    assert listed == set(all_evidence())


@pytest.mark.parametrize("card", all_evidence().values(), ids=list(all_evidence()))
def test_a_card_says_what_was_found_how_sure_we_are_and_what_it_does_not_show(card):
    assert card.sure in {"quite sure", "fairly sure", "not sure"}
    assert all(
        len(text) > 20
        for text in (card.finding, card.figure, card.source, card.why, card.not_shown)
    )


def test_how_sure_is_said_in_words_beside_the_dots():
    html = evidence("R42")._repr_mimebundle_()["text/html"]

    assert "●○○ not sure" in html
    assert "aria-label='Evidence card Photofeeler 2014'" in html


def test_finding_and_what_is_not_shown_stand_there_at_a_glance_and_the_rest_is_folded():
    card = evidence("R42")
    html = card._repr_mimebundle_()["text/html"]
    at_once, folded = html.split("<details>")

    assert escape(card.finding) in at_once
    assert escape(card.not_shown) in at_once
    for text in (card.figure, card.why, card.source):
        assert escape(text) not in at_once
        assert escape(text) in folded


def test_a_card_is_asked_for_by_its_name_or_its_number_and_shows_its_name_alone():
    card = evidence("Todorov and Porter 2014")
    assert card is evidence("R41")
    for shown in (str(card), card._repr_mimebundle_()["text/html"]):
        assert card.name in shown
        assert "R41" not in shown


def test_no_two_cards_share_a_name_and_none_calls_another_by_number():
    cards = all_evidence()
    assert len({card.name for card in cards.values()}) == len(cards)
    for card in cards.values():
        assert not re.search(r"\bR\d+\b", str(card)), card.name


def test_an_unknown_card_is_refused_with_those_that_exist():
    with pytest.raises(CourseError, match=r"no evidence card 'R999'.*Willis and Todorov 2006"):
        evidence("R999")
