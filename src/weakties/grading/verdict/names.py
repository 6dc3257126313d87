"""Which names a cell reads, binds and changes, found by its syntax tree; nothing is run."""

from __future__ import annotations

import ast
import builtins
import re
import symtable
from dataclasses import dataclass
from functools import lru_cache

from weakties.grading.source import as_python

_WORD = re.compile(r"\w+")
_SHELL = ("In", "Out", "display", "exit", "get_ipython", "quit", "__file__", "__name__", "__")
"""What every notebook has of its own."""
_BINDERS = (
    "exec", "globals", "locals", "vars", "push", "run_cell", "run_cell_magic", "run_line_magic",
)  # fmt: skip
"""Functions by which a cell may bind names that do not stand in it."""


@dataclass(frozen=True)
class Names:
    """The names of one cell.

    Parameters
    ----------
    reads
        What it looks up in the notebook, in functions too.
    binds
        What it gives a value.
    changes
        What it changes in place, by an index or an attribute.
    touches
        What it may change in place: it calls a method of it, or hands it to a function.
    classes
        Which of those that it binds are classes.
    binds_unseen
        Whether it may bind others, whose names do not stand in it: it imports ``*``, runs a magic command
        or executes a text.
    """

    reads: frozenset[str] = frozenset()
    binds: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    touches: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    binds_unseen: bool = False


@lru_cache(maxsize=4096)
def names_in(source: str) -> Names:
    r"""Return the names of a cell; none where it is no Python.

    Examples
    --------
    >>> names = names_in("import math\nfor k in rows:\n    seen.add(math.sqrt(k))")
    >>> sorted(names.reads), sorted(names.binds), sorted(names.touches)
    (['k', 'math', 'rows', 'seen'], ['k', 'math'], ['k', 'math', 'seen'])
    """
    try:
        plain = as_python(source)
        tree = ast.parse(plain)
        table = symtable.symtable(plain, "cell", "exec")
    except (SyntaxError, ValueError, RuntimeError, MemoryError):
        return Names()
    reads, binds = set(), set()
    for scope in _scopes(table):
        at_top = scope is table
        for symbol in scope.get_symbols():
            in_notebook = at_top or symbol.is_global()
            if in_notebook and symbol.is_referenced():
                reads.add(symbol.get_name())
            if in_notebook and (symbol.is_assigned() or symbol.is_imported()):
                binds.add(symbol.get_name())
    known = {*vars(builtins), *_SHELL} - binds
    return Names(
        reads=frozenset(reads - known),
        binds=frozenset(binds),
        changes=frozenset(_changed(tree)),
        touches=frozenset(_touched(tree) - known),
        classes=frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef)),
        binds_unseen=any(map(_binds_unseen, ast.walk(tree))),
    )


def may_name(source: str, names: frozenset[str]) -> bool:
    """Say whether any of some names may stand in a cell; that its words alone can tell.

    Python takes other letters for the same name (``ｑ`` for ``q``), so only plain text is looked at.

    Examples
    --------
    >>> may_name("q.verdict", frozenset("q")), may_name("equal = 1", frozenset("q"))
    (True, False)
    """
    return not source.isascii() or not names.isdisjoint(_WORD.findall(source))


def definitions_in(source: str) -> tuple[str, ...]:
    r"""Return the imports, functions, classes and constants that a cell defines, each as a cell.

    Examples
    --------
    >>> definitions_in("from math import pi\nk = 2\nbox = Box(k)\ndef near(a):\n    return a < pi")
    ('from math import pi', 'k = 2', 'def near(a):\n    return a < pi')
    """
    try:
        tree = ast.parse(as_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(ast.unparse(node) for node in tree.body if _defines(node))


def is_stub(source: str) -> bool:
    r"""Say whether a cell holds no more than the frame of an answer.

    Examples
    --------
    >>> is_stub("x = ...\ndef f(a):\n    raise NotImplementedError()")
    True
    >>> is_stub("x = 2"), is_stub("# your turn")
    (False, True)
    """
    try:
        tree = ast.parse(as_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return all(map(_is_frame, tree.body))


def _is_frame(node: ast.stmt) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return all(map(_is_frame, node.body))
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.Expr | ast.Return):
        held = node.value
        is_nothing = isinstance(held, ast.Constant) and held.value in (None, ...)
        is_text = isinstance(node, ast.Expr) and isinstance(held, ast.Constant)
        return held is None or is_nothing or is_text
    if isinstance(node, ast.Raise):
        return "NotImplemented" in ast.unparse(node)
    return isinstance(node, ast.Pass)


def _defines(node: ast.stmt) -> bool:
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    if isinstance(node, ast.Assign):
        return not any(isinstance(part, ast.Call | ast.Name) for part in ast.walk(node.value))
    return isinstance(node, kinds)


def _binds_unseen(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return any(name.name == "*" for name in node.names)
    called = node.func if isinstance(node, ast.Call) else None
    name = getattr(called, "attr", getattr(called, "id", ""))
    return name in _BINDERS


def _scopes(table: symtable.SymbolTable) -> list[symtable.SymbolTable]:
    children = [scope for child in table.get_children() for scope in _scopes(child)]
    return [table, *children]


def _changed(tree: ast.AST) -> set[str]:
    stored = (ast.Store, ast.Del)
    parts = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, stored)
    )
    return set[str]().union(*map(_base, parts))


def _touched(tree: ast.AST) -> set[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    owners = [_base(call.func) for call in calls if isinstance(call.func, ast.Attribute)]
    given = [_base(argument) for call in calls for argument in call.args]
    return set[str]().union(*owners, *given)


def _base(node: ast.AST) -> set[str]:
    """Return the name at the start of ``name.part[0].part``, if there is one."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()
