"""A lesson's page has its text, its code, what it showed, and says what can be run."""

from __future__ import annotations

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from weakties.authoring.site.lesson_page import lesson_page
from weakties.widgets.shared.fallback import NEEDS_A_KERNEL

STANDIN = f"<p>Six photos</p><p><em>{NEEDS_A_KERNEL}</em></p>"


def shows(html):
    return new_output("execute_result", {"text/html": html, "text/plain": ""}, execution_count=1)


PAGE = lesson_page(
    new_notebook(
        cells=[
            new_markdown_cell("# Which photo?\n\nText.", id="title"),
            new_code_cell(
                'from weakties.widgets import Inbox\nInbox()  # "quoted"',
                id="inbox",
                outputs=[shows(STANDIN)],
            ),
            new_code_cell("import pandas\n1 < 2", id="table", outputs=[shows("<table></table>")]),
            new_code_cell("n = 1", id="photo-q1-answer"),
        ]
    ),
    before="*The tension.*",
)


def test_the_text_stands_with_what_comes_before_it_below_the_title():
    assert PAGE.startswith("# Which photo?\n\n*The tension.*\n\nText.")


def test_a_widget_keeps_its_picture_and_can_be_started():
    assert 'data-cell="inbox"' in PAGE
    assert 'data-button="Play"' in PAGE
    assert "Inbox()  # &quot;quoted&quot;" in PAGE
    assert f"<p>Six photos</p><p class='wt-needs'><em>{NEEDS_A_KERNEL}</em></p>" in PAGE


def test_a_cell_with_tables_is_shown_and_not_run():
    assert "```python\nimport pandas\n1 < 2\n```" in PAGE
    assert "<table></table>" in PAGE
    assert 'data-cell="table"' not in PAGE


def test_an_answer_can_be_written():
    assert "<textarea" in PAGE
    assert ">n = 1</textarea>" in PAGE
