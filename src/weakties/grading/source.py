"""What can be said of a cell's source without running it."""

from __future__ import annotations

import ast


def is_python(source: str) -> bool:
    """Say whether a cell is plain Python, with no magic command and no mistake in its grammar.

    Examples
    --------
    >>> is_python("x = 7 % 2"), is_python("%matplotlib inline")
    (True, False)
    """
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
