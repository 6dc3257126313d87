"""On a page a widget does just what it does in a notebook, though less stands around it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

import weakties
from weakties.authoring.site.bundle import bundle
from weakties.authoring.site.playable import playable
from weakties.course import load_course
from weakties.widgets import Inbox, SevenMetaphors

ABSENT = (
    *("ipywidgets", "matplotlib", "nbgrader", "networkx", "numpy", "pandas"),
    *("sqlite3", "ssl", "lzma", "_ctypes", "multiprocessing.synchronize"),
)
"""What this Python has and a browser's has not, of the standard library as well."""

MOVES = [
    {"decisions": ["accept"]},  # refused: all else comes after the prediction
    {"prediction": {"good": 8, "sure": 3}},
    {"prediction": {"good": 1, "sure": 1}},  # refused: it is made once
    {"asked": [0]},
    {"decisions": ["accept"]},
]
CELLS = ["print('hello')\nfrom weakties.widgets import Inbox\nInbox()", "1 / 0", "[1, 2]"]
ON_A_PAGE = """
import json, sys
folder, absent, pages, moves = json.load(sys.stdin)
sys.modules.update(dict.fromkeys(absent))
sys.path.insert(0, folder)
import stage
told = []
def ran(cells):
    return [json.loads(stage.run(cell, lambda number, state: told.append(json.loads(state)))) for cell in cells]
shown = [ran(cells) for cells in pages]
for move in moves: stage.take(1, json.dumps(move))
print(json.dumps([shown, told]))
"""


def on_a_page(folder, pages, moves=(), edition="open"):
    """Run cells and moves with nothing but what a page is given."""
    course = load_course()
    packed = bundle(course, Path(weakties.__file__).parent, edition)
    zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
    ran = subprocess.run(
        [sys.executable, "-c", ON_A_PAGE],
        input=json.dumps([str(folder), ABSENT, pages, moves]),
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    return on_a_page(tmp_path_factory.mktemp("page"), [CELLS], MOVES)


def test_the_same_moves_lead_to_the_same_state(played):
    [[[_printed, widget], *_rest]], told = played
    state = widget["state"]
    for changed in told:
        state |= changed
    notebook = Inbox()
    for move in MOVES:
        notebook.set_state(move)
    there = notebook.get_state(["prediction", "asked", "decisions", "view", "ask"])
    there = json.loads(json.dumps(there))
    assert {name: state[name] for name in there} == there
    assert state["decisions"] == ["accept"]


def test_the_page_hears_that_a_move_was_refused(played):
    assert played[1][0] == {"decisions": []}


def test_a_page_shows_what_a_notebook_would(played):
    [printed, widget], error, plain = played[0][0]
    assert printed == {"html": "<pre>hello\n</pre>"}
    assert widget["module"] == str(Inbox._esm)
    assert widget["style"] == str(Inbox._css)
    assert "ZeroDivisionError: division by zero" in error[0]["html"]
    assert error[0]["failed"]
    assert plain == [{"html": "<pre>[1, 2]</pre>"}]


def test_every_cell_that_has_a_button_runs(tmp_path):
    course = load_course()
    pages = []
    for path in ("course/welcome.ipynb", *(unit.lesson for unit in course.ready)):
        notebook = nbformat.read(course.root / path, as_version=4)
        cells = {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "code"}
        pages.append([cells[name] for name in playable(cells.items())])
    shown, _told = on_a_page(tmp_path, pages)
    failed = [
        (source, one["html"])
        for page, seen in zip(pages, shown, strict=True)
        for source, there in zip(page, seen, strict=True)
        for one in there
        if one.get("failed")
    ]
    assert failed == []
    assert sum("widget" in one for page in shown for there in page for one in there) > len(pages)


def test_what_is_played_has_the_data_of_the_sites_edition(tmp_path, monkeypatch):
    cell = "from weakties.widgets import SevenMetaphors\nSevenMetaphors()"
    [[[widget]]], _told = on_a_page(tmp_path, [[cell]], edition="spring-2027")
    assert widget["state"]["ask"] != json.loads(json.dumps(SevenMetaphors().ask))
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    assert widget["state"]["ask"] == json.loads(json.dumps(SevenMetaphors().ask))
