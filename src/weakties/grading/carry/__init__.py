"""Values as data: what crosses from a learner's process to the one that judges.

A value becomes a tree of JSON and a list of buffers, and a new value is built from these at the
other end: plain scalars and containers, arrays, tables, graphs. No code crosses, no pickle; an
object of a subclass becomes its base value, and what is none of these becomes an `Opaque`, which
knows nothing but the name of its type. A function crosses as a number by which it can be called.
"""

from weakties.grading.carry.decode import Malformed, decode
from weakties.grading.carry.encode import Encoder, are_plain, encode, opaque_node
from weakties.grading.carry.kinds import LearnerError, Opaque
from weakties.grading.carry.wire import (
    MAX_BYTES,
    Closed,
    Message,
    Packed,
    TooLarge,
    packed,
    receive,
    receive_in_turn,
    send,
)

__all__ = [
    "MAX_BYTES", "Closed", "Encoder", "LearnerError", "Malformed", "Message", "Opaque", "Packed",
    "TooLarge", "are_plain", "decode", "encode", "opaque_node", "packed", "receive", "receive_in_turn",
    "send",
]  # fmt: skip
