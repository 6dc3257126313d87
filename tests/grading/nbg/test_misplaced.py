"""What counts as a text that stands in the wrong place, and which lines of a check are an answer."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from weakties.grading.handin.misplaced import put_right
from weakties.grading.nbg.facts import CellFacts, NotebookFacts
from weakties.grading.nbg.release import Original

ESSAY = CellFacts("why", "markdown", "Your turn.", grade=True, solution=True, points=3.0)
FACTS = NotebookFacts("n", {"why": ESSAY})


def named(cell):
    cell.metadata["nbgrader"] = {"grade_id": "why"}
    return cell


def essay_after(*more, original=True):
    asks = new_markdown_cell("## Why?", id="asks")
    theirs = new_notebook(cells=[asks, named(new_markdown_cell("A sample.", id="why"))])
    notebook = new_notebook(
        cells=[
            new_markdown_cell("## Why?", id="asks"),
            named(new_markdown_cell("Your turn.")),
            *more,
        ]
    )
    found = put_right(notebook, FACTS, Original(theirs if original else None))
    return notebook.cells[1].source, found


@pytest.mark.parametrize(
    "source",
    [
        "Who would ever want to look at that?",
        "It is 100 % certain that photos matter. " * 100,
        "I think\nso it is, and so it was.",
    ],
)
def test_sentences_in_a_code_cell_are_a_text(source):
    text, found = essay_after(new_code_cell(source))
    assert text == source.strip()
    assert found.notes


@pytest.mark.parametrize(
    "source",
    [
        "x = 1",
        "%%bash\necho this is no text at all",
        "%matplotlib inline\nx = [1, 2, 3, 4]",
        "files = !ls -l\nshown = files[0] + files[1]",
        "# no",
    ],
)
def test_code_is_none(source):
    text, found = essay_after(new_code_cell(source))
    assert (text, found.notes, found.doubts) == ("Your turn.", [], {})


def test_several_cells_are_read_as_one_text():
    text, _ = essay_after(new_markdown_cell("First."), new_markdown_cell("Second."))
    assert text == "First.\n\nSecond."


def test_without_the_instructors_notebook_nothing_is_guessed():
    text, found = essay_after(new_markdown_cell("Mine."), original=False)
    assert (text, found.notes) == ("Your turn.", [])
