"""The key of a question: the hidden part of its check cell, read from ``solutions/``.

A self-paced installation carries the solutions, so a check can compare values at once. Under
nbgrader the hidden part stands in the check cell itself and nothing is read from here. Where
``solutions/`` is absent, or ``WEAKTIES_SOLUTIONS`` is ``off``, there is no key.
"""

from __future__ import annotations

import json
import os
import textwrap
from functools import cache
from typing import TYPE_CHECKING

from weakties.content import content_root

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
SOLUTION = ("### BEGIN SOLUTION", "### END SOLUTION")


def key_source(question_id: str) -> str | None:
    """Return the hidden part of a question's check cell as Python source, if it is at hand."""
    return _between(f"{question_id}-check", HIDDEN)


def solution_source(question_id: str) -> str | None:
    """Return the worked answer of a question as Python source, if it is at hand."""
    return _between(f"{question_id}-answer", SOLUTION)


def between(source: str, markers: tuple[str, str]) -> str | None:
    r"""Return the lines between two marker lines, dedented, or ``None`` without such lines.

    Examples
    --------
    >>> between("a = 1\n  ### BEGIN SOLUTION\n  b = 2\n  ### END SOLUTION", SOLUTION)
    'b = 2'
    """
    lines = source.splitlines()
    marks = [line.strip() for line in lines]
    if markers[0] not in marks or markers[1] not in marks:
        return None
    inside = lines[marks.index(markers[0]) + 1 : marks.index(markers[1])]
    return textwrap.dedent("\n".join(inside))


def _between(cell_id: str, markers: tuple[str, str]) -> str | None:
    if os.environ.get("WEAKTIES_SOLUTIONS", "").casefold() == "off":
        return None
    unit = cell_id.partition("-")[0]
    path = content_root() / "solutions" / unit / f"{unit}.ipynb"
    return between(_cells(path).get(cell_id, ""), markers) if path.is_file() else None


@cache
def _cells(path: Path) -> dict[str, str]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}
