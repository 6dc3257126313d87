"""What is sent to the page: a learner's text as it is, the instructor's as clean HTML, nothing of the first reader."""

from __future__ import annotations

from weakties.grading.report.entries import Item, Mark
from weakties.teaching.reading.exercise import Question
from weakties.teaching.reading.reading import Reading
from weakties.teaching.reading.rubric import Rubric
from weakties.teaching.reading.shares import Place, Share
from weakties.teaching.reading.shown import text_shown
from weakties.teaching.reading.texts import Written
from weakties.teaching.reading.view import View

PLACE = Place("ann", "ps1", "code-answer")
QUESTION = Question(
    Item(("ps1", "code-answer"), 2, is_check=False),
    Rubric((), 2),
    "Write <script>code</script>.",
    "x = a * b * c",
    is_code=True,
)


def shown_to(reader):
    written = Written(PLACE, "<b>y</b> = 1", Mark(manual=2.0), comment="Good.")
    readings = {(PLACE, "maria"): Reading(points=2.0, comment="Good.", text="<b>y</b> = 1")}
    view = View({PLACE: written}, {PLACE: Share(7, "maria", "jo")}, {}, readings, {})
    return text_shown(view, PLACE, reader, QUESTION, with_names=False)


def test_code_stays_code_and_only_the_instructors_text_is_html():
    shown = shown_to("maria")
    assert shown["text"] == "<b>y</b> = 1"
    assert "<code" in shown["sample"]
    assert "a * b * c" in shown["sample"]
    assert "<script" not in shown["task"]


def test_a_second_reader_sees_nothing_of_the_first():
    first, second = shown_to("maria"), shown_to("jo")
    assert (first["points"], first["comment"], first["state"]) == (2.0, "Good.", "read")
    assert (second["points"], second["comment"], second["state"]) == (None, "", "open")
    assert second["elsewhere"] is None
    assert second["second"]
