"""The table of contents: read whole, and refused in a sentence where it contradicts itself."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from weakties.claims import load_claims
from weakties.course import CourseError, Question, load_course

UNIT = """
[[units]]
slug = "photo"
title = "Which photo?"
tension = "A casual photo costs you credibility, unless it fits."
ready = true
lesson_minutes = [25, 35]
datasets = ["photos", "ratings"]

[[units.questions]]
id = "photo-q1"
title = "Formal dress"
points = 2

[[units.questions]]
id = "photo-reflection"
title = "One goal"
points = 3
graded = "by hand"

[[units]]
slug = "message"
title = "How do I write?"
tension = "Mail them all, or nobody."
ready = false
"""
WAYS = """
[[units]]
slug = "thanks"
title = "Thank you"
tension = "Always, says one."
ready = true
lesson_minutes = [20, 30]
exercise_minutes = [10, 15]

[[units.questions]]
id = "thanks-q1"
title = "How often"
points = 1

[[ways]]
title = "Both"
whom = "For whoever has an evening."
units = ["thanks", "photo"]

[[ways]]
title = "A short one"
whom = "For whoever has half an hour."
units = ["photo"]
"""
CONTENTS = f'title = "Weak ties"\nsubtitle = "With data"\n{UNIT}'


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a course whose table of contents is the text given."""

    def read_contents(text):
        path = tmp_path / "course" / "course.toml"
        path.parent.mkdir()
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_course(tmp_path)

    return read_contents


def test_units_and_questions_are_read_in_their_order(read, tmp_path):
    course = read(CONTENTS)
    assert (course.title, course.subtitle, course.root) == ("Weak ties", "With data", tmp_path)
    assert [unit.slug for unit in course.units] == ["photo", "message"]
    photo = course.unit("photo")
    assert photo.questions == (
        Question("photo-q1", "Formal dress", 2, "auto"),
        Question("photo-reflection", "One goal", 3, "by hand"),
    )
    assert (photo.points, photo.lesson_minutes) == (5, (25, 35))
    assert photo.datasets == ("photos", "ratings")
    assert {question.unit for question in photo.questions} == {"photo"}


def test_a_unit_knows_where_its_notebooks_lie(read):
    photo = read(CONTENTS).unit("photo")
    assert (photo.lesson, photo.exercise, photo.solution) == (
        "course/photo/lesson.ipynb",
        "exercises/photo/photo.ipynb",
        "solutions/photo/photo.ipynb",
    )


def test_a_unit_that_is_only_announced_cannot_be_opened(read):
    course = read(CONTENTS)
    assert [unit.slug for unit in course.ready] == ["photo"]
    for slug in ("message", "phtoo"):
        with pytest.raises(CourseError, match=f"There is no unit '{slug}'. The units are: photo."):
            course.unit(slug)


def test_a_unit_that_is_not_ready_is_listed_for_its_authors(read):
    course = read(CONTENTS)
    assert course.listed("message").ready is False
    with pytest.raises(CourseError, match=r"no unit 'phtoo'\. The units are: photo, message\."):
        course.listed("phtoo")


def test_a_unit_is_announced_once_it_has_a_tension(read):
    untold = '\n[[units]]\nslug = "thanks"\ntitle = "Thanks"\ntension = ""\nready = false\n'
    course = read(CONTENTS + untold)
    assert [unit.slug for unit in course.units] == ["photo", "message", "thanks"]
    assert [unit.slug for unit in course.announced] == ["photo", "message"]


def test_a_question_is_found_by_its_id(read):
    course = read(CONTENTS)
    assert course.question("photo-q1").title == "Formal dress"
    with pytest.raises(CourseError, match=re.escape("course.toml lists no question 'photo-q9'.")):
        course.question("photo-q9")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "Weak ties"', "title =", "course.toml is not valid TOML"),
        ('title = "Weak ties"\n', "", "course.toml lacks the entry 'title'"),
        ("ready = true", "ready = true\ncolor = 3", "has one that nobody reads: .*'color'"),
        ("points = 2", "points = 2\nhint = 3", "has one that nobody reads: .*'hint'"),
        ('slug = "message"', 'slug = "photo"', "course.toml names 'photo' twice"),
        ('"photo-reflection"', '"photo-q1"', "course.toml names 'photo-q1' twice"),
        ("ready = false", "ready = true", "'message' is ready but has no questions"),
        ('"photo-q1"', '"message-q1"', "'message-q1' stands under 'photo': its id must begin"),
        ("points = 2", "points = 0", "'photo-q1' needs whole points above 0"),
        ("points = 2", 'points = "2"', "'photo-q1' needs whole points above 0"),
        ('graded = "by hand"', 'graded = "later"', "'photo-reflection' is graded either"),
    ],
)
def test_a_contradiction_is_named(read, old, new, sentence):
    assert old in CONTENTS
    with pytest.raises(CourseError, match=sentence):
        read(CONTENTS.replace(old, new, 1))


def test_a_way_has_its_units_in_its_own_order_and_the_sum_of_their_minutes(read):
    course = read(CONTENTS + WAYS)
    both, short = course.ways
    assert (both.title, both.whom) == ("Both", "For whoever has an evening.")
    assert both.units == (course.unit("thanks"), course.unit("photo"))
    assert both.minutes == (20 + 10 + 25, 30 + 15 + 35)
    assert short.minutes == (25, 35)


def test_a_course_needs_no_ways(read):
    assert read(CONTENTS).ways == ()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            '["photo"]',
            '["phtoo"]',
            "'A short one' takes a unit .* no unit 'phtoo'.*: photo, thanks",
        ),
        (
            '["photo"]',
            '["message"]',
            "'A short one' takes a unit that is unknown or not ready.*'message'",
        ),
        ('["photo"]', "[]", "'A short one' leads nowhere: list the slugs of its units"),
        ('["photo"]', '"photo"', "'A short one' leads nowhere: list the slugs of its units"),
        ('["photo"]', '["photo", "thanks", "photo"]', "'A short one' takes 'photo' twice"),
        ('units = ["photo"]', "", "lacks the entry 'units'"),
        ('units = ["photo"]', 'units = ["photo"]\ncolor = 3', "one that nobody reads: .*'color'"),
        ('whom = "For whoever has half an hour."', "", "lacks an entry or .*'whom'"),
    ],
)
def test_a_way_that_cannot_be_gone_is_named(read, old, new, sentence):
    assert WAYS.count(old) == 1
    with pytest.raises(CourseError, match=sentence):
        read(CONTENTS + WAYS.replace(old, new))


def test_the_ways_of_the_course_are_all_of_it_three_lessons_and_an_afternoon():
    course = load_course()
    whole, three, afternoon = course.ways
    assert whole.units == course.ready
    assert [unit.slug for unit in three.units] == ["photo", "quality", "strangers"]
    assert afternoon.minutes[1] <= 3.5 * 60
    # Effort says of a question that it was met in quality.
    assert [unit.slug for unit in afternoon.units] == ["quality", "effort"]


def test_a_folder_without_a_table_of_contents_is_named(tmp_path):
    with pytest.raises(
        CourseError, match=re.escape(f"{tmp_path / 'course' / 'course.toml'} cannot")
    ):
        load_course(tmp_path)


def test_a_file_that_is_not_text_is_named(read):
    with pytest.raises(CourseError, match=r"course\.toml is not valid TOML"):
        read(b"\xff\xfe")


def test_the_course_has_its_eight_units_in_order_and_the_photo_unit_is_ready():
    course = load_course()
    eight = [
        "purpose",
        "photo",
        "message",
        "quality",
        "strangers",
        "effort",
        "followup",
        "capstone",
    ]
    # A ninth may be in the making between them.
    assert [unit.slug for unit in course.units if unit.slug in eight] == eight
    photo = course.unit("photo")
    graded = [question for question in photo.questions if question.graded == "auto"]
    assert 5 <= len(graded) <= 7
    assert len(photo.questions) == len(graded) + 1
    assert photo.lesson_minutes == (25, 35)
    assert photo.exercise_minutes == (30, 40)


def test_64_claims_and_16_contradictions_are_taught_and_all_of_them_are_told():
    course = load_course()
    claims = load_claims(course.root)
    taught = Counter(name for unit in course.ready for name in unit.claims)
    contradicting = Counter(name for unit in course.ready for name in unit.contradictions)

    assert (len(taught), len(contradicting)) == (64, 16)
    assert taught.keys() == {claim.id for claim in claims.claims}
    assert contradicting.keys() == {contradiction.id for contradiction in claims.contradictions}
    again = {name for name, times in (taught + contradicting).items() if times > 1}
    assert again == {entry.id for entry in claims.told if entry.again}


def test_a_claim_is_taught_by_units_that_are_ready(read):
    claims = 'claims = ["E3.4"]\ncontradictions = ["C5"]\nready'
    course = read(CONTENTS.replace("ready", claims))

    assert [unit.slug for unit in course.units if unit.claims] == ["photo", "message"]
    for name, slugs in (("E3.4", ["photo"]), ("C5", ["photo"]), ("E3.5", [])):
        assert [unit.slug for unit in course.teaching(name)] == slugs


def test_every_file_of_a_unit_that_is_ready_exists():
    course = load_course()
    for unit in course.ready:
        for path in (unit.lesson, unit.exercise, unit.solution):
            assert (course.root / path).is_file(), path
