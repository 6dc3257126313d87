from __future__ import annotations

import pytest

from weakties.lesson import Prediction


def test_a_prediction_is_shown_with_how_sure_the_learner_is():
    said = repr(Prediction("How large?", guess=0.5, how_sure=2))

    assert "How large?" in said
    assert "You say 0.5 and are rather unsure (2 of 5)." in said


def test_it_stands_beside_the_result_with_its_source_and_distance():
    said = repr(Prediction("How large?", 0.5, 2).against(0.94, "points", "reported by a vendor"))

    assert "You said 0.5" in said
    assert "0.94 points, reported by a vendor: 0.44 away" in said


def test_without_a_guess_it_asks_for_one_and_pretends_none_later():
    prediction = Prediction("How large?", ..., 3)

    assert "No guess yet" in repr(prediction)
    assert repr(prediction.against(0.94, "points", "so they say")).startswith("You made no guess.")


@pytest.mark.parametrize("guess", ["5", None, True, float("nan"), (5,), [3]])
def test_a_guess_is_one_number(guess):
    with pytest.raises(ValueError, match="give one number, without quotes"):
        Prediction("How large?", guess, 3)


@pytest.mark.parametrize("guess", [0.67, -3, 200])
def test_a_guess_lies_where_the_question_says(guess):
    with pytest.raises(ValueError, match="give a number from 1 to 100"):
        Prediction("How many of 100?", guess, 3, between=(1, 100))


@pytest.mark.parametrize("guess", [..., 1, 66.7, 100])
def test_a_guess_within_its_range_or_none_is_taken(guess):
    assert Prediction("How many of 100?", guess, 3, between=(1, 100)).guess == guess


@pytest.mark.parametrize("how_sure", [0, 6, 2.5, [3]])
def test_how_sure_is_a_whole_number_from_1_to_5(how_sure):
    with pytest.raises(ValueError, match="from 1 to 5"):
        Prediction("How large?", 0.5, how_sure)
