"""Which cells of a notebook run in a reader's browser: those that need no table."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOMS = ("weakties.check", "weakties.lesson", "weakties.measures", "weakties.widgets")
"""What a cell may import besides Python's own modules in `PLAIN`."""

PLAIN = ("IPython.display", "itertools", "math", "random", "statistics")

_KNOWN = set(vars(builtins)) - {"get_ipython"} | {"display"}
"""The names of every cell: IPython adds its own to Python's, and a page has this one of them."""

_TABLES = {"NetworkExplorer"}
"""A widget that takes the tables of a cell before it."""


def playable(cells: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the ids of the cells that run in this order where there is no table.

    A cell that reads a name which only a cell with tables sets is left out as well.

    Parameters
    ----------
    cells
        Id and source of each code cell, in their order.
    """
    known = _KNOWN.copy()
    found = []
    for name, source in cells:
        tree = ast.parse(source)
        if _imports_allowed(tree) and _read(tree) <= known | _set(tree) - _TABLES:
            found.append(name)
            known |= _set(tree) - _TABLES
    return tuple(found)


def _imports_allowed(tree: ast.AST) -> bool:
    return all(
        name in PLAIN or any(f"{name}.".startswith(f"{room}.") for room in ROOMS)
        for name in _imported(tree)
    )


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _read(tree: ast.AST) -> set[str]:
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _set(tree: ast.AST) -> set[str]:
    """Return every name that a cell gives a value to, at whatever depth."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.alias):
            found.add(node.asname or node.name.partition(".")[0])
    return found
