"""What the key of a check reads, found by its syntax tree; nothing is run.

A key that only hands the learner's answers on to comparisons comes to the same for every learner.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from typing import TYPE_CHECKING, Any

from weakties.check.reckoned import COMPARISONS, Reads

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_NOT_THE_SAME_TWICE = {
    "__import__", "breakpoint", "compile", "default_rng", "delattr", "dir", "environ", "eval", "exec", "exit",
    "getattr", "getenv", "globals", "hash", "id", "input", "locals", "now", "open", "perf_counter", "print",
    "quit", "rand", "randint", "random", "setattr", "time", "time_ns", "today", "type", "urandom", "utcnow",
    "uuid1", "uuid4", "vars",
}  # fmt: skip
"""Words of a key that may look at something else than data, or say something itself."""


def reads_of_key(source: str) -> Reads | None:
    r"""Return what the key of a check reads, or nothing if it may hang on what was answered.

    Examples
    --------
    >>> check = "with question('demo-q1', points=1) as q:\n    @q.key\n    def key():\n        {}"
    >>> reads_of_key(check.format("q.close('x', x, sum([1, 2]), within=0.1)"))
    Reads(answers={'x': 'x'}, builtins=('sum',))
    >>> reads_of_key(check.format("q.close('x', x, 2 * y, within=0.1)"))
    >>> reads_of_key(check.format("q.close('x', x, abs(x), within=0.1)"))
    """
    try:
        tree = ast.parse(source)
        table = symtable.symtable(source, "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    keys = list(_keys_in(tree))
    if len(keys) != 1:
        return None
    attempt, key = keys[0]
    looked_up = _looked_up(table, key.name)
    if looked_up is None or _NOT_THE_SAME_TWICE & {*looked_up, *_words(key)}:
        return None
    handed_on = _HandedOn(attempt, key)
    theirs = {attempt, *handed_on.answers.values()}
    if not handed_on.is_clear or any(_reads_beside(key, theirs, handed_on.nodes)):
        return None
    others = looked_up - theirs
    bound = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned()}
    if not others <= {*vars(builtins)} - bound:
        return None
    return Reads(handed_on.answers, tuple(sorted(others)))


class _HandedOn:
    """The answers that a key hands on to comparisons, by itself or by functions of its own.

    Parameters
    ----------
    attempt
        The name of the ``q`` whose methods compare.
    key
        The key.

    Attributes
    ----------
    answers
        The variable of each answer, by the name with which it is compared.
    nodes
        Where ``q`` and the answers stand for that.
    is_clear
        Whether every comparison names its answer, and each answer has one variable.
    """

    def __init__(self, attempt: str, key: ast.FunctionDef) -> None:
        self.answers: dict[str, str] = {}
        self.nodes: set[int] = set()
        self.is_clear = True
        helpers = {node.name: node for node in key.body if isinstance(node, ast.FunctionDef)}
        inner = {id(call) for node in helpers.values() for call in _compared(attempt, node)}
        helping = {name for name, node in helpers.items() if _hands_on(attempt, node)}
        for call in _compared(attempt, key):
            self.nodes.add(id(call.func.value))  # type: ignore[attr-defined]
            if id(call) not in inner:
                self._note(call)
        for call in _called(helping, key):
            self._note(call)
        self.is_clear &= len(helping) == sum(any(_compared(attempt, h)) for h in helpers.values())

    def _note(self, call: ast.Call) -> None:
        match call.args:
            case [ast.Constant(value=str(name)), ast.Name(id=variable) as answer, *_]:
                self.is_clear &= self.answers.setdefault(name, variable) == variable
                self.nodes.add(id(answer))
            case _:
                self.is_clear = False


def _keys_in(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the functions under ``@q.key``, each with the name of its ``q``."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(
                decorator_list=[ast.Attribute(value=ast.Name(id=attempt), attr="key")]
            ):
                yield attempt, node


def _compared(attempt: str, function: ast.FunctionDef) -> Iterator[ast.Call]:
    """Yield comparisons that stand as statements, so that nobody sees what they give."""
    for part in function.body:
        for node in ast.walk(part):
            match node:
                case ast.Expr(
                    value=ast.Call(func=ast.Attribute(value=ast.Name(id=held), attr=method)) as call
                ) if held == attempt and method in COMPARISONS:
                    yield call


def _hands_on(attempt: str, function: ast.FunctionDef) -> bool:
    """Say whether a function hands its first two parameters on to comparisons, as a name and its answer."""
    match function.args.args:
        case [ast.arg(arg=name), ast.arg(arg=given), *_]:
            pass
        case _:
            return False
    calls = list(_compared(attempt, function))
    handed_on = set()
    for call in calls:
        match call.args:
            case [ast.Name(id=first), ast.Name(id=second) as answer, *_] if (
                first == name and second == given
            ):
                handed_on.add(id(answer))
            case _:
                return False
    named = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    return (
        bool(calls)
        and not any(_stores(node) for node in named if node.id == name)
        and all(id(node) in handed_on for node in named if node.id == given)
    )


def _called(functions: Collection[str], key: ast.FunctionDef) -> Iterator[ast.Call]:
    for part in key.body:
        for node in ast.walk(part):
            match node:
                case ast.Expr(value=ast.Call(func=ast.Name(id=name)) as call) if name in functions:
                    yield call


def _reads_beside(
    function: ast.AST, names: Collection[str], allowed: Collection[int]
) -> Iterator[ast.Name]:
    """Yield where a function has any of some names, but for the places where it may."""
    body = function.body if isinstance(function, ast.FunctionDef) else [function]
    for part in body:
        yield from _named_beside(part, names, allowed)


def _named_beside(
    node: ast.AST, names: Collection[str], allowed: Collection[int]
) -> Iterator[ast.Name]:
    if isinstance(node, ast.Name) and node.id in names and id(node) not in allowed:
        yield node
    if isinstance(node, ast.FunctionDef):
        # What a function of the key's own binds is another thing of that name.
        names = set(names) - _own_names(node)
    for child in ast.iter_child_nodes(node):
        yield from _named_beside(child, names, allowed)


def _own_names(function: ast.FunctionDef) -> set[str]:
    given = function.args
    parameters = {one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)}
    return parameters | {node.id for node in _within(function) if _stores(node)}


def _within(function: ast.AST) -> Iterator[Any]:
    """Yield what stands in a function and in no other one inside it."""
    for child in ast.iter_child_nodes(function):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda | ast.GeneratorExp | ast.ListComp):
            yield from _within(child)


def _stores(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _words(key: ast.FunctionDef) -> Iterator[str]:
    """Yield what a key takes of other things, and a word for what a plain function does not do."""
    for part in key.body:
        for node in ast.walk(part):
            match node:
                case ast.Attribute(attr=word):
                    yield word
                case ast.alias(name=path):
                    yield from path.split(".")
                case ast.Global() | ast.Nonlocal() | ast.Await():
                    yield "exec"
    if any(isinstance(node, ast.Yield | ast.YieldFrom) for node in _within(key)):
        yield "exec"


def _looked_up(table: symtable.SymbolTable, name: str) -> set[str] | None:
    """Return the names that a function looks up in the notebook; nothing if there are two of its name."""
    found = [child for child in table.get_children() if child.get_name() == name]
    if len(found) != 1:
        return None
    return {
        symbol.get_name()
        for scope in _scopes(found[0])
        for symbol in scope.get_symbols()
        if symbol.is_global() and symbol.is_referenced()
    }


def _scopes(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _scopes(child)
