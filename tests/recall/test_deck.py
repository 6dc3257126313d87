"""The deck for Anki: a file that opens, with one note and one card for each of ours."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from html import unescape

import pytest

from weakties.course import load_course
from weakties.recall import Card, anki_deck, cards_of
from weakties.recall.deck import BEGINNING, NoDeck

NOW = datetime(2026, 10, 3, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 3, 9, tzinfo=UTC)


def opened(deck, query):
    with zipfile.ZipFile(io.BytesIO(deck)) as file, closing(sqlite3.connect(":memory:")) as db:
        assert file.testzip() is None
        assert json.loads(file.read("media")) == {}
        db.deserialize(file.read("collection.anki2"))
        return db.execute(query).fetchall()


def test_each_card_of_the_course_is_one_note_with_question_answer_why_and_source():
    course = load_course()
    cards = cards_of(course.root, course.ready)
    deck = anki_deck(cards, NOW)
    notes = opened(deck, "select guid, tags, flds from notes order by id")
    assert [guid for guid, *_ in notes] == [f"weakties-{card.id}" for card in cards]
    assert notes[0][1].split() == [f"weakties::{course.ready[0].slug}"]
    assert [unescape(fields).split("\x1f") for *_, fields in notes] == [
        [card.question, card.answer, card.why, card.source] for card in cards
    ]
    asked = opened(deck, "select count(*), count(distinct nid), count(distinct did) from cards")
    assert asked == [(len(cards), len(cards), 1)]


def test_source_and_why_stand_on_the_back_and_signs_of_markup_are_text():
    card = Card("photo-a", "a < b & c?", "p < 0.05", "because", "R1", "cell")
    deck = anki_deck([card], NOW)
    ((fields,),) = opened(deck, "select flds from notes")
    assert fields.split("\x1f") == ["a &lt; b &amp; c?", "p &lt; 0.05", "because", "R1"]
    ((models,),) = opened(deck, "select models from col")
    (kind,) = json.loads(models).values()
    (template,) = kind["tmpls"]
    assert template["qfmt"] == "{{Question}}"
    assert all(name in template["afmt"] for name in ("{{Answer}}", "{{Why}}", "{{Source}}"))


def test_a_deck_made_later_has_the_same_ids_and_is_newer_so_that_anki_takes_it():
    card = Card("photo-a", "what?", "this", "because", "R1", "cell")
    query = "select n.guid, n.mid, c.did from notes n join cards c on c.nid = n.id"
    mended = Card("photo-a", "What?", "That.", "Therefore.", "R2", "cell")
    early, late = anki_deck([card], NOW), anki_deck([mended], LATER)
    assert opened(early, query) == opened(late, query)
    assert opened(early, "select mod from notes") < opened(late, "select mod from notes")
    assert early.startswith(BEGINNING)
    assert late.startswith(BEGINNING)


def test_without_the_library_it_says_what_to_install_or_to_do_instead(monkeypatch):
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(NoDeck, match=r"weakties\[anki\].*cards\.txt"):
        anki_deck([], NOW)
