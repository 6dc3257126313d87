from __future__ import annotations

import pytest

from weakties.lesson import committed
from weakties.widgets import Prediction


@pytest.fixture(autouse=True)
def nothing_committed(monkeypatch):
    monkeypatch.setattr("weakties.lesson.prediction.commitment._COMMITTED", {})


def asked(**more):
    return Prediction("test-dress", "How much?", unit="points", between=(-5, 5), **more)


def send(prediction, answer, sure):
    prediction.set_state({"sent": {"answer": answer, "sure": sure}})
    return prediction


def test_committing_in_the_form_is_said_and_recorded():
    prediction = send(asked(), 2, 4)

    assert prediction.said == "You said 2 points and were rather sure (4 of 5)."
    assert committed()["test-dress"].answer == 2
    assert "1.06 too high" in str(prediction.against(0.94, "as they say"))


def test_what_was_committed_stays_when_the_cell_is_run_again_or_more_is_sent():
    send(asked(), 2, 4)
    again = send(asked(), 0.94, 5)

    assert again.said.startswith("You said 2 points")
    assert asked(guess=1, how_sure=1).said.startswith("You said 2 points")


def test_what_follows_is_read_only_once_a_guess_was_committed():
    follows = asked().then("So **dress** matters.")
    assert "waits for your guess" in follows._repr_mimebundle_()["text/markdown"]
    assert "dress" not in str(follows._repr_mimebundle_())

    send(asked(), 2, 4)
    assert follows._repr_mimebundle_()["text/markdown"] == "So **dress** matters."


def test_a_line_of_words_is_read_only_once_a_guess_was_committed():
    line = asked().opens("It is < 1 point.")
    assert "point" not in str(line._repr_mimebundle_())

    send(asked(), 2, 4)
    assert line._repr_mimebundle_() == {
        "text/html": "<p>It is &lt; 1 point.</p>",
        "text/plain": "It is < 1 point.",
    }


@pytest.mark.parametrize(
    "sent",
    [
        {},
        "2",
        None,
        {"answer": 300, "sure": 3},
        {"answer": "2", "sure": 3},
        {"answer": 2, "sure": 9},
        {"answer": 2},
        {"answer": [2], "sure": 3},
    ],
)
def test_what_makes_no_sense_commits_to_nothing(sent):
    prediction = asked()
    prediction.set_state({"sent": sent})

    assert prediction.said == ""
    assert committed() == {}


def test_a_choice_is_committed_in_its_own_words():
    prediction = Prediction("test-who", "Who?", choices=["Ana", "Bo"])
    assert send(prediction, "Bo", 3).said == "You chose “Bo” and were half sure (3 of 5)."


def test_where_no_form_is_shown_a_guess_is_typed_into_the_call():
    shown = asked()._repr_mimebundle_()[0]
    for kind in ("text/plain", "text/html"):
        assert "How much?" in shown[kind]
        assert "from −5 to 5 points" in shown[kind]
        assert "guess=4, how_sure=3" in shown[kind]

    typed = asked(guess=-1, how_sure=2)
    assert typed.said == "You said −1 point and were rather unsure (2 of 5)."
    assert typed.said in typed._repr_mimebundle_()[0]["text/plain"]


def test_a_guess_in_the_call_that_is_no_answer_says_what_is_asked_for():
    with pytest.raises(ValueError, match="give a number from −5 to 5 points"):
        asked(guess=300)
    with pytest.raises(ValueError, match="from 1 to 5"):
        asked(guess=3, how_sure=9)
