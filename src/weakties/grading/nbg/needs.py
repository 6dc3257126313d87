"""What an assignment's own code asks for, so that it can be loaded once for everybody."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from weakties.data import dataset_names
from weakties.grading.source import as_python

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def modules_of(sources: Sequence[str]) -> tuple[str, ...]:
    r"""Return the installed modules that some cells import.

    Examples
    --------
    >>> modules_of(["import json\nfrom math import pi", "import not_installed_anywhere"])
    ('json', 'math')
    >>> modules_of(["%matplotlib inline\nimport json"])
    ('json',)
    """
    return tuple(sorted({name for name in _imported(sources) if _is_installed(name)}))


def datasets_of(sources: Sequence[str]) -> tuple[str, ...]:
    """Return the course's tables that some cells load by name."""
    known = set(dataset_names())
    found = {
        node.args[0].value
        for tree in _trees(sources)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "load"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    return tuple(sorted(str(name) for name in found & known))


def _imported(sources: Sequence[str]) -> Iterator[str]:
    for tree in _trees(sources):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module
                if node.module not in sys.stdlib_module_names:
                    # What is imported may be a module itself: from scipy import stats.
                    yield from (f"{node.module}.{name.name}" for name in node.names)


def _is_installed(name: str) -> bool:
    from importlib.util import find_spec

    top = name.partition(".")[0]
    if top in sys.stdlib_module_names:
        return True
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        return False
    # What lies beside the course, and not among the installed packages, is not loaded for everybody.
    return (
        spec is not None
        and spec.origin is not None
        and ("site-packages" in spec.origin or top == "weakties")
    )


def _trees(sources: Sequence[str]) -> Iterator[ast.AST]:
    for source in sources:
        try:
            yield ast.parse(as_python(source))
        except (SyntaxError, ValueError):
            continue
