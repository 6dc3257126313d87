"""What can be said of a cell's source without running it."""

from __future__ import annotations

import ast

_LONGEST_WITH_MAGIC = 3_000
"""Characters of a cell with magic commands; IPython takes the square of their number to read them."""


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


def as_python(source: str) -> str:
    """Return a cell with IPython's magic commands written as Python.

    Raises
    ------
    ValueError
        If reading it would take too long.
    """
    if not any(sign in source for sign in "%!?") or is_python(source):
        return source
    if len(source) > _LONGEST_WITH_MAGIC:
        raise ValueError("reading it as IPython does would take too long")
    from IPython.core.inputtransformer2 import TransformerManager

    python: str = TransformerManager().transform_cell(source)
    return python
