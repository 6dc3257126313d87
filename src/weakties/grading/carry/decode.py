"""From data to a value. The data comes from a learner's process: nothing in it is believed."""

from __future__ import annotations

import array
import collections
import datetime
import keyword
import sys
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from weakties.grading.carry.kinds import (
    BUILTIN_TYPES,
    ERRORS,
    MAX_DEPTH,
    MAX_DIGITS,
    LearnerError,
    opaque,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Node = Any
_SCALARS = (type(None), bool, int, float, str)
_LONGEST_RANGE = 10_000_000
_ONE_BY_ONE, _AT_ONCE = 16, 1000


class Malformed(ValueError):
    """The data describes no value."""


class Decoder:
    """Builds values from trees.

    Parameters
    ----------
    buffers
        What the trees refer to by number.
    function
        Makes something callable of a function's number, name and documentation.
    """

    def __init__(
        self,
        buffers: Sequence[bytes | memoryview] = (),
        function: Callable[[int, str, str], Any] | None = None,
    ) -> None:
        self._buffers = buffers
        self._function = function
        self._depth = 0

    def value(self, node: Node) -> Any:
        """Return what a tree describes."""
        if type(node) in _SCALARS:
            return node
        if type(node) is not list or not node or type(node[0]) is not str:
            raise Malformed("neither a scalar nor a tagged list")
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH + 10:
                raise Malformed("too deep")
            build = _BUILDERS.get(node[0]) or _library_builder(node[0])
            return build(self, *node[1:])
        finally:
            self._depth -= 1

    def values(self, nodes: Node) -> list[Any]:
        """Return what several trees describe."""
        if type(nodes) is not list:
            raise Malformed("a list was expected")
        return [node if type(node) in _SCALARS else self.value(node) for node in nodes]

    def buffer(self, number: Node) -> bytes:
        """Return a buffer by its number."""
        if type(number) is not int or not 0 <= number < len(self._buffers):
            raise Malformed("no such buffer")
        return bytes(self._buffers[number])

    def function(self, number: Node, name: Node, doc: Node) -> Any:
        """Return something callable that stands for a learner's function."""
        if self._function is None or type(number) is not int:
            raise Malformed("no function is expected here")
        return self._function(number, text(name, 80), text(doc, 2000))


def decode(
    node: Node,
    buffers: Sequence[bytes | memoryview] = (),
    function: Callable[[int, str, str], Any] | None = None,
) -> Any:
    """Return the value that a tree and its buffers describe.

    Raises
    ------
    Malformed
        If they describe none.

    Examples
    --------
    >>> decode(["list", [1, ["tuple", [2.5, "three"]]]])
    [1, (2.5, 'three')]
    """
    if type(node) in _SCALARS:  # what functions that are called thousands of times mostly give
        return node
    try:
        return Decoder(buffers, function).value(node)
    except Malformed:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a library makes of such parts
        raise Malformed(f"{type(error).__name__}: {error}"[:200]) from None


def text(node: Node, longest: int = 200) -> str:
    """Return a tree that must be a short text."""
    if type(node) is not str or len(node) > longest:
        raise Malformed("a short text was expected")
    return node


def _pairs(decoder: Decoder, nodes: Node) -> dict[Any, Any]:
    return {decoder.value(key): decoder.value(part) for key, part in nodes}


def _range(decoder: Decoder, parts: Node) -> range:
    made = range(*decoder.values(parts))
    if len(made) > _LONGEST_RANGE:
        raise Malformed("a range is too long")
    return made


def _namedtuple(decoder: Decoder, name: Node, fields: Node, parts: Node) -> Any:
    names = [text(name, 80), *(text(part, 80) for part in fields)]
    if not all(part.isidentifier() and not keyword.iskeyword(part) for part in names):
        raise Malformed("a named tuple's names can't be names")
    values = decoder.values(parts)
    if any(map(callable, values)):
        # A check that calls t.equals(…) would hand the key to whoever chose the name of the field.
        raise Malformed("a named tuple with a function for a method")
    return collections.namedtuple(names[0], names[1:])(*values)


def _array(decoder: Decoder, code: Node, number: Node) -> array.array[Any]:
    return array.array(text(code, 1), decoder.buffer(number))


def _iterator(decoder: Decoder, number: Node) -> Iterator[Any]:
    return _taken(decoder.function(number, "next", ""))


def _taken(take: Callable[[int], Any]) -> Iterator[Any]:
    """Yield what an iterator elsewhere gives: first one by one, as a check may look at a few only."""
    given, count = 0, 1
    while True:
        parts, is_over = take(count)
        if type(parts) is not list:
            raise Malformed("an iterator gives no parts")
        yield from parts
        if is_over:
            return
        given += len(parts)
        count = 1 if given < _ONE_BY_ONE else min(2 * count, _AT_ONCE)


def _type(_decoder: Decoder, name: Node) -> Any:
    return BUILTIN_TYPES.get(text(name)) or ERRORS[name]


def _module(_decoder: Decoder, name: Node) -> Any:
    # Only what this process itself has loaded: a learner can't make it import anything.
    module = sys.modules.get(text(name))
    return module if module is not None else opaque("module")


def _error(_decoder: Decoder, name: Node, arguments: Node) -> Any:
    kind = ERRORS.get(text(name), LearnerError)
    parts = [text(part, 2000) for part in arguments]
    try:
        return kind(*parts)
    except TypeError:  # some errors want arguments that are no text
        return LearnerError(*parts)


def _fraction(decoder: Decoder, parts: Node) -> Fraction:
    numerator, denominator = decoder.values(parts)
    if type(numerator) is not int or type(denominator) is not int:
        raise Malformed("a fraction is made of whole numbers")
    return Fraction(numerator, denominator)


def _datetime(decoder: Decoder, iso: Node, offset: Node) -> datetime.datetime:
    naive = datetime.datetime.fromisoformat(text(iso))
    seconds = decoder.value(offset)
    if seconds is None:
        return naive
    return naive.replace(tzinfo=datetime.timezone(datetime.timedelta(seconds=seconds)))


_BUILDERS: dict[str, Callable[..., Any]] = {
    "...": lambda _d: ...,
    "complex": lambda _d, real, imag: complex(float(real), float(imag)),
    "bytes": lambda d, number: d.buffer(number),
    "bytearray": lambda d, number: bytearray(d.buffer(number)),
    "list": lambda d, parts: d.values(parts),
    "tuple": lambda d, parts: tuple(d.values(parts)),
    "namedtuple": _namedtuple,
    "set": lambda d, parts: set(d.values(parts)),
    "frozenset": lambda d, parts: frozenset(d.values(parts)),
    "deque": lambda d, parts: collections.deque(d.values(parts)),
    "dict": _pairs,
    "Counter": lambda d, pairs: collections.Counter(_pairs(d, pairs)),
    "OrderedDict": lambda d, pairs: collections.OrderedDict(_pairs(d, pairs)),
    "keys": lambda d, parts: dict.fromkeys(d.values(parts)).keys(),
    "values": lambda d, parts: dict(enumerate(d.values(parts))).values(),
    "items": lambda d, pairs: _pairs(d, pairs).items(),
    "array": _array,
    "iterator": _iterator,
    "range": _range,
    "slice": lambda d, parts: slice(*d.values(parts)),
    "Decimal": lambda _d, digits: Decimal(text(digits, MAX_DIGITS)),
    "Fraction": _fraction,
    "datetime": _datetime,
    "date": lambda _d, iso: datetime.date.fromisoformat(text(iso)),
    "time": lambda _d, iso: datetime.time.fromisoformat(text(iso)),
    "timedelta": lambda d, parts: datetime.timedelta(*d.values(parts)),
    "module": _module,
    "type": _type,
    "error": _error,
    "function": lambda d, number, name, doc: d.function(number, name, doc),
    "opaque": lambda _d, name: opaque(text(name, 80)),
}

_LIBRARY_TAGS = {"np": "arrays", "pd": "frames", "nx": "graphs"}


def _library_builder(tag: str) -> Callable[..., Any]:
    """Return what builds a tag such as ``pd.Series``; the library is loaded only now."""
    from importlib import import_module

    library, _, kind = tag.partition(".")
    if library not in _LIBRARY_TAGS:
        raise Malformed("an unknown tag")
    module = import_module(f"weakties.grading.carry.{_LIBRARY_TAGS[library]}")
    builder: Callable[..., Any] = module.BUILDERS[kind]
    return builder
