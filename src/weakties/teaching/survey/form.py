"""The questionnaire on paper, and the questions as a table to paste into any form tool."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.pages.html import page_html, sheet_html
from weakties.teaching.survey.questionnaire import LETTERS, SCALE

if TYPE_CHECKING:
    from weakties.teaching.survey.questionnaire import Questionnaire, When

_WHEN = {"before": "Before the workshop", "after": "After the workshop"}


def form_page(asked: Questionnaire, when: When) -> str:
    """Return the form for one time as a page to print; it holds no right answer."""
    items = "".join(
        f"<li><p>{escape(form.text)}</p><ol type='a'>"
        + "".join(f"<li>{escape(choice)}</li>" for choice in form.choices)
        + f"</ol><p class='id'><code>{item.id}</code></p></li>"
        for item in asked.items
        for form in [item.at(when)]
    )
    scale = " · ".join(f"{n} {word}" for n, word in enumerate(SCALE, 1))
    statements = "".join(
        f"<tr><th scope='row' class='long'>{escape(one.text)}</th><td>1 · 2 · 3 · 4 · 5</td></tr>"
        for one in asked.statements
    )
    return page_html(
        _WHEN[when],
        sheet_html(
            _WHEN[when],
            "<p class='short'>No name, please. Nobody is graded by it: it tells the instructor what "
            "to teach. Choose one answer to each question; leave out what you don't know.</p>"
            f"<ol>{items}</ol><h2>How far is this true of you?</h2><p>{scale}</p>"
            f"<table><caption>Statements</caption><tbody>{statements}</tbody></table>",
        ),
    )


def scoring_key(asked: Questionnaire, when: When) -> list[tuple[str, str]]:
    """Return the letter of the right answer to each item."""
    return [(item.id, LETTERS[item.at(when).right]) for item in asked.items]
