"""Importing nbgrader without the grammar of internet addresses that comes with it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

_GRAMMAR = "rfc3987_syntax"


def nbgrader_loaded() -> None:
    """Import nbgrader.

    jsonschema builds a grammar of addresses at import, which takes longer than all of nbgrader. It is
    an optional part of jsonschema, nothing here ever checks an address with it, and without it
    jsonschema says of no address that it is wrong.
    """
    if "nbgrader" in sys.modules:
        return
    before: ModuleType | None = sys.modules.get(_GRAMMAR)
    sys.modules[_GRAMMAR] = None  # type: ignore[assignment]
    try:
        import_module("nbgrader")
    finally:
        del sys.modules[_GRAMMAR]
        if before is not None:
            sys.modules[_GRAMMAR] = before
