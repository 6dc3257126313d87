"""A card holds back what was planted until its reader has tried to find it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from progress.done import done
from weakties.course import load_course
from weakties.data import about, dataset_names
from weakties.progress import Line, here

TELLING = re.compile(r"\bplant|\bby construction|\bwe (?:put|made|built)\b", re.IGNORECASE)
PHOTO = load_course().unit("photo")


pytestmark = pytest.mark.usefixtures("nothing_was_tried")


def shown(**asked):
    card = about("ratings", **asked)
    planted = [effect.about in str(card) for effect in card.planted]
    assert all(planted) or not any(planted)
    drawn = unescape(card._repr_html_())
    assert all(effect.about in drawn for effect in card.planted) is all(planted)
    return all(planted)


def test_before_an_attempt_no_card_of_any_unit_tells_even_who_asks():
    for name in dataset_names():
        card = about(name, planted=True)
        used = any(name in unit.datasets for unit in load_course().units)
        for told in [*(effect.about for effect in card.planted), *card.do_not_conclude]:
            assert (told in str(card)) is not used, name
            assert (told in unescape(card._repr_html_())) is not used, name


def test_what_stands_on_a_card_before_an_attempt_speaks_of_nothing_planted():
    for name in {name for unit in load_course().units for name in unit.datasets}:
        card = about(name)
        read = " ".join([card.title, card.description, card.row, *card.limits])
        assert not TELLING.search(read), f"{name}: {TELLING.search(read)}"


def test_after_an_attempt_who_asks_is_told_and_who_does_not_ask_is_told_how():
    tried = done(PHOTO.questions[0]).told | {"state": "Not yet", "points": 0.0}
    here().note(Line.now("check", **tried))
    assert not shown()
    assert 'about("ratings", planted=True)' in str(about("ratings"))
    assert shown(planted=True)


def test_once_a_unit_is_done_its_cards_tell_all():
    for question in [one for one in PHOTO.questions if one.graded == "auto"]:
        assert not shown()
        here().note(done(question))
    assert shown()
