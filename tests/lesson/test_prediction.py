from __future__ import annotations

import pytest

from weakties.lesson import Comparison, committed
from weakties.lesson.prediction import Asked, commit

DRESS = Asked("test-dress", "How much does it add?", "points", (-5, 5))
WHO = Asked("test-who", "Who is ahead?", choices=("Ana", "Bo"))


@pytest.fixture(autouse=True)
def nothing_committed(monkeypatch):
    monkeypatch.setattr("weakties.lesson.prediction.commitment._COMMITTED", {})


def html(comparison):
    return comparison._repr_mimebundle_()["text/html"]


def test_a_commitment_says_the_guess_with_its_unit_and_how_sure_one_was():
    assert str(commit(DRESS, -0.5, 2)) == "You said −0.5 points and were rather unsure (2 of 5)."
    assert str(commit(WHO, "Bo", 5)) == "You chose “Bo” and were certain (5 of 5)."


def test_what_is_committed_first_stays_and_can_be_read_in_one_place():
    commit(DRESS, 2, 4)
    assert commit(DRESS, 0.94, 5).answer == 2

    assert {name: one.answer for name, one in committed().items()} == {"test-dress": 2}


def test_a_question_that_was_rewritten_is_asked_anew():
    commit(DRESS, 2, 4)
    rewritten = Asked("test-dress", "How much does it take away?", "points", (-5, 5))

    assert commit(rewritten, 1, 3).answer == 1


@pytest.mark.parametrize("guess", ["5", None, True, float("nan"), float("inf"), (5,), [3]])
def test_a_guess_is_one_number(guess):
    with pytest.raises(ValueError, match="give one number, without quotes"):
        commit(DRESS, guess, 3)
    assert committed() == {}


@pytest.mark.parametrize("guess", [-5.1, 300])
def test_a_guess_lies_where_the_question_says(guess):
    with pytest.raises(ValueError, match="give a number from −5 to 5 points"):
        commit(DRESS, guess, 3)


@pytest.mark.parametrize("guess", ["Cy", "ana", None, 1, ["Ana"]])
def test_a_choice_is_one_of_those_offered(guess):
    with pytest.raises(ValueError, match="give one of: “Ana”, “Bo”"):
        commit(WHO, guess, 3)


@pytest.mark.parametrize("sure", [0, 6, 2.5, True, None, [3]])
def test_how_sure_is_a_whole_number_from_1_to_5(sure):
    with pytest.raises(ValueError, match="from 1 to 5"):
        commit(DRESS, 1, sure)
    assert committed() == {}


@pytest.mark.parametrize(
    "asked",
    [
        {"choices": ("one",)},
        {"choices": ("a", "a")},
        {"choices": ("a", "b"), "unit": "points"},
        {"between": (5, -5)},
    ],
)
def test_a_question_that_can_not_be_answered_is_refused(asked):
    with pytest.raises(ValueError, match="test-odd"):
        Asked("test-odd", "What?", **asked)


def test_guess_and_result_stand_on_one_scale_with_the_distance_in_words():
    commit(DRESS, 2, 4)
    beside = Comparison(DRESS, 0.94, "as a vendor says")

    assert str(beside).endswith(
        "Here it is 0.94 points, as a vendor says: your guess is 1.06 too high."
    )
    for words in ("○ you: 2", "◆ here: 0.94", "role='img'", ">−5<", ">5<", "1.06 too high"):
        assert words in html(beside)


def test_a_guess_inside_the_interval_is_said_to_be():
    commit(DRESS, 1, 4)

    inside = str(Comparison(DRESS, 0.94, "as they say", interval=(0.8, 1.1)))
    outside = str(Comparison(DRESS, 0.94, "as they say", interval=(0.9, 0.98)))

    assert "0.94 points (95% interval 0.8 to 1.1)" in inside
    assert "0.06 too high, and inside the interval" in inside
    assert "inside" not in outside


def test_a_result_beyond_the_range_of_guesses_widens_the_scale():
    commit(DRESS, 5, 1)
    assert ">7<" in html(Comparison(DRESS, 7, "as they say"))


def test_a_choice_is_marked_among_all_that_were_offered():
    commit(WHO, "Ana", 3)

    assert str(Comparison(WHO, "Bo", "by a length")).endswith("by a length: not what you said.")
    assert str(Comparison(WHO, "Ana", "by a length")).endswith("as you said.")
    assert "Ana <strong>(○ you)" in html(Comparison(WHO, "Bo", "by a length"))
    assert "(○ you, ◆ here)" in html(Comparison(WHO, "Ana", "by a length"))


def test_without_a_guess_the_result_stays_away():
    beside = Comparison(DRESS, 0.94, "as a vendor says")

    for shown in (str(beside), html(beside)):
        assert "commit it in the form above" in shown
        assert "0.94" not in shown


@pytest.mark.parametrize(("asked", "result"), [(DRESS, "much"), (WHO, 3.0), (WHO, "Cy")])
def test_a_result_that_answers_another_question_is_an_authors_slip(asked, result):
    with pytest.raises(ValueError, match=r"asks for|give one of"):
        Comparison(asked, result, "as they say")
