"""How well two readers agree: only what both have read whole counts, and no learner is named."""

from __future__ import annotations

import pytest

from weakties.grading.report.entries import Item, Mark
from weakties.teaching.reading.agreement import agreement_lines, agreement_page, read_twice
from weakties.teaching.reading.exercise import Question
from weakties.teaching.reading.reading import Reading
from weakties.teaching.reading.rubric import Rubric
from weakties.teaching.reading.shares import Place, Share
from weakties.teaching.reading.texts import Written
from weakties.teaching.reading.view import View

KEY = ("ps1", "goal-answer")
QUESTIONS = {KEY: Question(Item(KEY, 2, is_check=False), Rubric(("a goal", "a cost"), 2))}


def view_of(pairs, text="as it was"):
    """Return what is known when maria and jo gave these marks."""
    texts, shares, readings = {}, {}, {}
    for number, (first, second) in enumerate(pairs, 1):
        place = Place(f"learner-{number}", *KEY)
        texts[place] = Written(place, "as it was", Mark())
        shares[place] = Share(number, "maria", "jo")
        readings[place, "maria"] = Reading(first, None, "<b>Good.</b>", "as it was")
        readings[place, "jo"] = Reading(second, None, "Hm.", text)
    return View(texts, shares, {}, readings, {})


YES, NO, PART = (True, True), (True, False), (True, None)


def test_each_thing_of_the_rubric_and_the_points_have_a_kappa_with_its_interval():
    lines = "\n".join(agreement_lines(view_of([(YES, YES), (NO, NO), (YES, NO)]), QUESTIONS))
    assert "3 of 3 read by two." in lines
    assert "a goal: no kappa: all got the same; they agree in 100% of 3" in lines
    assert "a cost: kappa 0.40, 95% interval −0.43 to 0.89; they agree in 67% of 3" in lines
    assert "the points: kappa 0.40" in lines


@pytest.mark.parametrize(
    "view", [view_of([(YES, PART)]), view_of([(YES, YES)], text="another text")]
)
def test_a_reading_that_is_not_whole_or_of_an_older_text_does_not_count(view):
    assert read_twice(view, KEY, QUESTIONS[KEY]) == []
    assert "No text has been read by two people yet" in agreement_page(view, QUESTIONS, "ps1")


def test_the_page_shows_where_they_differ_without_names_of_learners():
    page = agreement_page(view_of([(YES, YES), (YES, NO)]), QUESTIONS, "ps1")
    body = page.rpartition("</style>")[2]
    assert "in 1 of them they differ" in body
    assert "jo: 1 (not given: a cost)" in body
    assert "&lt;b&gt;Good.&lt;/b&gt;" in body
    assert "learner-" not in body
    assert "With fewer than 20 texts" in body
