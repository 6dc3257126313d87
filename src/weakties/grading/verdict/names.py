"""Which names a cell reads, binds and changes, found by its syntax tree; nothing is run."""

from __future__ import annotations

import ast
import builtins
import symtable
from dataclasses import dataclass
from functools import lru_cache

from weakties.grading.source import is_python

_LONGEST_WITH_MAGIC = 3_000
"""Characters of a cell with magic commands; IPython takes the square of their number to read them."""


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
    """

    reads: frozenset[str] = frozenset()
    binds: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    touches: frozenset[str] = frozenset()


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
        plain = _as_python(source)
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
    known = set(vars(builtins)) - binds
    return Names(
        *(
            frozenset(names)
            for names in (reads - known, binds, _changed(tree), _touched(tree) - known)
        )
    )


def _as_python(source: str) -> str:
    """Return a cell with IPython's magic commands written as Python."""
    if not any(sign in source for sign in "%!?") or is_python(source):
        return source
    if len(source) > _LONGEST_WITH_MAGIC:
        raise ValueError("reading it as IPython does would take too long")
    from IPython.core.inputtransformer2 import TransformerManager

    python: str = TransformerManager().transform_cell(source)
    return python


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
