"""How far one is, and the very cell to go on at."""

from __future__ import annotations

import json

import pytest

from weakties.course import load_course
from weakties.progress import Line, Record, check_line
from weakties.progress.places import places_of
from weakties.progress.standing import next_question, standings, where_to_go_on

COURSE = load_course()
PHOTO = COURSE.unit("photo")
PLACES = places_of(COURSE.root / PHOTO.lesson)


def record_of(*lines):
    record = Record()
    for line in lines:
        record.add(line)
    return record


def foretold(name):
    return Line.now("prediction", name=name, asked="?", answer="yes", sure=3)


def checked(question, points, *, edition="open", state="Done"):
    return check_line(
        question.id, edition=edition, state=state, points=points, of=question.points,
        compared=True, attempt=True, said=[("x", "fine" if state == "Done" else "value", "…")],
    )  # fmt: skip


def photo(record, edition="open"):
    found = standings(COURSE, record, edition)
    return next(one for one in found if one.unit == PHOTO), where_to_go_on(found)


def test_nothing_is_begun_at_first_and_nowhere_to_go_on():
    standing, place = photo(Record())
    assert (standing.state, place) == ("not started", None)
    assert standing.minutes_left == 65


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_every_lesson_has_predictions_and_a_look_back_at_its_end(unit):
    places = places_of(COURSE.root / unit.lesson)
    assert len(places.predictions) >= 3
    assert places.look_back
    cells = json.loads((COURSE.root / unit.lesson).read_text("utf-8"))["cells"]
    assert places.look_back in [cell["id"] for cell in cells[-3:]]


def test_in_a_lesson_one_goes_on_at_the_prediction_after_the_furthest_then_at_the_look_back():
    names = [name for name, _ in PLACES.predictions]
    cells = [*(cell for _, cell in PLACES.predictions), PLACES.look_back]
    left = []
    for number in range(1, len(names) + 1):
        standing, place = photo(record_of(*map(foretold, names[:number])))
        assert (place.path, place.cell) == (PHOTO.lesson, cells[number])
        assert standing.state == "started"
        left.append(standing.minutes_left)
    assert left == sorted(left, reverse=True)
    # A prediction that was left out does not call anybody back.
    assert photo(record_of(foretold(names[2])))[1].cell == cells[3]


def test_after_the_look_back_comes_the_exercise_question_by_question():
    lines = [Line.now("looked back", unit="photo")]
    auto = [question for question in PHOTO.questions if question.graded == "auto"]
    for question in auto:
        _, place = photo(record_of(*lines))
        assert (place.path, place.cell) == (PHOTO.exercise, question.id)
        lines.append(checked(question, question.points))
    standing, place = photo(record_of(*lines))
    assert (standing.state, standing.points, standing.minutes_left) == ("done", standing.of, 0)
    assert place.path != PHOTO.exercise


def test_a_question_that_is_not_yet_done_counts_its_best_points_and_waits():
    first = PHOTO.questions[1]
    record = record_of(
        checked(first, 2, state="Not yet"), checked(first, 1, state="Not yet"),
    )  # fmt: skip
    standing, place = photo(record)
    assert (standing.points, standing.done, place.cell) == (2, 0, "photo-q1")


def test_points_of_other_data_do_not_count_here():
    record = record_of(checked(PHOTO.questions[0], 2, edition="spring-2027"))
    assert photo(record)[0].points == 0
    assert photo(record, "spring-2027")[0].points == 2


def test_the_next_question_is_the_next_that_is_not_done_and_then_the_one_for_a_person():
    *auto, by_hand = PHOTO.questions
    record = record_of(checked(auto[0], 2), checked(auto[1], 3))
    assert next_question(PHOTO, auto[0].id, record, "open") == auto[2]
    assert next_question(PHOTO, auto[-1].id, record, "open") == by_hand
    done = record_of(*(checked(question, question.points) for question in auto))
    assert next_question(PHOTO, auto[-1].id, done, "open") == by_hand
    assert next_question(PHOTO, by_hand.id, done, "open") is None
