"""Whether a name holds what its cell gave, or what was left when that cell stopped at an error.

The kernel remembers what it ran and which of it failed. It can't see an edit that was not run.
"""

from __future__ import annotations

import ast
import dis
import os
import re
import sys
from typing import TYPE_CHECKING

from weakties.progress.here import GRADED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_STORES = {"STORE_NAME", "STORE_GLOBAL"}


def stopped_since(name: str) -> str | None:
    """Return the error at which the cell that gives a name stopped when it last ran, if it did.

    While work is graded nothing is said: an answer that was reached before an error counts.
    """
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython and GRADED not in os.environ else None
    history = getattr(shell, "history_manager", None)
    failed = getattr(history, "exceptions", None)
    if history is None or not failed:
        return None
    return _stopped_since(name, history.input_hist_raw, failed)


def _stopped_since(
    name: str, ran: Sequence[str], failed: Mapping[int, Mapping[str, object]]
) -> str | None:
    for number in range(len(ran) - 1, 0, -1):
        if name in ran[number] and _gives(ran[number], name):
            return str(failed[number].get("ename", "an error")) if number in failed else None
    return None


def _gives(source: str, name: str) -> bool:
    """Return whether a cell gives a name its value; one that is no plain Python is read as text."""
    try:
        code = compile(source, "<cell>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError):
        given = rf"^(?:[^=#\n]*[^=#\n\w.])?{name}\b[^=#\n]*=(?!=)|^\s*(?:def|class)\s+{name}\b"
        return re.search(given, source, re.MULTILINE) is not None
    return any(
        instruction.opname in _STORES and instruction.argval == name
        for instruction in dis.get_instructions(code)
    )
