"""The file for Anki: one line a card, whatever stands in it."""

from __future__ import annotations

import csv

from weakties.course import load_course
from weakties.recall import Card, anki_text, cards_of


def rows(text):
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.reader(lines, delimiter="\t"))


def test_anki_is_told_how_to_read_it_before_the_first_card():
    header = [line for line in anki_text(()).splitlines() if line]
    assert {"#separator:tab", "#html:true", "#guid column:1", "#tags column:4"} <= set(header)
    assert all(line.startswith("#") for line in header)


def test_every_card_of_the_course_is_one_row_of_four_columns_with_an_id_of_its_own():
    course = load_course()
    cards = cards_of(course.root, course.ready)
    found = rows(anki_text(cards))
    assert [len(row) for row in found] == [4] * len(cards)
    assert [row[0] for row in found] == [f"weakties-{card.id}" for card in cards]


def test_tabs_breaks_quotes_and_signs_of_markup_stay_within_their_field():
    text = anki_text([Card("photo-a", 'A\t"b"\n<c>?', "p < 0.05", "why", "source", "cell")])
    assert rows(text) == [
        [
            "weakties-photo-a",
            "A &quot;b&quot; &lt;c&gt;?",
            "p &lt; 0.05<br><br>why<br><small>source</small>",
            "weakties",
        ]
    ]
