"""What a cell's Python reads, binds and calls, found without running it."""

from __future__ import annotations

import ast
import dis
import warnings
from dataclasses import dataclass
from types import CodeType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_READS = {"LOAD_NAME", "LOAD_GLOBAL"}
_BINDS = {"STORE_NAME", "STORE_GLOBAL", "DELETE_NAME", "DELETE_GLOBAL"}


@dataclass(frozen=True)
class Names:
    """The names of the notebook that a cell touches, builtins among them."""

    reads: frozenset[str]
    binds: frozenset[str]


def parsed(source: str) -> ast.Module | None:
    """Return the syntax tree of `source`, or None if it is not plain Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError):
            return None


def names_in(source: str) -> Names:
    """Return what `source` reads from the notebook's names and what it binds among them.

    The compiler itself decides: a local of a function, or of a comprehension, is neither.

    >>> names = names_in("total = sum(x for x in scores)")
    >>> sorted(names.reads), sorted(names.binds)
    (['scores', 'sum'], ['total'])
    """
    tree = parsed(source)
    if tree is None:
        return Names(frozenset(), frozenset())
    reads: set[str] = set()
    binds: set[str] = set()
    module = compile(tree, "<cell>", "exec", dont_inherit=True)
    for code in _codes(module):
        is_class = code is not module and "__qualname__" in code.co_names
        own = {i.argval for i in dis.get_instructions(code) if i.opname == "STORE_NAME"}
        for instruction in dis.get_instructions(code):
            name = instruction.argval
            if is_class and name in own and instruction.opname.endswith("_NAME"):
                continue
            if instruction.opname in _READS:
                reads.add(name)
            elif instruction.opname in _BINDS:
                binds.add(name)
    return Names(frozenset(reads), frozenset(binds))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call in `tree` with the dotted name it is called by: ``q.number``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.expr) -> str:
    """Return ``a.b.c`` for such an expression, or nothing for any other."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def texts(nodes: list[ast.expr]) -> list[str]:
    """Return those of the expressions that are plain texts."""
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
