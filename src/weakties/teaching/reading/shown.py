"""What the page shows, as plain JSON values: without names, and with a learner's text as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weakties.grading.changes import side_by_side
from weakties.grading.feedback.clean import markdown_html
from weakties.teaching.reading.reading import Reading, points_of
from weakties.teaching.reading.texts import CHANGED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.report.entries import Key
    from weakties.teaching.reading.exercise import Question
    from weakties.teaching.reading.shares import Place
    from weakties.teaching.reading.view import View


def overview_of(
    view: View, reader: str, questions: Mapping[Key, Question], assignment: str
) -> dict[str, Any]:
    """Return the reader's questions, and of each text its number and how far it was read."""
    return {
        "assignment": assignment,
        "reader": reader,
        "waiting_checks": view.waiting_checks,
        "questions": [
            {
                "label": question.item.label,
                "texts": [
                    {
                        "number": view.shares[place].number,
                        "state": view.state(place, reader, question),
                        "second": not view.is_first(place, reader),
                    }
                    for place in view.queue(key, reader)
                ],
            }
            for key, question in questions.items()
        ],
    }


def text_shown(
    view: View, place: Place, reader: str, question: Question, *, with_names: bool
) -> dict[str, Any]:
    """Return a text with all that its reader needs.

    What the first reader gave is not shown to the second one.
    """
    written = view.texts[place]
    kept = view.readings.get((place, reader))
    reading = kept or Reading()
    is_first = view.is_first(place, reader)
    state = view.state(place, reader, question)
    older = side_by_side(written.older(kept), written.text) if state == CHANGED else None
    rubric, held = question.rubric, written.mark.manual if is_first else None
    given = reading.given if len(reading.given) == len(rubric.criteria) else ()
    return {
        "number": view.shares[place].number,
        "learner": place.learner if with_names else None,
        "second": not is_first,
        "label": question.item.label,
        "task": markdown_html(question.task),
        "sample": markdown_html(_as_markdown(question)),
        "is_code": question.is_code,
        "criteria": list(rubric.criteria),
        "most": rubric.most,
        "text": written.text,
        "words": len(written.text.split()),
        "older": older[0] if older else None,
        "newer": older[1] if older else None,
        "state": state,
        "given": list(given or [None] * len(rubric.criteria)),
        "points": held if is_first and not rubric.criteria else reading.points,
        "elsewhere": held if held != points_of(reading, rubric) else None,
        "comment": written.comment if is_first else reading.comment,
        "phrases": view.phrases.get((place.notebook, place.cell), []),
        "version": written.version(kept, is_first=is_first),
    }


def _as_markdown(question: Question) -> str:
    if not question.is_code or not question.sample:
        return question.sample
    return f"~~~~python\n{question.sample}\n~~~~"
