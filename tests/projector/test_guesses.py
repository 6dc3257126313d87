"""Beside a screen stands what to ask in the room, and when its result is shown there."""

from __future__ import annotations

import json

import pytest

from weakties.course import load_course
from weakties.lesson.prediction import Asked
from weakties.projector.guesses import said_beside
from weakties.projector.screens import screens_of
from weakties.room.questions import asked_in, predictions_in

COURSE = load_course()
LESSONS = {unit.slug: COURSE.root / unit.lesson for unit in COURSE.ready}


def beside(*sources):
    """Return what stands beside each cell; a room asks every prediction."""
    cells = [
        {"cell_type": "code", "id": f"cell-{number}", "source": source}
        for number, source in enumerate(sources)
    ]
    asked = [one for source in sources for one in asked_in(source)]
    return said_beside(screens_of(cells), asked)


NUMBER = 'many = Prediction("demo-many", "How many?", unit="people", between=(1, 9))'
CHOICE = 'which = Prediction("demo-which", "Which?", choices=["this", "that"])'


def test_a_guess_is_revealed_where_its_result_first_stands_and_not_before():
    ask, other, opened, against = beside(
        NUMBER, "1 + 1", "many.opens(table)", "many.against(4, 'as counted')"
    )
    (said,) = ask
    assert said.startswith("Ask question 1 in the room: “How many?” Type its middle guess")
    assert said.endswith("Reveal it at screen 3.")
    assert other == against == []
    assert opened == ["Now reveal question 1 in the room: “How many?”"]


def test_of_choices_the_most_frequent_is_taken_and_what_has_no_result_is_not_revealed():
    _, (said,), *others = beside(NUMBER, CHOICE, "which")
    assert "Ask question 2" in said
    assert "most frequent answer" in said
    assert "middle" not in said
    assert "Reveal" not in said
    assert "no result" in said
    assert others == [[]]


def test_questions_have_the_numbers_of_the_room():
    others = [Asked("other-one", "One?"), Asked("other-two", "Two?"), *asked_in(NUMBER)]
    cells = [{"cell_type": "code", "id": "cell", "source": NUMBER}]
    ((said,),) = said_beside(screens_of(cells), others)
    assert said.startswith("Ask question 3 in the room: “How many?”")


def test_guesses_of_one_cell_are_told_in_their_order():
    both = f"{NUMBER}\n{CHOICE}"
    shown = "display(many.opens(which.opens(1)))\nwhich.against('this', 'there')"
    asked, revealed = beside(both, shown)
    for said in (asked, revealed):
        assert ["question 1" in one for one in said] == [True, False]


def test_a_curve_is_drawn_together_since_no_room_asks_it():
    ((said,),) = beside('line = Sketch("demo-line", "How?", places=["a", "b"], across="x")')
    assert "curve" in said
    assert "Ask question" not in said


@pytest.mark.parametrize("slug", LESSONS)
def test_all_that_a_room_asks_of_a_lesson_is_asked_once_and_revealed_at_most_once(slug):
    screens = screens_of(json.loads(LESSONS[slug].read_text("utf-8"))["cells"])
    asked = predictions_in(LESSONS[slug])
    said = [one for some in said_beside(screens, asked) for one in some]
    for number, one in enumerate(asked, start=1):
        starts = [
            f"{verb} question {number} in the room: “{one.question}”"
            for verb in ("Ask", "Now reveal")
        ]
        counts = [sum(text.startswith(start) for text in said) for start in starts]
        assert counts[0] == 1
        assert counts[1] <= 1
    compares = any(".against(" in screen.source for screen in screens)
    assert any(text.startswith("Now reveal") for text in said) == compares
