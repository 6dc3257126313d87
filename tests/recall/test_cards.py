"""The cards of the course, and what is refused in a file of cards."""

from __future__ import annotations

import pytest

from weakties.course import CourseError, load_course
from weakties.recall import Card, cards_in, cards_of

ONE = """
[[cards]]
id = "photo-a"
question = "Which?"
answer = "This one."
why = "It fits."
source = "The lesson"
taught = "compute"
"""


def test_every_unit_has_six_cards_and_no_two_ask_the_same():
    course = load_course()
    cards = cards_of(course.root, course.ready)
    assert [len(cards_of(course.root, [unit])) for unit in course.ready] == [6] * len(course.ready)
    assert len({card.id for card in cards}) == len({card.question for card in cards}) == len(cards)


def test_a_card_asks_and_its_answer_is_short_enough_to_be_said():
    course = load_course()
    for card in cards_of(course.root, course.ready):
        assert "?" in card.question or card.question.endswith("."), card.id
        assert len(card.question.split()) <= 40, card.id
        assert len(card.answer.split()) <= 40, card.id


def test_a_file_gives_its_cards():
    assert cards_in(ONE) == (
        Card("photo-a", "Which?", "This one.", "It fits.", "The lesson", "compute"),
    )
    assert cards_in("# none yet") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[cards", "not valid TOML"),
        ("cards = 3", r"begins with \[\[cards\]\]"),
        ("cards = [3]", r"begins with \[\[cards\]\]"),
        (ONE.replace('why = "It fits."\n', ""), "photo-a lacks, or should not have: why"),
        (ONE + 'hint = "no"', "photo-a lacks, or should not have: hint"),
        (ONE.replace('id = "photo-a"\n', ""), "number 1 lacks, or should not have: id"),
        (ONE.replace("Which?", "  "), "photo-a has nothing under: question"),
        (ONE.replace('"Which?"', "3"), "photo-a has nothing under: question"),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_the_reason(text, words):
    with pytest.raises(CourseError, match=words):
        cards_in(text)


def test_a_unit_without_a_file_has_no_cards(tmp_path):
    assert cards_of(tmp_path, load_course().ready) == ()
