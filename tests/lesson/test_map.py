from __future__ import annotations

from weakties.course import load_course
from weakties.lesson import course_map


def test_the_map_names_every_unit_with_its_tension():
    html = course_map()._repr_mimebundle_()["text/html"]

    for unit in load_course().announced:
        assert unit.title in html


def test_minutes_and_points_are_those_of_the_table_of_contents():
    photo = load_course().unit("photo")
    low = photo.lesson_minutes[0] + photo.exercise_minutes[0]
    high = photo.lesson_minutes[1] + photo.exercise_minutes[1]

    assert f"{low} to {high} minutes, {photo.points} points" in str(course_map())


def test_a_unit_that_is_only_announced_is_said_to_be():
    announced = [unit for unit in load_course().announced if not unit.ready]

    assert str(course_map()).count("(planned)") == len(announced)
