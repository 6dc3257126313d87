"""Rubrics are read from the question's own text, and points follow from what was decided."""

from __future__ import annotations

import nbformat
import pytest

from weakties.course import load_course
from weakties.teaching.reading.reading import (
    NotReadable,
    Reading,
    points_of,
    reading_from_json,
    reading_sent,
)
from weakties.teaching.reading.rubric import Rubric, rubric_in

TWO = Rubric(("a goal", "a cost"), 2)
NUMBER = Rubric((), 4)


@pytest.mark.parametrize("slug", [unit.slug for unit in load_course().ready])
def test_each_reflection_of_the_course_has_a_rubric_to_click(slug):
    course = load_course()
    notebook = nbformat.read(course.root / course.unit(slug).solution, as_version=4)
    cells = {cell.id: cell for cell in notebook.cells}
    by_hand = [one for one in course.unit(slug).questions if one.graded == "by hand"]
    assert by_hand
    for question in by_hand:
        found = rubric_in(cells[question.id].source, question.points)
        assert len(found.criteria) == question.points
        assert all(one[0].islower() and not one.endswith(".") for one in found.criteria)


@pytest.mark.parametrize(
    ("text", "most", "criteria"),
    [
        ("Rubric: one point each for a goal and a cost.", 2, ("a goal", "a cost")),
        ("How it is marked: 1 point each for a, b; and c, d", 2, ("a, b", "c, d")),
        ("## How it is graded\n\n1. a goal\n2. a cost.\n\nMore.\n\n- not this", 2, TWO.criteria),
        ("**How it is read:** one point each for a goal and a cost.", 3, ()),
        ("One point each for a goal and a cost.", 2, ()),
        ("Write a page.", 4, ()),
        ("", 1, ()),
    ],
)
def test_what_the_text_names_is_the_rubric_if_it_fits_the_points(text, most, criteria):
    assert rubric_in(text, most).criteria == criteria


def test_points_come_with_the_last_decision():
    assert points_of(Reading((True, None)), TWO) is None
    assert points_of(Reading((False, False)), TWO) == 0
    assert points_of(Reading((True,)), TWO) is None
    assert points_of(Reading(points=2.5), NUMBER) == 2.5


def test_what_a_page_sends_is_kept_with_the_text_and_comes_back_the_same():
    read = reading_sent({"given": [True, None], "comment": "Why?"}, TWO, "I will.", "now")
    assert read == Reading((True, None), None, "Why?", "I will.", "now")
    assert reading_from_json(read.as_json()) == read


@pytest.mark.parametrize(
    ("sent", "rubric", "says"),
    [
        ({"given": [True], "comment": ""}, TWO, "rubric has changed"),
        ({"given": [1, 0], "comment": ""}, TWO, "rubric has changed"),
        ({"given": [True, None]}, TWO, "A comment is a text"),
        ({"given": [True, None], "comment": "x" * 10_001}, TWO, "A comment is a text"),
        ({"points": 4.5, "comment": ""}, NUMBER, "from 0 to 4"),
        ({"points": float("nan"), "comment": ""}, NUMBER, "from 0 to 4"),
        ({"points": True, "comment": ""}, NUMBER, "from 0 to 4"),
    ],
)
def test_what_is_no_reading_is_refused_with_a_sentence(sent, rubric, says):
    with pytest.raises(NotReadable, match=says):
        reading_sent(sent, rubric, "", "")
