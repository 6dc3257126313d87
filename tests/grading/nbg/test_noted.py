"""What was noted stands in the first cell, marked so that feedback leaves it out."""

from __future__ import annotations

from types import SimpleNamespace

import nbformat
import pytest
from nbconvert.filters import markdown2html
from nbformat.v4 import new_markdown_cell, new_notebook

from weakties.grading.handin.misplaced import Doubt
from weakties.grading.job import CellRun
from weakties.grading.nbg import noted
from weakties.grading.nbg.intake import Taken
from weakties.grading.nbg.noted import notes_on, with_notes, with_older
from weakties.grading.preprocessors import DropNotes


@pytest.fixture
def add(monkeypatch):
    def added(notes, *, dropped=True, notebook=None):
        monkeypatch.setattr(noted, "_is_dropped", lambda _: dropped)
        made = notebook or new_notebook(cells=[new_markdown_cell("mine")])
        return with_notes(made, notes, SimpleNamespace())

    return added


def test_notes_come_first_and_run_nothing_in_a_readers_browser(add):
    given = new_notebook(cells=[new_markdown_cell("mine")])
    found = add(["ps1 (1).ipynb was taken.", "<script>x</script>"], notebook=given)
    assert len(given.cells) == 1, "its cells keep their numbers"
    assert [cell.source.count("mine") for cell in found.cells] == [0, 1]
    assert "- ps1 (1).ipynb was taken.\n- &lt;script&gt;" in found.cells[0].source
    nbformat.validate(found)


def test_a_notebook_of_an_old_format_stays_valid(add):
    old = new_notebook(cells=[new_markdown_cell("mine")])
    old.nbformat_minor = 2
    del old.cells[0]["id"]
    nbformat.validate(add(["A note."], notebook=old))


@pytest.mark.parametrize(("notes", "dropped"), [([], True), (["A note."], False)])
def test_nothing_is_added_without_notes_or_where_learners_would_see_them(add, notes, dropped):
    assert len(add(notes, dropped=dropped).cells) == 1


def test_feedback_has_all_but_that_cell(add):
    left, _ = DropNotes().preprocess(add(["A note."]), {})
    assert [cell.source for cell in left.cells] == ["mine"]


def test_what_was_read_before_stands_beside_the_new_text_and_right_before_it(monkeypatch):
    monkeypatch.setattr(noted, "_is_dropped", lambda _: True)
    named = {"nbgrader": {"grade_id": "why"}}
    given = new_notebook(cells=[new_markdown_cell("task"), new_markdown_cell("b", metadata=named)])
    texts = ("I ask\n\n<script>x</script> $a$ `four` people.", "I ask\n\nfive people.")
    found = with_older(given, {"why": texts}, SimpleNamespace())
    nbformat.validate(found)
    assert [cell.source for cell in found.cells[::2]] == ["task", "b"]
    html = markdown2html(found.cells[1].source)
    assert html.count("<td>") == 2
    assert "&lt;script&gt;" in html.split("</td>")[0]
    assert "<script>" not in html
    assert "<br><ins>five</ins> people.</td>" in html
    assert "</code>" not in html
    left, _ = DropNotes().preprocess(found, {})
    assert [cell.source for cell in left.cells] == ["task", "b"]


def test_doubts_of_the_way_in_and_of_the_checks_are_told_with_the_notes():
    doubts = {("ps1", "why"): Doubt("it is blank"), ("other", "q"): Doubt("not here")}
    taken = Taken("ann", None, None, {}, {}, ("Renamed.",), doubts)
    checks = {"x-check": CellRun([], doubt="it gives more inside"), "y-check": CellRun([])}
    assert notes_on(taken, "ps1", checks) == [
        "Renamed.",
        "why: it is blank.",
        "x-check: it gives more inside.",
    ]
