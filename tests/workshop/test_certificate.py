"""The certificate says what was done, and honestly what it is."""

from __future__ import annotations

from datetime import date

import pytest

from progress.done import done
from weakties.course import load_course
from weakties.progress import Line, Record
from weakties.progress.standing import standings
from weakties.workshop import WorkshopError
from weakties.workshop.certificate import WHAT_IT_IS, certificate

COURSE = load_course()
ON = date(2026, 10, 3)


def standings_with(*slugs):
    record = Record()
    for slug in slugs:
        record.add(Line.now("looked back", unit=slug))
        for question in COURSE.unit(slug).questions:
            record.add(done(question))
    return standings(COURSE, record, "open")


def test_it_names_units_points_hours_and_the_day_and_says_what_it_is():
    made = certificate("  Ada   Lovelace ", COURSE, standings_with("photo", "message"), ON)
    assert made.points == (40, 40)
    page = made.page()
    for words in (
        "<h1>Ada Lovelace</h1>", "2 units", "Which photo?", "How do I write?", "15 of 15 points",
        "40 of 40 points · 2 to 2.5 hours", "3 October 2026", WHAT_IT_IS,
    ):  # fmt: skip
        assert words in page
    assert "People you do not know" not in page


def test_all_units_are_the_whole_course():
    found = standings_with(*(unit.slug for unit in COURSE.ready))
    assert "the whole course" in certificate("Ada", COURSE, found, ON).page()


def test_a_name_is_text_and_no_page():
    page = certificate("<b onclick=x>Ada</b>", COURSE, standings_with("photo"), ON).page()
    assert "<b onclick" not in page
    assert "&lt;b onclick=x&gt;Ada" in page


@pytest.mark.parametrize("name", ["", "   ", "a" * 81])
def test_a_name_that_does_not_fit_is_a_sentence(name):
    with pytest.raises(WorkshopError, match="Type a name"):
        certificate(name, COURSE, standings_with("photo"), ON)


def test_nobody_gets_one_for_nothing():
    with pytest.raises(WorkshopError, match="No unit is done yet"):
        certificate("Ada", COURSE, standings_with(), ON)
