"""What a lesson is made of, and the minutes that this takes."""

from __future__ import annotations

from weakties.authoring.lint.material import Notebook
from weakties.authoring.lint.reckoning import reckoning_of

CARD = (
    "<section aria-label='Evidence card R1'><strong>Three short words</strong>"
    "<details><summary>More</summary>that nobody unfolds</details></section>"
)


def lesson(*cells):
    node = {"cells": [{"id": "a", "metadata": {}, **cell} for cell in cells]}
    return Notebook("lesson.ipynb", "lesson", "", node)


def text(source):
    return {"cell_type": "markdown", "source": source}


def code(source, html=""):
    outputs = [{"data": {"text/html": html}}] if html else []
    return {"cell_type": "code", "source": source, "outputs": outputs}


def test_words_and_lines_take_a_readers_time():
    found = reckoning_of(lesson(text("# A title\n\n" + "word " * 198), code("a = 1\n\nb = 2")))

    assert (found.words, found.reading, found.lines) == (200, 200, 2)
    assert found.minutes == 1 + 0.2


def test_play_takes_what_its_heading_plans_whatever_is_read_in_it():
    found = reckoning_of(
        lesson(
            text("## Play: the inbox · 4–6 min\n\n" + "word " * 50),
            code("Inbox()"),
            text("## Compute · 3 min"),
            code("x"),
        )
    )

    assert (found.play, found.lines, found.reading) == (5, 1, 3)
    assert found.words > 50


def test_a_prediction_takes_half_a_minute_and_its_call_is_not_read():
    found = reckoning_of(lesson(code('guess = Prediction("photo-x", "How many?")\nguess')))

    assert (found.predictions, found.lines, found.minutes) == (1, 0, 0.5)


def test_words_kept_back_until_a_guess_are_read_and_their_hidden_code_is_not():
    kept_back = code('guess.then("So it is one.")')
    kept_back["metadata"] = {"jupyter": {"source_hidden": True}}
    found = reckoning_of(lesson(kept_back))

    assert (found.words, found.reading, found.lines) == (4, 4, 0)


def test_a_card_is_read_as_far_as_it_is_unfolded():
    assert reckoning_of(lesson(code("evidence('R1')", CARD))).reading == 3


def test_it_is_said_in_words():
    said = str(reckoning_of(lesson(text("one two"), code("x"))))

    assert said.startswith(
        "about 0 min (2 words, 2 to read with the cards outside the play; 1 lines"
    )
