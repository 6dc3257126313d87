from __future__ import annotations

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
    assert "aria-label='Evidence card R42'" in html


def test_finding_and_what_is_not_shown_stand_there_at_a_glance_and_the_rest_is_folded():
    card = evidence("R42")
    html = card._repr_mimebundle_()["text/html"]
    at_once, folded = html.split("<details>")

    assert escape(card.finding) in at_once
    assert escape(card.not_shown) in at_once
    for text in (card.figure, card.why, card.source):
        assert escape(text) not in at_once
        assert escape(text) in folded


def test_an_unknown_card_is_refused_with_those_that_exist():
    with pytest.raises(CourseError, match=r"no evidence card 'R999'.*R39"):
        evidence("R999")
