"""A value that is left over from before its cell broke is not done, and nobody is told so for nothing."""

from __future__ import annotations

import json
from types import SimpleNamespace

import IPython
import nbformat
import pytest

from weakties.check.stale import _stopped_since, stopped_since
from weakties.content import content_root
from weakties.course import load_course

FAILED = {2: {"ename": "NameError"}}


@pytest.mark.parametrize(
    ("right", "broken"),
    [
        ("x = 1", "x = one"),
        ("x = 1", "x = 1\nprint(one)"),
        ("x, y = 1, 2", "y, x = one, two"),
        ("x = 1", "x: int = one +"),
        ("def x():\n    return 1", "def x(:\n    return 1"),
        ("x = await one()", "x = await one()"),
        ("%time x = 1", "%time x = one"),
    ],
)
def test_a_cell_that_stopped_at_an_error_left_an_old_value_behind(right, broken):
    assert _stopped_since("x", ["", right, broken], FAILED) == "NameError"


@pytest.mark.parametrize(
    "ran",
    [
        ["", "x = 1"],
        ["", "x = 1", "x = one", "x = 1"],
        ["", "x = 1", "print(x, one)"],
        ["", "x = 1", "x +"],
        ["", "x = 1", "def f():\n    x = one\nf()"],
        ["", "x = 1", "x2 = one"],
        ["", "x = 1", "x == one +"],
        ["", "y = 1", "z = one"],
    ],
)
def test_a_cell_that_ran_to_its_end_since_or_gives_no_value_is_not_blamed(ran):
    assert _stopped_since("x", ran, FAILED) is None


def test_outside_a_notebook_nothing_is_said():
    assert stopped_since("x") is None


def test_grading_counts_an_answer_that_was_reached_before_the_error(monkeypatch):
    history = SimpleNamespace(input_hist_raw=["", "x = 1", "x = 1\nprint(one)"], exceptions=FAILED)
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(history_manager=history))
    assert stopped_since("x") == "NameError"
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert stopped_since("x") is None


NOT_A_NAME = "\nthis_name_does_not_exist"


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Run an answer of every unit in one kernel: broken behind what is right, then right again."""
    from nbclient import NotebookClient

    cells = []
    for unit in load_course().units:
        if unit.ready:
            cells += _of(unit.slug)
    notebook = nbformat.v4.new_notebook(cells=cells)
    client = NotebookClient(notebook, kernel_name="python3", allow_errors=True, timeout=300)
    client.execute(cwd=str(tmp_path_factory.mktemp("a kernel")))
    return {cell.id: cell for cell in notebook.cells}


def _of(unit):
    root = content_root()
    exercise = json.loads((root / "exercises" / unit / f"{unit}.ipynb").read_text("utf-8"))
    solutions = json.loads((root / "solutions" / unit / f"{unit}.ipynb").read_text("utf-8"))
    right = {cell["id"]: "".join(cell["source"]) for cell in solutions["cells"]}
    for cell in exercise["cells"]:
        source, name = "".join(cell["source"]), cell["id"]
        if cell["cell_type"] != "code":
            continue
        if not name.endswith("-check"):
            yield _cell(name, right[name])
            continue
        answer = right[name.removesuffix("check") + "answer"]
        yield _cell(f"{name}-broken-answer", answer + NOT_A_NAME)
        yield _cell(f"{name}-broken", source)
        yield _cell(f"{name}-mended-answer", answer)
        yield _cell(name, source)
        return


def _cell(name, source):
    return nbformat.v4.new_code_cell(source, id=name[-64:])


def test_in_a_kernel_no_unit_is_done_with_what_a_broken_cell_left_behind(ran):
    said = {name: _html(cell) for name, cell in ran.items() if name.endswith("-check-broken")}
    assert {name.partition("-")[0] for name in said} == {
        u.slug for u in load_course().units if u.ready
    }
    for name, html in said.items():
        assert "✕ Error" in html, name
        assert "left over from an earlier run" in html, name
        assert "stopped at NameError" in html, name


def test_in_a_kernel_every_unit_is_done_once_the_cell_ran_to_its_end(ran):
    said = {name: _html(cell) for name, cell in ran.items() if name.endswith("-check")}
    assert said
    assert [name for name, html in said.items() if "✓ Done" not in html] == []


def _html(cell):
    return cell.outputs[-1]["data"]["text/html"]
