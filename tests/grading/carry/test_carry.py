"""Values cross as data: what comes out is what went in, and no data does harm."""

from __future__ import annotations

import array
import collections
import datetime
import json
import math
import socket
import sys
import threading
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.grading.carry import (
    Closed,
    Encoder,
    LearnerError,
    Malformed,
    Message,
    Opaque,
    TooLarge,
    decode,
    encode,
    receive,
    send,
)

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.complex_numbers(allow_nan=False)
    | st.decimals(allow_nan=False)
    | st.fractions()
    | st.dates()
    | st.datetimes()
    | st.timedeltas()
)
HASHABLE = st.recursive(
    SCALARS, lambda inner: st.tuples(inner, inner) | st.frozensets(inner), max_leaves=5
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner) | st.tuples(inner) | st.dictionaries(HASHABLE, inner) | st.sets(HASHABLE)
    ),
    max_leaves=20,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
TAGS = [
    "...", "complex", "bytes", "bytearray", "list", "tuple", "namedtuple", "set", "frozenset", "deque",
    "dict", "Counter", "OrderedDict", "range", "slice", "Decimal", "Fraction", "datetime", "date", "time",
    "timedelta", "module", "type", "error", "function", "opaque", "np.array", "np.scalar", "np.objects",
    "pd.DataFrame", "pd.Series", "pd.Index", "pd.MultiIndex", "pd.RangeIndex", "pd.array",
    "pd.Categorical", "pd.Timestamp", "pd.Timedelta", "pd.Period", "pd.NaT", "pd.NA", "nx.Graph",
    "nx.MultiDiGraph", "os.system", "np.load", "x",
]  # fmt: skip


def crossed(value):
    """Return a value as it comes out at the other end."""
    tree, buffers = encode(value)
    return decode(json.loads(json.dumps(tree)), buffers)


@given(VALUES)
def test_plain_values_come_out_as_they_went_in(value):
    assert crossed(value) == value
    assert type(crossed(value)) is type(value)


def test_a_number_that_is_none_comes_out_as_one():
    assert math.isnan(crossed(float("nan")))


class Text(str):
    __slots__ = ()

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class Number(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class Table(pd.DataFrame):
    def mean(self, *_, **__):
        return 5


@pytest.mark.parametrize(
    ("value", "base"), [(Text("a"), str), (Number(1.5), float), (Table({"a": [1]}), pd.DataFrame)]
)
def test_an_object_of_a_subclass_comes_out_as_its_base_value(value, base):
    assert type(crossed(value)) is base
    assert type(crossed([value])[0]) is base


@pytest.mark.parametrize(
    "value",
    [
        ...,
        range(2, 9, 3),
        slice(1, None),
        collections.Counter("aab"),
        collections.deque([1, 2]),
        collections.OrderedDict(a=1),
        Decimal("1.50"),
        Fraction(1, 3),
        int,
        ValueError,
        np.float64(2.5),
        np.int32(3),
        np.datetime64("2027-01-01"),
        pd.Timestamp("2027-01-01", tz="Europe/Berlin"),
        pd.Timedelta("1D"),
        pd.NaT,
        pd.NA,
        pd.Period("2027-01"),
        datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC),
    ],
    ids=str,
)
def test_these_come_out_as_they_went_in(value):
    assert repr(crossed(value)) == repr(value)
    assert type(crossed(value)) is type(value)


TABLES = [
    pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [1.5, np.nan]}),
    pd.DataFrame(),
    pd.DataFrame({"a": []}),
    pd.DataFrame({1: [True], ("a", 2): [np.datetime64("2027-01-01")]}),
    pd.DataFrame(
        {"a": pd.array([1, None], dtype="Int64"), "b": pd.array([True, None], dtype="boolean")}
    ),
    pd.DataFrame({"a": pd.Categorical(["x", "y"], ordered=True)}),
    pd.DataFrame({"a": pd.to_datetime(["2027-01-01", None], utc=True)}),
    pd.DataFrame(
        {"a": [1, 2]}, index=pd.MultiIndex.from_tuples([(1, "x"), (2, "y")], names=["n", None])
    ),
    pd.DataFrame({"x": [1, 1, 2], "y": [1, 2, 3]}).groupby("x").agg(["mean", "sum"]),
    pd.DataFrame({"a": [1]}, index=pd.date_range("2027", periods=1, freq="MS", name="day")),
    pd.DataFrame({"a": [[1], {"b": 2}]}),
]


@pytest.mark.parametrize("table", TABLES, ids=range(len(TABLES)))
def test_tables_come_out_as_they_went_in(table):
    pd.testing.assert_frame_equal(crossed(table), table)
    for name in table:
        pd.testing.assert_series_equal(crossed(table[name]), table[name])
    pd.testing.assert_index_equal(crossed(table.index), table.index)


def test_a_table_that_came_out_can_be_written_into():
    array = crossed(np.zeros(3))
    array[0] = 1
    frame = crossed(pd.DataFrame({"a": [1.0, 2.0]}))
    frame.loc[0, "a"] = 7
    assert (array.sum(), frame["a"].sum()) == (1, 9)


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_graphs_come_out_as_they_went_in(kind):
    graph = kind(name="g")
    graph.add_node("alone", size=3)
    graph.add_edge("a", ("b", 1), weight=0.5)
    if graph.is_multigraph():
        graph.add_edge("a", ("b", 1), key="again", weight=2)
    found = crossed(graph)
    assert type(found) is kind
    assert nx.utils.graphs_equal(found, graph)


def test_a_graphs_nodes_cross_as_nodes_and_not_as_a_function_that_was_not_called():
    graph = nx.path_graph(["a", "b", "c"])
    graph.add_node("a", size=3)
    found = crossed(nx.k_core(graph, 1).nodes)
    assert type(found) is type(graph.nodes)
    assert dict(found) == dict(graph.nodes)


def test_a_named_tuple_keeps_its_names():
    point = collections.namedtuple("Point", "x y")(1, 2)
    assert (crossed(point).x, crossed(point)) == (1, (1, 2))


class Evil:
    def __reduce__(self):
        raise AssertionError("pickled")

    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.mark.parametrize(
    "value",
    [Evil(), (i for i in ()), open, lambda: 1, object(), np.ma.array([1]), 10**5000, sys.stdout],
    ids=lambda value: type(value).__name__,
)
def test_anything_else_comes_out_as_its_types_name_only(value):
    found = crossed(value)
    assert isinstance(found, Opaque)
    assert type(found).__name__ == type(value).__name__
    assert not vars(type(found)).keys() & {"__eq__", "__float__", "__call__"}


def test_an_evil_cell_of_a_table_spoils_only_itself():
    found = crossed(pd.DataFrame({"a": [Evil(), 2]}, dtype=object))
    assert isinstance(found["a"][0], Opaque)
    assert found["a"][1] == 2


def test_what_is_too_deep_too_large_or_in_itself_comes_out_as_its_types_name():
    deep = []
    for _ in range(10_000):
        deep = [deep]
    endless = []
    endless.append(endless)
    for value in (deep, endless, [0] * 3_000_000, "x" * 2**26, np.zeros(2**24)):
        assert isinstance(crossed(value), Opaque)


@pytest.mark.parametrize(
    "collected", [list, lambda parts: dict.fromkeys(range(1_000_001), parts[0])]
)
def test_too_many_parts_are_refused_before_one_of_them_is_looked_at(collected, monkeypatch):
    looked_at = []
    encoder = Encoder()
    by_type = encoder._by_type
    monkeypatch.setattr(
        encoder, "_by_type", lambda value: looked_at.append(value) or by_type(value)
    )
    value = collected([[1]] * 2_000_001)
    assert isinstance(decode(encoder.encode(value), encoder.buffers), Opaque)
    assert len(looked_at) == 1


def test_numbers_of_numpy_take_no_buffers_of_which_a_message_has_only_so_many():
    numbers = [np.float64(0.5), np.int8(-1), np.str_("one"), np.datetime64("2026-11-27")]
    tree, buffers = encode(numbers)
    assert decode(tree) == numbers
    assert not buffers


def test_more_buffers_than_a_message_may_have_are_refused(monkeypatch):
    monkeypatch.setattr(sys.modules[Encoder.__module__], "MAX_BUFFERS", 2)
    assert len(crossed([b"1", b"2"])) == 2
    assert isinstance(crossed([b"1", b"2", b"3"]), Opaque)


@pytest.mark.parametrize(
    "value",
    [
        [2**11_999] * 20_000,
        dict.fromkeys(range(20000), (2**11999, None)),
        [Decimal("1" * 5_000)] * 20_000,
        [ValueError("x" * 2_000)] * 40_000,
        [collections.namedtuple("Row", ["a" * 5_000, "b"])(1, 2)] * 10_000,
    ],
    ids=["integers", "pairs", "decimals", "errors", "named tuples"],
)
def test_what_would_be_longer_than_a_message_is_not_even_made(value):
    encoder = Encoder()
    assert encoder.encode(value) == ["opaque", type(value).__name__]


def test_one_value_that_is_too_large_leaves_room_for_others():
    encoder = Encoder()
    first, second = encoder.encode([b"x" * 2**26, 1]), encoder.encode(b"small")
    assert isinstance(decode(first, encoder.buffers), Opaque)
    assert decode(second, encoder.buffers) == b"small"


def test_a_function_comes_out_as_a_number_to_call_it_by():
    def triple(x):
        """Return three times x."""
        return 3 * x

    known = []
    encoder = Encoder(lambda function: known.append(function) or 7)
    tree = encoder.encode([triple])
    made = decode(tree, (), lambda number, name, doc: (number, name, doc))
    assert made == [(7, "triple", "Return three times x.")]
    assert known == [triple]


def crossed_with_calls(value):
    """Return a value as it comes out at the other end, where functions can be called."""
    functions = []

    def number(function):
        functions.append(function)
        return len(functions) - 1

    encoder = Encoder(number)
    tree = json.loads(json.dumps(encoder.encode(value)))
    return decode(tree, encoder.buffers, lambda n, _name, _doc: functions[n])


def counted(limit):
    """Yield numbers, then fail."""
    yield from range(limit)
    raise ValueError("no more")


@pytest.mark.parametrize(
    "make",
    [
        lambda: (i for i in range(2000)),
        lambda: map(str, range(3)),
        lambda: zip("ab", range(2), strict=True),
        lambda: filter(None, [0, 1, 2]),
        lambda: enumerate("abc"),
        lambda: reversed([1, 2, 3]),
        lambda: iter([]),
        lambda: iter({"a": 1}),
        lambda: __import__("itertools").chain([1], [2]),
    ],
)
def test_an_iterator_comes_out_as_an_iterator_over_the_same(make):
    made = crossed_with_calls(make())
    assert not isinstance(made, Opaque)
    assert iter(made) is made
    assert list(made) == list(make())
    assert list(made) == []


def test_no_more_of_an_iterator_is_taken_than_a_check_looks_at():
    taken = []
    made = crossed_with_calls(taken.append(i) or i for i in range(1000))
    assert (next(made), next(made), taken) == (0, 1, [0, 1])


def test_an_iterator_fails_where_it_fails_and_not_before():
    made = crossed_with_calls(counted(40))
    found = []
    with pytest.raises(ValueError, match="no more"):
        found.extend(made)
    assert found == list(range(40))


@pytest.mark.parametrize("view", [{"a": 1, "b": 2}.keys(), {"a": 1, "b": 2}.items()])
def test_a_view_of_a_dictionary_is_compared_with_sets(view):
    made = crossed(view)
    assert made == set(view)
    assert type(made) is type(view)
    assert made != {"a"}


def test_values_of_a_dictionary_and_numbers_of_an_array_come_out():
    assert list(crossed({"a": [1], "b": [2]}.values())) == [[1], [2]]
    assert crossed(array.array("i", [1, 2])) == array.array("i", [1, 2])


def test_a_named_tuple_chooses_no_method_that_a_check_calls():
    point = collections.namedtuple("Point", "x equals")(1, lambda expected: True)  # noqa: ARG005
    with pytest.raises(Malformed, match="a function"):
        crossed_with_calls(point)


def test_an_error_comes_out_as_an_error_of_its_kind_or_as_a_learners():
    class Own(KeyError):
        pass

    class Strange(Exception):
        pass

    assert repr(crossed(ValueError("a", 1))) == "ValueError('a', '1')"
    assert type(crossed(Own("x"))) is KeyError
    assert type(crossed(Strange("x"))) is Exception
    assert type(crossed(UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"))) is LearnerError


def test_a_module_is_only_named_and_never_imported():
    assert crossed(json) is json
    assert "antigravity" not in sys.modules
    assert isinstance(decode(["module", "antigravity"]), Opaque)
    assert "antigravity" not in sys.modules


@given(st.sampled_from(TAGS), st.lists(JSON, max_size=5))
def test_data_that_describes_no_value_is_malformed_and_does_nothing_else(tag, parts):
    with suppress(Malformed):
        decode([tag, *parts], [b"", b"x"])


@given(JSON)
def test_any_json_is_a_value_or_malformed(tree):
    with suppress(Malformed):
        decode(tree)


@pytest.mark.parametrize(
    "tree",
    [
        ["np.array", "|O", [1], 0],
        ["np.array", "V8", [1], 0],
        ["np.array", "<i8", [2**40], 0],
        ["np.array", "<i8", [-1], 0],
        ["np.array", "<f8", [1], 5],
        ["pd.array", "category", ["list", []]],
        [
            "pd.DataFrame",
            ["pd.RangeIndex", [0, 9, 1], None],
            [],
            ["pd.RangeIndex", [0, 1, 1], None],
        ],
        ["range", [0, 10**15, 1]],
        ["namedtuple", "x; import os", ["a"], [1]],
        ["namedtuple", "x", ["class"], [1]],
        ["type", "Popen"],
        ["function", 1, "f", ""],
        ["dict", [[["list", []], 1]]],
        {"a": 1},
        [],
        [["list"]],
    ],
    ids=str,
)
def test_these_are_malformed(tree):
    with pytest.raises(Malformed):
        decode(tree, [b"12345678"])


def both_ends():
    ours, theirs = socket.socketpair()
    ours.settimeout(5)
    return ours, theirs


@given(JSON, st.lists(st.binary(), max_size=3))
def test_messages_arrive_whole(tree, buffers):
    ours, theirs = both_ends()
    with ours, theirs:
        sender = threading.Thread(target=send, args=(theirs, Message(tree, buffers)))
        sender.start()
        got = receive(ours)
        sender.join()
    assert json.dumps(got.tree) == json.dumps(tree)
    assert list(got.buffers) == buffers


@pytest.mark.parametrize(
    "noise",
    [
        b"\xff" * 100,
        b"\0\0\0\2\0\0\0\0[}",
        b"\0\0\0\1\0\0\0\1" + b"\xff" * 8,
        b"\0\1\0\0\0\0\0\0" + b"[" * 65536,
        b"\0\0\0\4\0\0\0\0\xff\xfe\xfd\xfc",
    ],
)
def test_noise_is_refused(noise):
    ours, theirs = both_ends()
    with ours, theirs:
        theirs.sendall(noise)
        with pytest.raises(TooLarge):
            receive(ours)


def test_a_line_whose_other_end_is_gone_is_closed():
    ours, theirs = both_ends()
    theirs.close()
    with ours:
        with pytest.raises(Closed):
            receive(ours)
        with pytest.raises(Closed):
            send(ours, Message("x" * 10_000_000))


def test_who_waits_too_long_for_a_message_stops_waiting():
    ours, theirs = both_ends()
    with ours, theirs:
        with pytest.raises(TimeoutError):
            receive(ours, seconds=0.05)
        theirs.sendall(b"\0\0\0\2")
        with pytest.raises(TooLarge, match="half-way"):
            receive(ours, seconds=0.05)
