"""From a value to data; runs in the learner's process, so nothing relies on what it says."""

from __future__ import annotations

import array
import collections
import datetime
import sys
import types
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Any

from weakties.grading.carry.kinds import (
    BUILTIN_TYPES,
    ERRORS,
    MAX_BITS,
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_NODES,
)
from weakties.grading.carry.wire import MAX_BUFFERS, MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Node = Any
_OF_A_NODE = 12
"""Bytes of JSON that a part of a value takes, on average."""
_ESCAPED = 6
"""Bytes of JSON that a sign takes which is no ASCII."""
_SHORT_BITS = 64
"""An integer of so many bits at most is as long as a part of a value is thought to be."""
_FLAT = {str, float, bool, int, type(None)}
"""Types whose values are trees as they stand, but for the longest integers."""

_FLAT_OR_LISTED = _FLAT | {list, tuple}


class _TooMuch(Exception):
    """The value is too deep or too large to cross."""


class Encoder:
    """Turns values into trees that share one list of buffers.

    Parameters
    ----------
    function_number
        Gives a function the number by which it can be called; without it, none crosses.
    """

    def __init__(self, function_number: Callable[[Any], int] | None = None) -> None:
        self.buffers: list[bytes] = []
        self._function_number = function_number
        self._depth = 0
        self._nodes = 0
        self._bytes = 0

    @property
    def size(self) -> int:
        """Return about how many bytes all that was encoded takes."""
        return self._bytes

    def encode(self, value: Any) -> Node:
        """Return a value as a tree; one that is too deep or too large becomes opaque as a whole."""
        kept, taken = len(self.buffers), self._bytes
        self._depth = self._nodes = 0
        try:
            return self.node(value)
        except Exception:  # noqa: BLE001 - too deep or large, or an object that is not what it says
            del self.buffers[kept:]
            self._bytes = taken
            return opaque_node(value)

    def node(self, value: Any) -> Node:
        """Return one part of a value as a tree."""
        self._count(1)
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                raise _TooMuch
            return self._by_type(value)
        finally:
            self._depth -= 1

    def nodes(self, values: Iterable[Any]) -> list[Node]:
        """Return several parts as trees."""
        parts = list(values)
        self.has_room_for(len(parts))
        if self._are_flat(parts):
            return parts
        return [self.node(part) for part in parts]

    def pairs(self, values: dict[Any, Any]) -> list[Node]:
        """Return a mapping's keys and values as trees."""
        self.has_room_for(2 * dict.__len__(values))
        return [[self.node(key), self.node(part)] for key, part in dict.items(values)]

    def buffer(self, content: bytes) -> int:
        """Keep bytes beside the tree and return their number."""
        self.takes(len(content))
        if len(self.buffers) >= MAX_BUFFERS:
            raise _TooMuch
        self.buffers.append(content)
        return len(self.buffers) - 1

    def has_room_for(self, parts: int, size: int = 0) -> None:
        """Refuse too many parts, or bytes, before the first is looked at or copied.

        A million of them takes seconds of a cell's time.
        """
        if self._nodes + parts > MAX_NODES or self._bytes + size > MAX_BYTES // 2:
            raise _TooMuch

    def takes(self, size: int) -> None:
        """Count so many bytes."""
        self._bytes += size
        if self._bytes > MAX_BYTES // 2:
            raise _TooMuch

    def text(self, plain: str) -> str:
        """Return a text when its bytes are counted."""
        self.takes(len(plain) * (1 if plain.isascii() else _ESCAPED))
        return plain

    def _are_flat(self, parts: list[Any]) -> bool:
        """Say whether all parts are trees as they stand, as in a column of texts; count them then."""
        kinds = set(map(type, parts))
        if not kinds or not kinds <= _FLAT or self._depth >= MAX_DEPTH:
            return False
        integers = [part for part in parts if type(part) is int] if int in kinds else []
        longest = max(map(int.bit_length, integers), default=0)
        if longest > MAX_BITS:
            return False
        if longest > _SHORT_BITS:
            self.takes(sum(map(int.bit_length, integers)) // 3)
        texts = [part for part in parts if type(part) is str] if str in kinds else []
        are_ascii = all(map(str.isascii, texts))
        self._bytes += sum(map(len, texts)) * (1 if are_ascii else _ESCAPED)
        self._count(len(parts))
        return True

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise _TooMuch
        self.takes(nodes * _OF_A_NODE)

    def _by_type(self, value: Any) -> Node:
        plain = _PLAIN.get(type(value))
        if plain is not None:
            return plain(self, value)
        # NumPy's scalars are plain numbers too, and more than that.
        if type(value).__module__.startswith("numpy"):
            node = _LIBRARIES["numpy"](self, value)
            if node is not None:
                return node
        else:
            for base in type(value).__mro__:
                if base in _PLAIN:
                    return _PLAIN[base](self, value)
        for module, encoded in _LIBRARIES.items():
            if module in sys.modules:
                node = encoded(self, value)
                if node is not None:
                    return node
        if _is_iterator(value):
            return self._iterator(value)
        return self._callable(value) if callable(value) else opaque_node(value)

    def _iterator(self, value: Any) -> Node:
        if self._function_number is None:
            return opaque_node(value)
        return ["iterator", self._function_number(Taking(value).next)]

    def _callable(self, value: Any) -> Node:
        if self._function_number is None:
            return opaque_node(value)
        name, doc = (getattr(value, part, None) for part in ("__name__", "__doc__"))
        words = [part if type(part) is str else "" for part in (name, doc)]
        name, doc = self.text(words[0][:80]), self.text(words[1][:2000])
        return ["function", self._function_number(value), name, doc]


class Taking:
    """Hands out what an iterator gives, a few parts at a time.

    Parameters
    ----------
    iterator
        Whose parts.
    """

    def __init__(self, iterator: Iterator[Any]) -> None:
        self._iterator = iterator
        self._error: Exception | None = None

    def next(self, count: int) -> tuple[list[Any], bool]:
        """Return the next parts, at most so many, and whether there are no more.

        An error that ends the iterator is raised when the parts before it were handed out.
        """
        if self._error is not None:
            raise self._error
        parts: list[Any] = []
        try:
            parts.extend(islice(self._iterator, count))
        except Exception as error:
            if not parts:
                raise
            self._error = error
            return parts, False
        return parts, len(parts) < count


def _is_iterator(value: Any) -> bool:
    """Say whether a value is an iterator of Python's own: a generator, a map, a zip, a list's."""
    kind = type(value)
    return kind.__module__ in ("builtins", "itertools") and hasattr(kind, "__next__")


def encode(value: Any) -> tuple[Node, list[bytes]]:
    """Return a value as a tree and its buffers; functions do not cross.

    Examples
    --------
    >>> encode([1, (2.5, "three")])
    (['list', [1, ['tuple', [2.5, 'three']]]], [])
    """
    encoder = Encoder()
    return encoder.encode(value), encoder.buffers


def are_plain(values: tuple[Any, ...]) -> bool:
    """Say whether all values are plain scalars, or lists and tuples of these.

    Examples
    --------
    >>> are_plain((1, "two", [3.0, None])), are_plain((1, [[2]])), are_plain((len,))
    (True, False, False)
    """
    kinds = set(map(type, values))
    if kinds <= _FLAT:
        return True
    return kinds <= _FLAT_OR_LISTED and all(
        set(map(type, part)) <= _FLAT for part in values if type(part) not in _FLAT
    )


def opaque_node(value: Any) -> Node:
    """Return the tree of what can't be carried over: the name of its type."""
    return ["opaque", str(vars(type)["__name__"].__get__(type(value)))[:80]]


def _str(encoder: Encoder, value: Any) -> Node:
    return encoder.text(str.__str__(value))


def _int(encoder: Encoder, value: Any) -> Node:
    plain = int.__pos__(value)
    if plain.bit_length() > MAX_BITS:
        return opaque_node(value)
    if plain.bit_length() > _SHORT_BITS:
        encoder.takes(plain.bit_length() // 3)
    return plain


def _decimal(encoder: Encoder, value: Any) -> Node:
    digits = Decimal.__str__(value)
    return ["Decimal", encoder.text(digits)] if len(digits) <= MAX_DIGITS else opaque_node(value)


def _error(encoder: Encoder, value: Any) -> Node:
    known = (base.__name__ for base in type(value).__mro__ if ERRORS.get(base.__name__) is base)
    name = next(known, "LearnerError")
    return ["error", name, encoder.nodes(str(part)[:2000] for part in value.args)]


def _type(encoder: Encoder, value: Any) -> Node:
    name = value.__name__
    known = BUILTIN_TYPES.get(name) is value or ERRORS.get(name) is value
    return ["type", name] if known else encoder._callable(value)


def _listed(tag: str, base: Any) -> Callable[[Encoder, Any], Node]:
    return lambda encoder, value: [tag, encoder.nodes(base.__iter__(value))]


def _paired(tag: str) -> Callable[[Encoder, Any], Node]:
    return lambda encoder, value: [tag, encoder.pairs(value)]


def _tuple(encoder: Encoder, value: Any) -> Node:
    fields = getattr(type(value), "_fields", None)
    parts = encoder.nodes(tuple.__iter__(value))
    if type(fields) is tuple and all(type(name) is str for name in fields):
        return ["namedtuple", str(type(value).__name__), encoder.nodes(fields), parts]
    return ["tuple", parts]


def _bytearray(encoder: Encoder, value: Any) -> Node:
    encoder.has_room_for(0, len(value))
    return ["bytearray", encoder.buffer(bytes(value))]


def _items(encoder: Encoder, value: Any) -> Node:
    encoder.has_room_for(2 * len(value))
    return ["items", [encoder.nodes(pair) for pair in value]]


def _array(encoder: Encoder, value: Any) -> Node:
    encoder.has_room_for(0, len(value) * value.itemsize)
    return ["array", value.typecode, encoder.buffer(value.tobytes())]


_PLAIN: dict[type, Callable[[Encoder, Any], Node]] = {
    type(None): lambda _e, _v: None,
    bool: lambda _e, v: bool(v),
    int: _int,
    float: lambda _e, v: float.__pos__(v),
    complex: lambda _e, v: ["complex", *(p.__get__(v) for p in (complex.real, complex.imag))],
    str: _str,
    bytes: lambda e, v: ["bytes", e.buffer(bytes(v))],
    bytearray: _bytearray,
    type(...): lambda _e, _v: ["..."],
    list: _listed("list", list),
    tuple: _tuple,
    set: _listed("set", set),
    frozenset: _listed("frozenset", frozenset),
    collections.deque: _listed("deque", collections.deque),
    collections.Counter: _paired("Counter"),
    collections.OrderedDict: _paired("OrderedDict"),
    dict: _paired("dict"),
    type({}.keys()): lambda e, v: ["keys", e.nodes(v)],
    type({}.values()): lambda e, v: ["values", e.nodes(v)],
    type({}.items()): _items,
    array.array: _array,
    range: lambda e, v: ["range", e.nodes([v.start, v.stop, v.step])],
    slice: lambda e, v: ["slice", e.nodes([v.start, v.stop, v.step])],
    Decimal: _decimal,
    Fraction: lambda e, v: ["Fraction", e.nodes([v.numerator, v.denominator])],
    types.ModuleType: lambda _e, v: ["module", str(vars(v).get("__name__"))[:200]],
    BaseException: _error,
    type: _type,
}


def _time(encoder: Encoder, value: Any) -> Node:
    if type(value).__module__.partition(".")[0] == "pandas":
        return None
    if isinstance(value, datetime.datetime):
        offset = datetime.datetime.utcoffset(value)
        naive = datetime.datetime.replace(value, tzinfo=None)
        seconds = None if offset is None else offset.total_seconds()
        return ["datetime", datetime.datetime.isoformat(naive), encoder.node(seconds)]
    if isinstance(value, datetime.date):
        return ["date", datetime.date.isoformat(value)]
    if isinstance(value, datetime.timedelta):
        parts = [value.days, value.seconds, value.microseconds]
        return ["timedelta", [int(part) for part in parts]]
    if isinstance(value, datetime.time) and value.tzinfo is None:
        return ["time", datetime.time.isoformat(value)]
    return None


def _library(module: str) -> Callable[[Encoder, Any], Node]:
    def encoded(encoder: Encoder, value: Any) -> Node:
        from importlib import import_module

        return import_module(f"weakties.grading.carry.{module}").encoded(encoder, value)

    return encoded


_LIBRARIES: dict[str, Callable[[Encoder, Any], Node]] = {
    "datetime": _time,
    "pandas": _library("frames"),
    "numpy": _library("arrays"),
    "networkx": _library("graphs"),
}
"""Objects of these libraries cross too, where the library is loaded; the first that knows it wins."""
