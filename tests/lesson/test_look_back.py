"""The look back: predictions beside outcomes, and how well sureness held."""

from __future__ import annotations

import pytest
from numpy import float64

from weakties.course import load_course
from weakties.lesson import course_map, look_back
from weakties.lesson.look_back import LookBack
from weakties.lesson.look_back.calibration import Level, levels
from weakties.lesson.prediction import Asked, commit
from weakties.lesson.prediction.outcome import is_right
from weakties.progress import Foretold, Store, forget_session
from weakties.progress.places import places_of

PHOTO = load_course().unit("photo")
NUMBER = Asked("photo-dress", "How many points?", unit="points", between=(-5, 5))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a working folder; this process works in its lessons."""
    (tmp_path / ".weakties").mkdir()
    (tmp_path / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    (tmp_path / "course" / "photo").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "course" / "photo")
    monkeypatch.setattr("weakties.lesson.prediction.commitment._COMMITTED", {})
    forget_session()
    yield tmp_path
    forget_session()


def html_of(shown):
    return shown._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize(
    ("answer", "result", "interval", "right"),
    [
        (1.9, 0.94, None, True),
        (2.1, 0.94, None, False),
        (2.1, 0.94, (0.5, 2.5), True),
        (-3, 0.94, (0.5, 2.5), False),
        # As read off a table; a boolean of NumPy's could not be kept.
        (-3, float64(0.94), None, False),
    ],
)
def test_a_number_is_right_by_the_rule_that_is_printed(answer, result, interval, right):
    assert is_right(NUMBER, answer, result, interval) is right


def test_without_a_range_a_fifth_of_the_result_counts_and_a_choice_must_be_the_same():
    free = Asked("photo-free", "How many?", unit="people")
    assert is_right(free, 119, 100)
    assert not is_right(free, 121, 100)
    choice = Asked("photo-choice", "Which?", choices=("yes", "no"))
    assert is_right(choice, "no", "no")
    assert not is_right(choice, "yes", "no")


def test_levels_count_only_what_came_out():
    known = [
        Foretold("a", "?", "x", 4, "x", right=True),
        Foretold("b", "?", "x", 4, "y", right=False),
        Foretold("c", "?", "x", 5),
    ]
    assert levels(known) == (Level(4, 1, 2),)


@pytest.mark.usefixtures("folder")
def test_before_any_prediction_it_asks_for_one_and_draws_nothing():
    shown = look_back("photo")
    assert "None is committed yet" in str(shown)
    assert "<svg" not in html_of(shown)


def test_at_the_end_it_shows_each_prediction_the_picture_and_the_way_on(folder):
    from weakties.widgets import Prediction

    # An earlier unit is begun, too; whoever ends this lesson goes on to its own exercise.
    begun = places_of(load_course().root / load_course().unit("purpose").lesson).predictions[0][0]
    Prediction(begun, "What is it?", choices=["this", "that"], guess="this", how_sure=3)
    names = [name for name, _ in places_of(load_course().root / PHOTO.lesson).predictions]
    for name in names[:-1]:
        asked = Prediction(name, f"Is it {name}?", choices=["yes", "no"], guess="yes", how_sure=4)
        asked.against("yes", "as planted")
    assert "prediction 4 of 4" in str(look_back("photo"))
    last = Prediction(names[-1], "And this?", choices=["yes", "no"], guess="no", how_sure=1)
    last.against("yes", "as planted")
    shown = look_back("photo")
    assert "Of the 3 things that you were 4 or 5 of 5 sure of, 3 came out as you said" in str(shown)
    html = html_of(shown)
    assert html.count("<svg role='img'") == 1
    assert "3 of 3" in html
    assert "✕ no" in html
    assert "href='../../exercises/photo/photo.ipynb#cell-id=photo-q1'" in html
    assert Store(folder).read().looked_back == {"photo"}


@pytest.mark.usefixtures("folder")
def test_a_prediction_outlives_the_kernel_unless_its_question_was_rewritten(monkeypatch):
    commit(NUMBER, 1.5, 4)
    for question, kept in (("How many points?", True), ("How many then?", False)):
        monkeypatch.setattr("weakties.lesson.prediction.commitment._COMMITTED", {})
        forget_session()
        asked = Asked("photo-dress", question, unit="points", between=(-5, 5))
        now = commit(asked, -1, 1)
        assert (now.answer == 1.5) is kept


@pytest.mark.usefixtures("folder")
def test_the_map_in_a_learners_folder_says_how_far_one_is():
    assert "Go on here" not in html_of(course_map())
    commit(NUMBER, 1.5, 4)
    html = html_of(course_map())
    assert "lesson begun, 20%" in html
    second = places_of(load_course().root / PHOTO.lesson).predictions[1][1]
    assert f"href='lesson.ipynb#cell-id={second}'" in html
    assert "about 60 minutes" in html


def test_a_drawn_curve_comes_back_as_numbers_and_a_choice_in_quotes():
    drawn = Foretold("a", "What is it worth?", "-0.5; 13.25", 3, "−1; 6", right=False)
    chosen = Foretold("b", "Whom?", "ask; decline", 3)
    shown = str(LookBack(PHOTO, (drawn, chosen), ()))
    assert "−0.5; 13.2 (3 of 5 sure) · −1; 6 · ✕ no" in shown
    assert "“ask; decline” (3 of 5 sure) · nothing set against it" in shown
