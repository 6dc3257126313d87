"""An instructor's cell as code: compiled once, where every submission would compile it twice."""

from __future__ import annotations

import ast
import marshal
import warnings
from base64 import b64decode, b64encode
from functools import lru_cache
from importlib.util import MAGIC_NUMBER
from types import CodeType

_NAMELESS = "<cell>"
_CHANGES_HOW_IT_RUNS = ("await", "async", "__future__")
_MOST_CELLS = 4096


class Compiled(ast.Pass):
    """A statement that was compiled; it stands where its tree would."""

    code: CodeType


class CompiledExpression(ast.Expr):
    """An expression that was compiled."""

    code: CodeType


@lru_cache(maxsize=_MOST_CELLS)
def compiled(python: str) -> str:
    r"""Return a cell's statements as text that `statements` reads, or an empty text.

    It is empty where compiling says something, which belongs into the cell's outputs, and where the
    cell changes how it is run.

    Examples
    --------
    >>> [type(one).__name__ for one in statements(compiled("x = 1\nx"))]
    ['Compiled', 'CompiledExpression']
    >>> compiled("x is 1"), compiled("%matplotlib inline"), compiled("await x")
    ('', '', '')
    """
    if any(word in python for word in _CHANGES_HOW_IT_RUNS):
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            codes = _codes(ast.parse(python).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError, Warning):
        return ""
    return b64encode(MAGIC_NUMBER + marshal.dumps(codes)).decode("ascii")


def _codes(body: list[ast.stmt]) -> list[tuple[bool, CodeType]]:
    """Return for each statement whether its value is shown, if it is the last, and its code."""
    codes = []
    for i, node in enumerate(body):
        shown = i == len(body) - 1 and isinstance(node, ast.Expr)
        tree = ast.Interactive([node]) if shown else ast.Module([node], [])
        mode = "single" if shown else "exec"
        codes.append((shown, compile(tree, _NAMELESS, mode, dont_inherit=True)))
    return codes


def statements(text: str) -> list[ast.stmt]:
    """Return the statements of a cell that was compiled; none if another Python compiled them."""
    data = b64decode(text)
    if not data.startswith(MAGIC_NUMBER):
        return []
    return [_statement(*one) for one in marshal.loads(data[len(MAGIC_NUMBER) :])]  # noqa: S302 - ours


def _statement(shown: bool, code: CodeType) -> Compiled | CompiledExpression:
    made = CompiledExpression(ast.Constant(None)) if shown else Compiled()
    made.code = code
    return made


def named(code: CodeType, file: str) -> CodeType:
    """Return the code as if it had been compiled from a file."""
    inner = (named(part, file) if isinstance(part, CodeType) else part for part in code.co_consts)
    return code.replace(co_filename=file, co_consts=tuple(inner))
