"""NumPy's arrays and scalars as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from weakties.grading.carry.decode import Malformed, text
from weakties.grading.carry.kinds import ARRAY_DTYPE

if TYPE_CHECKING:
    from weakties.grading.carry.decode import Decoder
    from weakties.grading.carry.encode import Encoder

Node = Any


def encoded(encoder: Encoder, value: Any) -> Node:
    """Return an array or a scalar as a tree, or ``None`` if it is neither."""
    if isinstance(value, np.ma.MaskedArray):
        return None
    if issubclass(type(value), np.generic):
        dtype = value.dtype.str
        if not ARRAY_DTYPE.fullmatch(dtype):
            return None
        return ["np.scalar", dtype, encoder.text(np.generic.tobytes(value).hex())]
    if issubclass(type(value), np.ndarray):
        return array(encoder, np.asarray(value))
    return None


def array(encoder: Encoder, values: Any) -> Node:
    """Return a plain array as a tree."""
    plain = np.ndarray.view(values, np.ndarray)
    shape = [int(length) for length in plain.shape]
    if plain.dtype == object:
        encoder.has_room_for(plain.size)
        return ["np.objects", shape, encoder.nodes(plain.ravel().tolist())]
    if not ARRAY_DTYPE.fullmatch(plain.dtype.str):
        return ["opaque", "ndarray"]
    encoder.has_room_for(0, plain.nbytes)
    return ["np.array", plain.dtype.str, shape, encoder.buffer(plain.tobytes())]


def _dtype(node: Node) -> np.dtype[Any]:
    if not ARRAY_DTYPE.fullmatch(text(node, 40)):
        raise Malformed("an array of an unknown type")
    return np.dtype(node)


def _shape(node: Node) -> tuple[int, ...]:
    if type(node) is not list or len(node) > 8 or not all(type(n) is int and n >= 0 for n in node):
        raise Malformed("an array without a shape")
    return tuple(node)


def _array(decoder: Decoder, dtype: Node, shape: Node, number: Node) -> Any:
    # A copy: checks may write into what they are given.
    return np.frombuffer(decoder.buffer(number), _dtype(dtype)).reshape(_shape(shape)).copy()


def _scalar(_decoder: Decoder, dtype: Node, digits: Node) -> Any:
    kind = _dtype(dtype)
    return np.frombuffer(bytes.fromhex(text(digits, 2 * kind.itemsize)), kind, count=1)[0]


def _objects(decoder: Decoder, shape: Node, nodes: Node) -> Any:
    values = decoder.values(nodes)
    made = np.empty(len(values), dtype=object)
    for i, value in enumerate(values):
        made[i] = value
    return made.reshape(_shape(shape))


BUILDERS = {"array": _array, "scalar": _scalar, "objects": _objects}
