"""Reading each cell once: IPython reads it to find magic commands, to find ``await``, and to run it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from IPython.core.compilerop import CachingCompiler

from weakties.grading.compiled import Compiled, CompiledExpression, named, statements

if TYPE_CHECKING:
    from types import CodeType

_WAITING = ("await", "async")


class OneReading(CachingCompiler):  # type: ignore[misc]
    """A compiler that remembers the tree of the cell that it was asked about last."""

    def __init__(self) -> None:
        super().__init__()
        self._read: tuple[str, int, ast.AST] | None = None
        self._given = ("", "")
        self._flags_at_first = self.flags

    def take(self, python: str, compiled: str) -> None:
        """Take what another process compiled of the cell that comes next."""
        self._given = (python, compiled)

    def reads(self, python: str) -> bool:
        """Say whether a cell is plain Python, and keep its tree for whoever compiles it next."""
        self._read = None
        try:
            tree = self._tree_given_for(python) or super().ast_parse(python)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
        self._read = (python, self.flags, tree)
        return True

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> Any:
        """Return a cell's tree; it is the caller's to change."""
        read, self._read = self._read, None
        if read is not None and read[:2] == (source, self.flags) and symbol == "exec":
            return read[2]
        return super().ast_parse(source, filename, symbol)

    def __call__(self, source: Any, filename: str, symbol: str, **more: Any) -> CodeType:
        """Return the code of a statement."""
        (node, *_) = getattr(source, "body", None) or [None]
        if isinstance(node, Compiled | CompiledExpression):
            return named(node.code, filename)
        code: CodeType = super().__call__(source, filename, symbol, **more)
        return code

    def _tree_given_for(self, python: str) -> ast.Module | None:
        (source, compiled), self._given = self._given, ("", "")
        fits = compiled and source == python and self.flags == self._flags_at_first
        body = statements(compiled) if fits else []
        return ast.Module(body, []) if body else None


def may_wait(python: str) -> bool:
    """Say whether a cell may have to be run in an event loop."""
    return any(word in python for word in _WAITING)
