"""An ordinary nbgrader assignment that never heard of weakties, and what learners hand in for it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import nbformat

from grading.courses import cell, notebook_of, ordinary_course

if TYPE_CHECKING:
    from pathlib import Path

ASSIGNMENT = "ps1"

LATE_PLUGIN = """
from nbgrader.plugins import BasePlugin


class OnePointAnHour(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return total_seconds_late // 3600
"""
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "weakties"
c.AssignLatePenalties.plugin_class = "late.OnePointAnHour"
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError()"}
"""


def _solved(text: str, before: str = "") -> str:
    return f"{before}### BEGIN SOLUTION\n{text}\n### END SOLUTION"


def _hidden(text: str) -> str:
    return f"### BEGIN HIDDEN TESTS\n{text}\n### END HIDDEN TESTS"


FIRST = [
    cell("# Problem set 1", markdown=True),
    cell("import numpy as np\nimport pandas as pd"),
    cell("def twice(x):\n    return 2 * x", "helper", locked=True),
    cell(
        _solved(
            "if n < 1:\n    raise ValueError('too small')\nreturn [i**2 for i in range(1, n + 1)]".replace(
                "\n", "\n    "
            ).replace("if n", "    if n", 1),
            "def squares(n):\n",
        ),
        "squares",
        solution=True,
    ),
    cell(
        "assert squares(3) == [1, 4, 9]\n" + _hidden("assert squares(1) == [1]"),
        "squares-check",
        points=2,
    ),
    cell(
        "try:\n    squares(0)\nexcept ValueError:\n    pass\nelse:\n    raise AssertionError('no error')",
        "squares-error",
        points=1,
    ),
    cell(_solved("total = twice(sum(squares(4)))", "total = None\n"), "total", solution=True),
    cell("assert total == twice(30)", "total-check", points=1),
    cell(
        _solved('table = pd.DataFrame({"a": [1, 2], "b": [4, 4]})\ntable["r"] = table.a / table.b'),
        "table",
        solution=True,
    ),
    cell(
        "assert list(table.columns) == ['a', 'b', 'r']\n"
        + _hidden(
            "pd.testing.assert_series_equal(table['r'], pd.Series([0.25, 0.5], name='r'))\n"
            "assert np.isclose(table['r'].sum(), 0.75)"
        ),
        "table-check",
        points=3,
    ),
    cell(
        _solved(
            "class Stack:\n    def __init__(self):\n        self.items = []\n"
            "    def push(self, item):\n        self.items.append(item)"
        ),
        "stack",
        solution=True,
    ),
    cell("s = Stack()\ns.push(1)\nassert s.items == [1]", "stack-check", points=2),
    cell(
        "kept = squares\ndel squares\ntry:\n    total_again = None\n    try:\n        sum_of(2)\n"
        "    except NameError:\n        pass\n    else:\n        raise AssertionError('no squares')\n"
        "finally:\n    squares = kept",
        "uses-squares",
        points=1,
    ),
    cell(_solved("with open('out.txt', 'w') as f:\n    f.write('42')"), "file", solution=True),
    cell("assert open('out.txt').read() == '42'", "file-check", points=1),
    cell(
        _solved("words = ['a', 'b', 'c']", "words = []\n"),
        "words",
        solution=True,
    ),
    cell("right = sum(w in words for w in ['a', 'b', 'c'])\nright / 2", "words-part", points=1.5),
    cell(
        "import sys\nif 'c' not in words:\n    print('hm', file=sys.stderr)\nprint('checked')",
        "words-stderr",
        points=1,
    ),
    cell(_solved("It depends."), "essay", points=4, solution=True, markdown=True),
    cell(_solved("print('by hand')"), "by-hand", points=2, solution=True),
    cell("Do a thing.", "task", points=3, task=True, markdown=True, locked=True),
    cell("import other_file\nassert other_file.VALUE == 7", "file-beside", points=1),
]
FIRST.insert(
    12, cell(_solved("def sum_of(n):\n    return sum(squares(n))"), "sum-of", solution=True)
)
FIRST += [
    cell("rows = [3, 1, 2]\nseen = []"),
    cell(_solved("for row in rows:\n    seen.append(row)"), "seen", solution=True),
    cell("assert len(seen) == len(rows) == 3", "seen-check", points=1),
]
SECOND = [
    cell(_solved("x = 3", "x = ...\n"), "x", solution=True),
    cell("assert x == 3", "x-check", points=2),
]
CHECKS_INSIDE = {"stack-check", "uses-squares", "file-check"}


def course(root: Path) -> Path:
    """Make the course, with a file beside the notebooks and a due date."""

    (root / "source" / ASSIGNMENT).mkdir(parents=True)
    (root / "source" / ASSIGNMENT / "other_file.py").write_text("VALUE = 7\n", encoding="utf-8")
    (root / "late.py").write_text(LATE_PLUGIN, encoding="utf-8")
    ordinary_course(root, {"first": FIRST, "second": SECOND}, ASSIGNMENT, CONFIG)
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "weakties") as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate="2027-01-31 12:00:00")
    return root


class Handed:
    """What one learner hands in, made from the release."""

    def __init__(self, root: Path, learner: str) -> None:
        self.folder = root / "submitted" / learner / ASSIGNMENT
        self.folder.mkdir(parents=True)
        self.notebooks = {
            name: nbformat.read(root / "release" / ASSIGNMENT / f"{name}.ipynb", as_version=4)
            for name in ("first", "second")
        }
        self._solutions = {
            name: nbformat.read(root / "source" / ASSIGNMENT / f"{name}.ipynb", as_version=4)
            for name in ("first", "second")
        }

    def cell(self, grade_id: str) -> Any:
        """Return a graded cell."""
        return next(
            one
            for notebook in self.notebooks.values()
            for one in notebook.cells
            if one.metadata.get("nbgrader", {}).get("grade_id") == grade_id
        )

    def solve(self, **instead: str) -> Handed:
        """Answer everything as the solution does, but some cells otherwise."""
        for notebook in self._solutions.values():
            for one in notebook.cells:
                data = one.metadata.get("nbgrader", {})
                if data.get("solution"):
                    grade_id = data["grade_id"]
                    self.cell(grade_id).source = instead.get(grade_id.replace("-", "_"), one.source)
        return self

    def drop(self, *grade_ids: str) -> Handed:
        """Delete some cells."""
        gone = [self.cell(grade_id) for grade_id in grade_ids]
        for notebook in self.notebooks.values():
            notebook.cells = [one for one in notebook.cells if not any(one is g for g in gone)]
        return self

    def copy_below(self, grade_id: str, source: str) -> Handed:
        """Copy a cell with all its metadata, and change the copy."""
        original = self.cell(grade_id)
        for notebook in self.notebooks.values():
            for number, one in enumerate(notebook.cells):
                if one is original:
                    double = copy.deepcopy(one)
                    double.source = source
                    double.id = f"{one.id}-copy"
                    notebook.cells.insert(number + 1, double)
                    return self
        raise AssertionError(grade_id)

    def write(self, *, timestamp: str = "") -> None:
        """Put everything where nbgrader collects it."""
        for name, notebook in self.notebooks.items():
            path = self.folder / f"{name}.ipynb"
            path.write_text(json.dumps(notebook), encoding="utf-8")
        if timestamp:
            (self.folder / "timestamp.txt").write_text(timestamp, encoding="utf-8")


def hand_in_what_both_grade_alike(root: Path) -> list[str]:
    """Hand in what stock nbgrader grades right, and return who did."""
    Handed(root, "blank").write()
    Handed(root, "right").solve().write(timestamp="2027-01-31 11:00:00")
    Handed(root, "late").solve().write(timestamp="2027-01-31 14:30:00")
    Handed(root, "very-late").solve(squares="def squares(n): return []").write(
        timestamp="2027-03-01 00:00:00 UTC"
    )
    Handed(root, "wrong").solve(
        squares="def squares(n):\n    return [i * i for i in range(n + 1)]",
        total="total = 59",
        table='table = pd.DataFrame({"a": [1], "b": [2], "r": ["x"]})',
        stack="class Stack:\n    pass",
        words="words = ['a']",
        file="",
        x="x = 4",
    ).write()
    Handed(root, "errors").solve(squares="def squares(n:", total="1 / 0", words="words = 5").write()
    Handed(root, "prints").solve(
        squares="import sys\ndef squares(n):\n    if n < 1:\n        raise ValueError\n"
        "    print('warned', file=sys.stderr)\n    return [i * i for i in range(1, n + 1)]"
    ).write()
    one = Handed(root, "one-notebook").solve()
    del one.notebooks["second"]
    one.write()
    kernel = Handed(root, "other-kernel").solve()
    kernel.notebooks["first"].metadata.kernelspec = {"name": "julia", "display_name": "J"}
    kernel.write()
    extra = Handed(root, "extra-files").solve()
    (extra.folder / "data").mkdir()
    (extra.folder / "data" / "mine.csv").write_text("a\n1\n", encoding="utf-8")
    (extra.folder / "other_file.py").write_text("VALUE = 8\n", encoding="utf-8")
    extra.write()
    changed = Handed(root, "changed-checks").solve(x="x = 5")
    changed.cell("x-check").source = "pass"
    changed.cell("squares-check").metadata["nbgrader"]["points"] = 100
    changed.write()
    return sorted(path.name for path in (root / "submitted").iterdir())


def copy_notebook(notebook: Any) -> Any:
    """Return a copy that shares nothing."""
    return notebook_of(copy.deepcopy(notebook.cells))
