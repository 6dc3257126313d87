"""What is known of the cells around a check: names it waits for, and how the last cell ended."""

from __future__ import annotations

import builtins
import dis
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weakties.check.plain import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType


@contextmanager
def missing_names_filled(frame: FrameType) -> Iterator[None]:
    """Let a check cell's answers that do not exist stand as `MISSING` while its block runs."""
    names = frame.f_globals
    missing = set()
    if frame.f_locals is names:
        missing = _answers_named_in(frame.f_code, names.keys() | vars(builtins).keys())
    names.update(dict.fromkeys(missing, MISSING))
    try:
        yield
    finally:
        for name in missing:
            if names.get(name) is MISSING:
                del names[name]


def stopped_at() -> str | None:
    """Return the name of the error at which the cell before this one stopped, in a notebook."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    result = getattr(shell, "last_execution_result", None)
    error = getattr(result, "error_in_exec", None) or getattr(result, "error_before_exec", None)
    return type(error).__name__ if isinstance(error, BaseException) else None


def _answers_named_in(code: CodeType, known: set[str]) -> set[str]:
    """Return the unknown names that are read in a cell and stand there as text too: `q.number("x", x)`."""
    texts = {constant for constant in code.co_consts if isinstance(constant, str)}
    found = texts.intersection(code.co_names) - known
    if not found:  # mostly so, and looking through the cell takes as long as many a check
        return found
    return found & {
        instruction.argval
        for instruction in dis.get_instructions(code)
        if instruction.opname in {"LOAD_NAME", "LOAD_GLOBAL"}
    }
