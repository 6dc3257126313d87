"""A key's right and wrong values, worked out once for each edition however many answers are held to them.

A key loads tables and computes; only its comparisons take an answer. They are taken down when the key
first runs in an edition, and repeated with the next answer. That is the same as running it again as
long as nothing else in the key looks at an answer, and where something does, it is run again.
"""

from __future__ import annotations

import ast
import inspect
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from weakties.check.attempt import Attempt
from weakties.check.comparisons import Comparisons
from weakties.check.elsewhere import edition_here
from weakties.data.editions import OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

Call = tuple[str, str, tuple[Any, ...], dict[str, Any]]
"""A comparison: its kind, the answer's name, and what else it is given but the answer."""
COMPARISONS = tuple(
    name
    for name, method in vars(Comparisons).items()
    if inspect.isfunction(method) and not name.startswith("_")
)


class KeysOnce:
    """What the keys of some check cells compare with.

    Parameters
    ----------
    checks
        The check cells by question.
    """

    def __init__(self, checks: dict[str, str]) -> None:
        self.repeatable = {question for question, cell in checks.items() if compares_only(cell)}
        self._calls: dict[tuple[str, str], list[Call]] = {}

    def put_into(self, patch: pytest.MonkeyPatch) -> None:
        """Let attempts have them."""
        run = Attempt.key

        def key(attempt: Attempt, checks: Callable[[], object]) -> None:
            once = attempt.id in self.repeatable
            run(attempt, partial(self._compare, attempt, checks) if once else checks)

        patch.setattr(Attempt, "key", key)

    def _compare(self, attempt: Attempt, checks: Any) -> None:
        kept = attempt.id, edition_here()
        if kept not in self._calls:
            # Their tables are large, and only the open edition is asked for again.
            self._calls = {one: calls for one, calls in self._calls.items() if one[1] == OPEN}
            with _taken_down(attempt) as calls:
                checks()
            self._calls[kept] = calls
            return
        for kind, name, given, named in self._calls[kept]:
            getattr(attempt, kind)(name, checks.__globals__[name], *given, **named)


def compares_only(cell: str) -> bool:
    """Say whether a key does nothing with an answer but to compare it, by its own name."""
    tree = ast.parse(cell)
    keys = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    answers = {_text(node.args[0]) for node in ast.walk(tree) if _is_asked(node)}
    compared = [
        node.args[1].id
        for node in ast.walk(tree)
        if _is_asked(node)
        and node.func.attr in COMPARISONS
        and isinstance(node.args[1], ast.Name)
        and node.args[1].id == _text(node.args[0])
    ]
    read = [
        node.id
        for key in keys
        if any(getattr(by, "attr", "") == "key" for by in key.decorator_list)
        for node in ast.walk(key)
        if isinstance(node, ast.Name) and node.id in answers
    ]
    return bool(compared) and sorted(read) == sorted(compared)


def _is_asked(node: ast.AST) -> bool:
    """Say whether a node calls a method of the question with the name of an answer."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "q"
        and len(node.args) > 1
    )


def _text(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else None


@contextmanager
def _taken_down(attempt: Attempt) -> Iterator[list[Call]]:
    """Note the comparisons that an attempt is asked for, not those that they ask for in turn."""
    calls: list[Call] = []
    within: list[str] = []

    def noted(kind: str, name: str, value: object, *given: Any, **named: Any) -> None:
        named = {key: cache(one) if callable(one) else one for key, one in named.items()}
        if not within:
            calls.append((kind, name, given, named))
        within.append(kind)
        try:
            getattr(type(attempt), kind)(attempt, name, value, *given, **named)
        finally:
            within.pop()

    for kind in COMPARISONS:
        setattr(attempt, kind, partial(noted, kind))
    try:
        yield calls
    finally:
        for kind in COMPARISONS:
            delattr(attempt, kind)
