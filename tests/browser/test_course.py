"""The shipped notebooks in a real JupyterLab: they run, they read well, and checks answer."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from browser.accessibility import axe_violations
from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.run import WELCOME
from weakties.course import load_course

COURSE = load_course()
PHOTO = COURSE.unit("photo")
# Exercises are of one make, and every one is run untouched where the blank ones are graded.
NOTEBOOKS = [
    *(unit.lesson for unit in COURSE.ready),
    PHOTO.exercise,
    COURSE.unit("capstone").exercise,
]
OUTPUTS = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
  .map(cell => cell.type === 'code' ? cell.outputs.length : 0)"""


def cells_of(path: str) -> list[dict[str, object]]:
    return json.loads((COURSE.root / path).read_text("utf-8"))["cells"]


@pytest.mark.parametrize("path", [WELCOME, *NOTEBOOKS])
def test_a_notebook_runs_untouched_and_every_cell_is_accessible(open_notebook, path):
    notebook = open_notebook(COURSE.root / path)
    notebook.run_all()

    assert notebook.errors() == []
    cells, outputs, index = cells_of(path), notebook.page.evaluate(OUTPUTS), 0
    while index < len(cells):
        expect(notebook.cell(index)).to_be_visible()
        # axe reads the whole page each time: whatever is drawn from here on is looked at together.
        together = drawn_from(notebook, index, len(cells))
        parts = [
            f'.jp-Cell[data-windowed-list-index="{number}"] {part}'
            for number in together
            for part in shown_by(cells[number], outputs[number])
        ]
        for part in parts:
            expect(notebook.page.locator(part).first).to_be_attached()
        if parts:
            ids = [cells[number]["id"] for number in together]
            assert axe_violations(notebook.page, ", ".join(parts)) == [], ids
        index = together[-1] + 1


def drawn_from(notebook, first: int, end: int) -> list[int]:
    """Return the numbers of the cells that are drawn, one after the other from the first."""
    drawn = [first]
    while drawn[-1] + 1 < end and notebook.is_drawn(drawn[-1] + 1):
        drawn.append(drawn[-1] + 1)
    return drawn


def shown_by(cell, outputs: int) -> list[str]:
    """Return a selector for what a cell shows to its reader, if it shows anything."""
    if cell["cell_type"] == "markdown":
        return [".jp-RenderedMarkdown"]
    return [".jp-OutputArea"] if outputs else []


def answered(notebook, index: int, code: str):
    """Type an answer into the answer cell, run it and its check; return the check's output."""
    notebook.cell(index).locator(".cm-content").click()
    keyboard = notebook.page.keyboard
    keyboard.press("ControlOrMeta+End")
    keyboard.insert_text(f"\n{code}")
    notebook.execute("notebook:run-cell-and-select-next")
    notebook.execute("notebook:run-cell")
    return notebook.output(index + 1)


def test_a_learner_is_told_what_is_wrong_gets_a_hint_and_then_all_points(open_notebook):
    ids = [cell["id"] for cell in cells_of(PHOTO.exercise)]
    index = ids.index("photo-q1-answer")
    catalogue = read_catalogue(catalogue_path(COURSE.root, "photo"))["photo-q1"]
    notebook = open_notebook(COURSE.root / PHOTO.exercise)

    verdict = answered(notebook, index, catalogue.wrong[0].code)
    expect(verdict).to_contain_text("Not yet")
    expect(verdict).to_contain_text(catalogue.wrong[0].says)

    verdict = answered(notebook, index, catalogue.right[0])
    expect(verdict).to_contain_text("2 of 2 points")

    notebook.execute("notebook:insert-cell-below")
    notebook.page.keyboard.press("Enter")
    notebook.page.keyboard.insert_text("q.hint()")
    notebook.execute("notebook:run-cell")
    expect(notebook.output(index + 2)).to_contain_text("Hint 1 of 3 for photo-q1")
