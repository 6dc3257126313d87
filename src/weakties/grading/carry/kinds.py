"""What both ends of the line know: plain types, number types, and a stand-in for the rest."""

from __future__ import annotations

import builtins
import re

MAX_DEPTH = 40
MAX_NODES = 2_000_000
MAX_BITS = 12_000
"""No longer integers cross: Python itself refuses to print them."""
MAX_DIGITS = 5000
"""Nor do longer decimal numbers."""

BUILTIN_TYPES = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and not issubclass(kind, BaseException)
}
ERRORS = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
}

ARRAY_DTYPE = re.compile(
    r"[<>|=]?(b1|[iu][1248]|f(2|4|8|16)|c(8|16|32)|[mM]8\[(\d*(Y|M|W|D|h|m|s|ms|us|ns))\]"
    r"|[US]\d{1,6})"
)
"""NumPy's types whose bytes are their value."""

PANDAS_DTYPE = re.compile(
    r"U?Int(8|16|32|64)|Float(32|64)|boolean|string(\[python\])?|str"
    r"|datetime64\[(s|ms|us|ns), [A-Za-z0-9_+:/-]{1,40}\]|period\[[A-Za-z0-9-]{1,12}\]"
)
"""pandas' own types that can be built from a list of plain values."""


class Opaque:
    """Stands for an object that can't be carried over; the class made for it has its type's name."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<an object of type {type(self).__name__}>"


class LearnerError(Exception):
    """An error of a type of its own that a learner's function raised."""


def opaque(type_name: str) -> Opaque:
    """Return a stand-in whose type has this name, if it can be a name."""
    name = type_name if type_name.isidentifier() and len(type_name) <= 80 else "object"
    made: Opaque = type(name, (Opaque,), {"__slots__": ()})()
    return made
