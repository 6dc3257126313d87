"""What a key comes to, as text: from the trial of the instructor's solution to every submission."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weakties.check.reckoned import AskedOfKey, Comparison, Later, Reads, Reckoned, known

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = (type(None), bool, int, float, str)
_LISTED: dict[str, Any] = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}


class _NotPlain(ValueError):
    """Something that would not come back as it went."""


def as_text(reckoned: Reckoned | None) -> str:
    """Return what a key comes to as text; an empty one if not all of it is plain.

    Examples
    --------
    >>> one = Comparison("close", "x", (0.5,), {"slips": Later([(1.0, "it is double.")])})
    >>> known = Reckoned("demo-q1", "open", Reads({"x": "x"}), (one,))
    >>> from_text(as_text(known)) == known
    True
    >>> as_text(Reckoned("demo-q1", "open", Reads({"x": "x"}), (Comparison("close", "x", (object(),)),)))
    ''
    """
    if reckoned is None:
        return ""
    try:
        made = [
            (one.method, one.name, _tree(one.arguments), _tree(dict(one.named)))
            for one in reckoned.comparisons
        ]
    except _NotPlain:
        return ""
    reads = [dict(reckoned.reads.answers), reckoned.reads.builtins]
    return json.dumps([reckoned.question, reckoned.edition, reads, made])


def from_text(text: str) -> Reckoned:
    """Return what `as_text` wrote."""
    question, edition, (answers, builtins), made = json.loads(text)
    return Reckoned(
        question,
        edition,
        Reads(answers, tuple(builtins)),
        tuple(
            Comparison(how, name, _value(given), _value(named)) for how, name, given, named in made
        ),
    )


@contextmanager
def key_of(text: str) -> Iterator[None]:
    """Have the check that runs in this block repeat what its key comes to, if the text says that."""
    if not text:
        yield
        return
    with known(from_text(text)):
        yield


def _tree(value: Any) -> Any:
    """Return a value as JSON: what is no plain one as a list that begins with its kind."""
    import numpy as np

    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind.__name__ in _LISTED and kind is _LISTED[kind.__name__]:
        return [kind.__name__, *map(_tree, value)]
    if kind is dict:
        return ["dict", *([_tree(key), _tree(one)] for key, one in value.items())]
    if kind is AskedOfKey:
        return ["asked of key"]
    if kind is Later:
        return ["later", _tree(value.values)]
    if isinstance(value, np.bool_ | np.integer | np.floating):
        plain = value.item()
        if type(plain) in _PLAIN:
            return [f"numpy {value.dtype.name}", plain]
    raise _NotPlain(kind.__name__)


def _value(tree: Any) -> Any:
    if type(tree) is not list:
        return tree
    kind, *parts = tree
    if kind in _LISTED:
        return _LISTED[kind](map(_value, parts))
    if kind == "dict":
        return {_value(key): _value(one) for key, one in parts}
    if kind == "asked of key":
        return AskedOfKey()
    if kind == "later":
        return Later(_value(parts[0]))
    import numpy as np

    return np.dtype(kind.removeprefix("numpy ")).type(parts[0])
