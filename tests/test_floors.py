"""The house stands: each room of the library imports from the floors below it only."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import weakties

PACKAGE = Path(weakties.__file__).parent
FLOORS = {
    "__main__": 9,
    "cli": 8,
    "authoring": 7,
    "teaching": 7,
    "grading": 6,
    "room": 6,
    "projector": 6,
    "check": 5,
    "widgets": 5,
    "linkedin": 5,
    "ownphoto": 5,
    "handover": 5,
    "lesson": 4,
    "data": 3,
    "workshop": 4,
    "pages": 3,
    "recall": 3,
    "joined": 3,
    "progress": 2,
    "claims": 2,
    "facilitation": 2,
    "measures": 1,
    "sociogram": 1,
    "course": 1,
    "pack": 1,
    "command": 0,
    "content": 0,
    "counted": 0,
    "markup": 0,
    "own_folder": 0,
    "__init__": 0,
}
EXCEPTIONS: dict[tuple[str, str], str] = {}
"""Pairs of rooms where the first may import the second though the rule says no, and why."""

LEARNERS_SIDE = (
    "command", "content", "counted", "course", "claims", "measures", "check", "data", "lesson", "workshop",
    "widgets", "linkedin", "ownphoto", "sociogram", "pages", "progress", "recall", "own_folder", "markup", "pack",
    "handover", "joined",
)  # fmt: skip
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib"}
HARMLESS = {"urllib.parse"}
INPUT_AND_OUTPUT = {"glob", "io", "os", "pathlib", "shutil", "socket", "subprocess", "tempfile"}


def room_of(path):
    """Return the room that a file of the package stands in."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def files_of(*rooms):
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not rooms or room_of(path) in rooms]


def imports(path, *, everywhere=True):
    """Yield what a file imports, by full name; without `everywhere`, only when it is imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = ["weakties", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(tree) if everywhere else _at_import(tree.body):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            if module == "weakties":
                yield from (f"weakties.{name.name}" for name in node.names)
            else:
                yield module


def _at_import(body):
    for node in body:
        yield node
        is_for_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        if is_for_types or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for block in ("body", "orelse", "finalbody", "handlers"):
            yield from _at_import(getattr(node, block, []))


def outside(path, **how):
    """Return the top-level packages that a file imports."""
    return {name.partition(".")[0] for name in imports(path, **how)}


def rooms_asked(path):
    """Return the rooms of ours that a file imports."""
    ours = [name.split(".") for name in imports(path) if name.split(".")[0] == "weakties"]
    return {parts[1] if len(parts) > 1 and parts[1] in FLOORS else "__init__" for parts in ours}


def forbidden(path):
    room = room_of(path)
    return {
        asked
        for asked in rooms_asked(path) - {room}
        if FLOORS[asked] >= FLOORS[room] and (room, asked) not in EXCEPTIONS
    }


def loaded_by(code, *, without=()):
    """Run `code` in a fresh Python in which `without` cannot be imported; return what is loaded."""
    block = "".join(f"sys.modules[{name!r}] = None\n" for name in without)
    report = "print(*sorted(name for name, module in sys.modules.items() if module))"
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{block}{code}\n{report}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    return {name.partition(".")[0] for name in ran.stdout.split()}


def test_every_room_has_a_floor():
    assert {room_of(path) for path in files_of()} <= set(FLOORS)


@pytest.mark.parametrize("room", sorted({room_of(path) for path in files_of()}))
def test_a_room_imports_from_lower_floors_only(room):
    found = {path.name: forbidden(path) for path in files_of(room)}
    assert {name: asked for name, asked in found.items() if asked} == {}


def test_every_exception_has_a_reason_and_is_still_needed():
    for (room, asked), reason in EXCEPTIONS.items():
        assert reason
        assert any(asked in rooms_asked(path) for path in files_of(room))


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("from weakties.cli import main", {"cli"}),
        ("import weakties.authoring.tidy", {"authoring"}),
        ("def f():\n    from weakties import grading", {"grading"}),
        ("from ..cli import main", {"cli"}),
        ("from .plain import number", {"check"}),
        ("from weakties import __version__", {"__init__"}),
        ("if TYPE_CHECKING:\n    from weakties.widgets.shared.base import Widget", {"widgets"}),
        ("import json", set()),
    ],
)
def test_the_rule_sees_imports_however_they_are_written(monkeypatch, tmp_path, source, asked):
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    path = tmp_path / "check" / "sample.py"
    path.parent.mkdir()
    path.write_text(source, encoding="utf-8")
    assert rooms_asked(path) == asked
    assert forbidden(path) == asked - {"check", "__init__"}


@pytest.mark.parametrize(
    "path", files_of(*LEARNERS_SIDE), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_the_learners_side_does_not_import_nbgrader(path):
    assert "nbgrader" not in outside(path)


@pytest.mark.parametrize("path", files_of("widgets"), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_widget_imports_pandas_when_it_is_imported(path):
    assert "pandas" not in outside(path, everywhere=False)


def test_every_widgets_model_runs_where_there_is_neither_numpy_nor_pandas():
    models = sorted((PACKAGE / "widgets").glob("*/model.py"))
    assert len(models) >= 2
    names = [f"weakties.widgets.{path.parent.name}.model" for path in models]
    heavy = ("numpy", "pandas", "matplotlib", "nbgrader")
    loaded = loaded_by(f"import {', '.join(names)}", without=heavy)
    assert loaded.isdisjoint(heavy)


@pytest.mark.parametrize(
    "path", files_of("linkedin", "ownphoto", "pages"), ids=lambda path: path.stem
)
def test_nothing_that_reads_a_learners_own_files_knows_the_network(path):
    asked = {name for name in imports(path) if name not in HARMLESS}
    assert {name for name in asked if name.partition(".")[0] in NETWORK} == set()


def test_measures_neither_read_nor_write():
    for path in files_of("measures"):
        assert outside(path).isdisjoint(INPUT_AND_OUTPUT), path.name
        names = {node.id for node in ast.walk(ast.parse(path.read_text())) if hasattr(node, "id")}
        assert names.isdisjoint({"open", "print", "input"}), path.name


def test_grading_knows_nothing_of_widgets():
    for path in files_of("grading"):
        assert outside(path).isdisjoint({"anywidget", "ipywidgets"})
        assert "widgets" not in rooms_asked(path)


def test_the_learners_side_works_where_nbgrader_is_not_installed():
    code = (
        "from weakties.check import question\n"
        "from weakties.data import load\n"
        "import weakties.course, weakties.lesson, weakties.workshop, weakties.ownphoto\n"
        "from weakties.widgets import FirstImpression, PhotoStudio\n"
        "with question('photo-q5', points=2) as q:\n"
        "    q.count('n_sig_raw', int((load('attributes')['p_value'] < 0.05).sum()))\n"
        "assert 'is right' in str(q.verdict), q.verdict\n"
    )
    assert "weakties" in loaded_by(code, without=["nbgrader"])


def test_importing_weakties_loads_nothing_but_itself():
    assert loaded_by("import weakties") - loaded_by("pass") == {"weakties"}


def test_asking_the_command_for_help_loads_no_table_and_no_grader():
    code = (
        "from typer.testing import CliRunner\n"
        "from weakties.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0"
    )
    heavy = {"numpy", "pandas", "matplotlib", "IPython", "nbgrader", "jupyter_server", "ipywidgets"}
    assert loaded_by(code).isdisjoint(heavy)
