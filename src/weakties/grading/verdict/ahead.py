"""Asking a learner's function many things at once, where a check asks the same of everybody.

A check may call a function thousands of times, and each call waits for its answer: two turns at a
processor. What a check asked of the instructor's solution is known from its trial. Where it asks
that whatever it is answered, as its source shows, its next calls are sent ahead together. An answer
counts only when the check asks for just that, in just that order. If it ever asks for anything else,
or stops before it has asked for all that was answered, the notebook is run again without this there:
the learner's code has then been called more often than it would have been.
"""

from __future__ import annotations

import ast
import builtins
import marshal
from base64 import b64decode, b64encode
from collections import deque
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from weakties.grading.carry import are_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

Asked = tuple[str, bytes]
"""The name of a function, and its arguments as `stored` has them."""
MOST_AT_ONCE = 512
_MOST = 20_000
_FEW = 16
"""So few calls are asked one by one in no time."""
_ALIKE = 2
"""The version of Python's own format in which equal values are equal bytes."""
_LOOKING_ON = {
    "abs", "all", "bool", "dict", "float", "frozenset", "int", "isinstance", "len", "list", "max", "min",
    "repr", "round", "set", "sorted", "str", "sum", "tuple", "type",
}  # fmt: skip
"""Functions of Python's that make nothing of an answer but another value."""
_LOOKING_ELSEWHERE = {
    "__import__", "breakpoint", "compile", "delattr", "eval", "exec", "getattr", "globals", "input",
    "locals", "open", "setattr", "vars",
}  # fmt: skip
"""Functions of Python's that may come by an answer in a way that no source shows."""
_COMPARING = {"allclose", "array_equal", "isclose"}
"""Functions of math and NumPy that do the same."""


def stored(arguments: tuple[Any, ...], named: Mapping[str, Any]) -> bytes:
    """Return plain arguments as bytes; none where they are not plain."""
    return b"" if named or not are_plain(arguments) else marshal.dumps(arguments, _ALIKE)


def as_text(asked: list[Asked]) -> str:
    """Return what a check asked as text, if it is worth sending ahead; else an empty text.

    Examples
    --------
    >>> asked = [("f", stored((n,), {})) for n in range(20)]
    >>> from_text(as_text(asked)) == asked, as_text(asked[:3])
    (True, '')
    """
    if not _FEW < len(asked) <= _MOST or not all(name and content for name, content in asked):
        return ""
    return b64encode(marshal.dumps(asked, _ALIKE)).decode("ascii")


def from_text(text: str) -> list[Asked]:
    """Return what `as_text` was given."""
    return marshal.loads(b64decode(text))  # type: ignore[no-any-return]  # noqa: S302 - ours


class Noted:
    """What a check asks of a learner's functions, taken down.

    Parameters
    ----------
    names
        The functions' names, by their numbers.
    """

    is_spoiled = False

    def __init__(self, names: Mapping[int, str]) -> None:
        self._names = names
        self.asked: list[Asked] = []

    def asks(self, number: int, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> list[Any]:
        """Take a call down, and have it asked by itself."""
        if len(self.asked) <= _MOST:
            self.asked.append((self._names.get(number, ""), stored(arguments, named)))
        return []

    def gives(self) -> None:
        """Know no answer."""


class Ahead:
    """What a check is known to ask of a learner's functions.

    Parameters
    ----------
    expected
        Its calls, in their order.
    names
        The functions' names, by their numbers.
    """

    def __init__(self, expected: list[Asked], names: Mapping[int, str]) -> None:
        self._expected = expected
        self._names = names
        self._position = 0
        self._at_once = 1
        self._answers: deque[Any] = deque()
        self._is_over = self._went_wrong = False

    @property
    def is_spoiled(self) -> bool:
        """Say whether a function was called for nothing, or may have been."""
        return self._went_wrong or bool(self._answers)

    def goes_wrong(self) -> None:
        """Take note that nobody knows how often a function was called."""
        self._went_wrong = True

    def asks(self, number: int, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> list[Any]:
        """Return what to ask together, this call and those after it; nothing where it is by itself."""
        if self._is_over:
            return []
        now = (self._names.get(number, ""), stored(arguments, named))
        is_known = self._position < len(self._expected)
        if not (is_known and self._expected[self._position] == now and now[1]):
            self._is_over = True
            self._went_wrong |= bool(self._answers)
            self._answers.clear()
            return []
        first, self._position = self._position, self._position + 1
        if self._answers:
            return []
        coming = islice(self._expected, first, first + self._at_once)
        same = takewhile(lambda one: one[0] == now[0] and one[1], coming)
        together = [marshal.loads(content) for _, content in same]  # noqa: S302 - ours
        self._at_once = min(2 * self._at_once, MOST_AT_ONCE)
        return together if len(together) > 1 else []

    def gives(self) -> Any:
        """Return the answer to the call that `asks` was told of, if it is here; else nothing."""
        return self._answers.popleft() if self._answers else None

    def answered(self, answers: Iterable[Any]) -> None:
        """Take the answers to what was asked together."""
        self._answers.extend(answers)


def asks_the_same_of_all(source: str, functions: Collection[str], given: Collection[str]) -> bool:
    r"""Say whether a check asks the same of a function whatever it is answered.

    Answers stand in assertions alone, and go nowhere from there. So what is asked says nothing of what
    is right.

    Parameters
    ----------
    source
        The check.
    functions
        The names of the learner's that it reads.
    given
        Names that the instructor's other cells bind, of which none reads a learner's name.

    Examples
    --------
    >>> asks_the_same_of_all("for n in range(9):\n    assert f(n) == 2 * n, n", ["f"], [])
    True
    >>> asks_the_same_of_all("assert f(f(1)) == 4", ["f"], [])
    False
    >>> asks_the_same_of_all("x = f(1)\nassert f(x) == 4", ["f"], [])
    False
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    theirs = frozenset(functions)
    known = {*vars(builtins), *given} - _LOOKING_ELSEWHERE
    if theirs & known or _LOOKING_ON & {*given}:
        return False
    return _all_stay(tree.body, theirs, known)


def _all_stay(body: Iterable[ast.stmt], theirs: frozenset[str], known: set[str]) -> bool:
    """Say whether answers stay in assertions; names that statements bind are known after them."""
    return all(_stays_in(node, theirs, known) for node in body)


def _stays_in(node: ast.stmt, theirs: frozenset[str], known: set[str]) -> bool:
    match node:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            bound = {(one.asname or one.name).partition(".")[0] for one in names}
            known |= bound
            return not bound & {"*", *theirs, *_LOOKING_ON}
        case ast.Assert(test=test):
            return _stays(test, theirs, known)
        case ast.For(target=target, iter=over, body=inner, orelse=[]):
            return (
                _is_clear(over, known)
                and _binds(target, theirs, known)
                and _all_stay(inner, theirs, known)
            )
        case ast.Assign(targets=targets, value=value):
            return _is_clear(value, known) and all(_binds(one, theirs, known) for one in targets)
        case ast.Expr(value=value):
            return _is_clear(value, known)
    return isinstance(node, ast.Pass)


def _stays(node: ast.expr, theirs: frozenset[str], known: set[str]) -> bool:
    """Say whether the answers in an expression only become a part of its own value."""
    if _is_clear(node, known):
        return True
    match node:
        case ast.Call(func=ast.Name(id=name), args=given, keywords=named) if name in theirs:
            return all(_is_clear(one, known) for one in (*given, *(k.value for k in named)))
        case (
            ast.GeneratorExp(elt=each, generators=[loop])
            | ast.ListComp(elt=each, generators=[loop])
        ):
            inner = set(known)
            return (
                _is_clear(loop.iter, known)
                and _binds(loop.target, theirs, inner)
                and all(_is_clear(one, inner) for one in loop.ifs)
                and _stays(each, theirs, inner)
            )
    parts = _made_of(node, known)
    return bool(parts) and all(_stays(one, theirs, known) for one in parts)


def _made_of(node: ast.expr, known: set[str]) -> list[ast.expr]:
    """Return the parts of which an expression makes a value, and does nothing else with them."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=parts, keywords=[]) if name in _LOOKING_ON:
            return parts
        case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name)) if (
            name in _COMPARING and module in known
        ):
            return [*node.args, *(one.value for one in node.keywords)]
        case ast.Compare(left=left, comparators=others):
            return [left, *others]
        case ast.BoolOp(op=ast.And(), values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            return parts
        case ast.UnaryOp(operand=one):
            return [one]
        case ast.BinOp(left=left, right=right):
            return [left, right]
        case ast.Subscript(value=held, slice=where) if _is_clear(where, known):
            return [held]
    return []


def _is_clear(node: ast.expr, known: Collection[str]) -> bool:
    """Say whether an expression reads known names only, and binds none but in its own loops."""
    here = set(known)
    for part in ast.walk(node):
        if isinstance(part, ast.NamedExpr | ast.Lambda | ast.Await | ast.Yield | ast.YieldFrom):
            return False
        if isinstance(part, ast.comprehension):
            here |= _names(part.target)
    return _names(node) <= here


def _binds(target: ast.expr, theirs: frozenset[str], known: set[str]) -> bool:
    """Note the names that a target binds; say whether it is made of names alone, of none of theirs."""
    plain = all(
        isinstance(part, ast.Name | ast.Tuple | ast.List | ast.expr_context)
        for part in ast.walk(target)
    )
    bound = _names(target)
    known |= bound
    return plain and not (theirs | _LOOKING_ON) & bound


def _names(node: ast.AST) -> set[str]:
    return set(_each_name(node))


def _each_name(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
