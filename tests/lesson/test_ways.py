"""The ways below the map: which units, how long, for whom, and what is left of them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from weakties.authoring.run import WELCOME
from weakties.course import load_course
from weakties.lesson import CourseMap, course_map
from weakties.progress.standing import Place, Standing

COURSE = load_course()
PLACE = Place("course/photo/lesson.ipynb", "", "the lesson")


def html_of(shown):
    return shown._repr_mimebundle_()["text/html"]


def standing(unit, *, lesson=0.0, done=False):
    return Standing(unit, lesson, 0, 6, 0, 15, 0, None if done else PLACE)


@pytest.mark.parametrize("way", COURSE.ways, ids=lambda way: way.title)
def test_each_way_stands_below_the_table_with_the_sum_of_its_minutes(way):
    low = sum(unit.lesson_minutes[0] + unit.exercise_minutes[0] for unit in way.units)
    high = sum(unit.lesson_minutes[1] + unit.exercise_minutes[1] for unit in way.units)
    text, html = str(course_map()), html_of(course_map())

    assert html.index("</table>") < html.index("<ul>") < html.index(f"{low} to {high} minutes")
    assert html.count("<li>") == len(COURSE.ways)
    assert f"- {way.title}: unit" in text
    for words in (f"{low} to {high} minutes", way.whom):
        assert words in text


@pytest.mark.parametrize(
    ("slugs", "numbers"),
    [
        (["strangers"], "unit 5,"),
        (["photo", "message", "quality"], "units 2 to 4,"),
        (["photo", "quality", "strangers"], "units 2, 4 and 5,"),
        (["effort", "quality"], "units 6 and 4,"),
    ],
)
def test_units_have_the_numbers_of_the_table_in_the_order_of_the_way(slugs, numbers):
    units = tuple(COURSE.unit(slug) for slug in slugs)
    way = replace(COURSE.ways[0], title="Mine", units=units)

    assert f"Mine: {numbers}" in str(CourseMap(replace(COURSE, ways=(way,))))


def test_hours_are_rounded_up_to_a_half():
    photo = replace(COURSE.unit("photo"), lesson_minutes=(60, 61), exercise_minutes=(0, 0))
    way = replace(COURSE.ways[0], units=(photo,))

    shown = str(CourseMap(replace(COURSE, units=(photo,), ways=(way,))))

    assert "60 to 61 minutes (about 1 to 1.5 hours)" in shown


def test_what_is_left_is_said_of_a_way_that_is_begun():
    photo, quality = COURSE.unit("photo"), COURSE.unit("quality")
    way = replace(COURSE.ways[0], title="Mine", units=(photo, quality))
    course = replace(COURSE, ways=(way,))
    waiting = standing(quality)
    half = standing(photo, lesson=0.5)

    assert "left" not in last_of(course, standing(photo), waiting)
    left = half.minutes_left + waiting.minutes_left
    assert last_of(course, half, waiting).endswith(f"hours), about {left} minutes left")
    assert last_of(course, standing(photo, done=True), standing(quality, done=True)).endswith(
        "hours), done"
    )


def test_a_course_without_ways_shows_the_table_alone():
    shown = CourseMap(replace(COURSE, ways=()))

    assert "Ways" not in str(shown)
    assert html_of(shown).endswith("</table>")


@pytest.mark.parametrize("way", COURSE.ways, ids=lambda way: way.title)
def test_the_welcome_opens_the_first_lesson_of_each_way(way):
    cells = json.loads((COURSE.root / WELCOME).read_text("utf-8"))["cells"]
    start = next("".join(cell["source"]) for cell in cells if cell["id"] == "next")

    assert f"[*{way.units[0].title}*]({way.units[0].slug}/lesson.ipynb)" in start


def test_what_an_author_wrote_is_no_markup():
    way = replace(COURSE.ways[0], title="<b>", whom="A & B")

    html = html_of(CourseMap(replace(COURSE, ways=(way,))))

    assert "&lt;b&gt;" in html
    assert "A &amp; B" in html


def last_of(course, *so_far):
    """Return the line of the only way."""
    lines = str(CourseMap(course, so_far)).splitlines()
    return next(line for line in lines if line.startswith("- Mine"))
