"""A small course with two answers and an essay, and helpers to change what is handed in for it."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import nbformat

from grading.courses import cell, notebook_of, ordinary_course

if TYPE_CHECKING:
    from pathlib import Path

Notebook = dict[str, Any]
ESSAY = (
    "Nine is three times three, so its root is three, and the root of sixteen is four for just "
    "the same reason as before."
)


def _prose(name: str, source: str, *, markdown: bool = True) -> Any:
    made = cell(source, markdown=markdown)
    made.id = name
    return made


CELLS = [
    _prose("intro", "# Roots\n\nAnswer all."),
    _prose("setup", "import math", markdown=False),
    _prose("ask-x", "## x\n\nThe root of nine."),
    cell("### BEGIN SOLUTION\nx = 3\n### END SOLUTION", "x", solution=True),
    cell("assert x == math.isqrt(9)", "x-check", points=2),
    _prose("ask-y", "## y\n\nThe root of sixteen."),
    cell("### BEGIN SOLUTION\ny = 4\n### END SOLUTION", "y", solution=True),
    cell(
        "assert y > 0\n### BEGIN HIDDEN TESTS\nassert y == 4\n### END HIDDEN TESTS",
        "y-check",
        points=1,
    ),
    _prose("ask-why", "## Why?\n\nIn a sentence of your own."),
    cell(
        "### BEGIN SOLUTION\nA sample.\n### END SOLUTION",
        "why",
        solution=True,
        points=3,
        markdown=True,
    ),
    _prose("bye", "Save the notebook."),
]


def roots_course(root: Path) -> Path:
    """Make the course, released; beside its assignment lies the source of another one."""
    other = root / "source" / "ps2" / "ps2.ipynb"
    other.parent.mkdir(parents=True)
    nbformat.write(notebook_of([_prose("other", "# Another"), cell("z = 1", "z")]), other)
    return ordinary_course(root, {"ps1": CELLS})


def released(root: Path) -> Notebook:
    """Return the assignment as learners have it."""
    return read(root / "release" / "ps1" / "ps1.ipynb")


def read(path: Path) -> Notebook:
    """Return a notebook as plain values, each source one text."""
    notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    for one in notebook["cells"]:
        one["source"] = "".join(one["source"])
    return notebook


def solved(blank: Notebook, **answers: str) -> Notebook:
    """Return a notebook with right answers in it, but for those that are given."""
    made = deepcopy(blank)
    for name, source in {"x": "x = 3", "y": "y = 4", **answers}.items():
        named(made, name)["source"] = source
    return made


def named(notebook: Notebook, name: str) -> Any:
    """Return a cell by its id."""
    return next(one for one in notebook["cells"] if one["id"] == name)


def put(notebook: Notebook, source: str, after: str, kind: str = "markdown") -> None:
    """Add a cell of the learner's own."""
    code = {"outputs": [], "execution_count": None} if kind == "code" else {}
    made = {"cell_type": kind, "id": "own", "metadata": {}, "source": source, **code}
    at = notebook["cells"].index(named(notebook, after))
    notebook["cells"].insert(at + 1, made)


def write(path: Path, notebook: Notebook, encoding: str = "utf-8") -> None:
    """Write a notebook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(json.dumps(notebook).encode(encoding))
