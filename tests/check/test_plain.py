"""Readers: any object gives a value of an exact built-in type, or a reason why not."""

from __future__ import annotations

import datetime
import math
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from check.anything import (
    LIARS,
    REBELS,
    ClassOfEverything,
    EqualsEverything,
    anything,
    rebellious,
)
from weakties.check.days import date
from weakties.check.plain import (
    Blank,
    NotPlain,
    a_type,
    count,
    members,
    number,
    shown,
    text,
)


class FloatOnDemand:
    """A number of somebody's own making."""

    def __float__(self):
        return 1.0


READERS = {number: float, count: int, text: str, date: datetime.date, members: frozenset}
READS = pytest.mark.parametrize(("read", "kind"), READERS.items(), ids=lambda part: part.__name__)


def kinds_within(value: object) -> set[type]:
    if type(value) in (tuple, frozenset):
        return set().union(*map(kinds_within, value))
    return {type(value)}


@READS
@settings(deadline=None, max_examples=250)
@given(value=anything())
def test_any_object_gives_a_plain_value_or_the_end_of_a_sentence(read, kind, value):
    try:
        found = read(value)
    except NotPlain as reason:
        assert str(reason).startswith(("is ", "holds "))  # noqa: PT017
        assert str(reason).endswith((".", "?"))  # noqa: PT017
    else:
        assert type(found) is kind
        assert kinds_within(found) <= {int, float, str, datetime.date}


@READS
@pytest.mark.parametrize("which", range(len(LIARS)))
def test_an_object_that_lies_about_itself_is_refused(read, kind, which):  # noqa: ARG001
    with pytest.raises(NotPlain):
        read(LIARS[which])


@READS
@pytest.mark.parametrize("which", range(len(REBELS)))
def test_a_subclass_has_no_say_in_its_value(read, kind, which):
    with suppress(NotPlain):
        assert type(read(REBELS[which])) is kind


@pytest.mark.parametrize(
    ("read", "value", "plain"),
    [
        (number, rebellious(float)(0.25), 0.25),
        (number, rebellious(np.float32)(0.25), 0.25),
        (count, rebellious(int)(7), 7),
        (text, rebellious(str)(" formal "), "formal"),
        (date, rebellious(datetime.date)(2026, 3, 1), datetime.date(2026, 3, 1)),
        (date, rebellious(datetime.datetime)(2026, 3, 1, 9), datetime.date(2026, 3, 1)),
        (members, rebellious(list)(["b", "a"]), frozenset({"a", "b"})),
        (members, {"a": 1, "b": 2}.keys(), frozenset({"a", "b"})),
        (members, nx.path_graph(["a", "b"]), frozenset({"a", "b"})),
        (members, nx.path_graph(["a", "b"]).nodes, frozenset({"a", "b"})),
        (members, nx.k_core(nx.complete_graph(3), 2).nodes(), frozenset({0, 1, 2})),
        (members, np.arange(2.0).view(rebellious(np.ndarray)), frozenset({0.0, 1.0})),
    ],
    ids=lambda part: getattr(part, "__name__", type(part).__name__),
)
def test_a_subclass_counts_as_its_base_value(read, value, plain):
    assert read(value) == plain


@pytest.mark.parametrize(
    "scalar",
    [np.float64(3), np.float32(3), np.float16(3), np.longdouble(3), np.int64(3), np.uint8(3)],
    ids=lambda scalar: type(scalar).__name__,
)
def test_a_numpy_scalar_is_a_number(scalar):
    assert (number(scalar), type(number(scalar))) == (3.0, float)
    assert (count(scalar), type(count(scalar))) == (3, int)


@pytest.mark.parametrize("value", [3, 3.0, Fraction(6, 2), Decimal("3.0")])
def test_any_exact_number_without_a_fraction_is_a_count(value):
    assert count(value) == 3


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_finite_float_is_read_unchanged(value):
    assert number(value) == value


def the_reason(read, value):
    with pytest.raises(NotPlain) as reason:
        read(value)
    return str(reason.value)


@pytest.mark.parametrize("yes", [True, np.bool_(True)])
@pytest.mark.parametrize("read", [number, count])
def test_true_is_no_number(read, yes):
    assert the_reason(read, yes).startswith("is True or False")


@pytest.mark.parametrize(
    "value", [math.nan, np.float32("nan"), Decimal("NaN"), Decimal("sNaN"), np.float64("nan")]
)
def test_nan_is_named(value):
    assert the_reason(number, value).startswith("is NaN")


@pytest.mark.parametrize(
    "value", [math.inf, -math.inf, np.float64("inf"), 10**400, Fraction(10**400), Decimal("1e999")]
)
def test_what_no_float_can_hold_is_named_infinite(value):
    assert the_reason(number, value).startswith("is infinite")


@pytest.mark.parametrize("read", READERS)
def test_the_three_dots_are_a_blank_and_nothing_else_is(read):
    with pytest.raises(Blank, match="three dots"):
        read(...)
    with pytest.raises(NotPlain) as reason:
        read(None)
    assert not isinstance(reason.value, Blank)


@pytest.mark.parametrize(
    ("read", "value", "phrase"),
    [
        (number, "31%", "leave out the quotes and the sign"),
        (number, "0,31", "write decimals with a point (0.31)"),
        (number, "1,234", "thousands without a comma"),
        (number, "39.1 pp", "leave out the quotes and the unit"),
        (number, "much", "is the text 'much'"),
        (number, nx.path_graph(2).degree, "'DegreeView': one number is asked for"),
        (members, nx.path_graph(2).edges, "'EdgeView': a set or a list of ids is asked for"),
        (number, "18 of 0", "a number is asked for"),
        (number, "1_000", "a number is asked for"),
        (number, ["1", "2"], "one number is asked for"),
        (number, [[1]], "one number is asked for"),
        (number, [True], "is True or False"),
        (number, {"a": 1}, "one number is asked for"),
        (count, "18 of 39", "a whole number is asked for"),
        (number, "", "empty text"),
        (number, 1j, "complex"),
        (number, np.clongdouble(1), "complex"),
        (
            number,
            np.timedelta64(3, "D"),
            "a duration: a number is asked for. Divided by pd.Timedelta",
        ),
        (number, pd.Timedelta(hours=3), "a duration: a number is asked for"),
        (number, pd.Series([1.0, 2.0]), "a pandas Series of length 2: one number is asked for"),
        (number, pd.Series(["one"]), "is the text 'one'"),
        (number, pd.Series([True, False]), ".sum() counts the True ones"),
        (number, np.array([1.0, 2.0]), "a numpy array: pick one element of it, such as [0]."),
        (number, np.ones((2, 2)), "a numpy array: pick one element of it, such as [0, 0]."),
        (count, pd.DataFrame({"a": [1, 2]}), "len() counts its rows"),
        (number, np.array([np.timedelta64(3, "ns")]), "a duration"),
        (number, (0.3, 0.5), "Python writes a point: 0.31"),
        (number, (0, 31), "Python writes a point: 0.31"),
        (number, (1, 2, 3), "one number is asked for. Does a count"),
        (number, [1.5, 2.5, 3.5], "a list: one number is asked for. Does a count, a sum, a mean"),
        (number, FloatOnDemand(), "float(...) around it"),
        (number, np.array("a"), "is the text 'a'"),
        (members, iter(["a"]), "Wrap what holds them in set(...)"),
        (members, (one for one in "ab"), "a generator, which gives its elements only once"),
        (members, map(str, "ab"), "is a map, which gives"),
        (number, len, "parentheses missing"),
        (number, EqualsEverything(), "'EqualsEverything'"),
        (count, 2.5, "is 2.5: a whole number"),
        (text, 3, "is a number: a text in quotes"),
        (text, "  ", "empty text"),
        (date, "yesterday", "no date like"),
        (date, "2026-02-30", "no calendar has that day"),
        (date, "1/3/2026", "year, month, day"),
        (date, pd.Period("2026-03"), "a date such as"),
        (date, pd.NaT, "NaT"),
        (date, np.datetime64("NaT"), "NaT"),
        (date, 3, "a date such as"),
        (members, 3, "is a number: a set or a list"),
        (members, "abc", "is a text: a set or a list"),
        (members, [None], "holds an object of the type 'NoneType'"),
        (members, [[1]], "holds a list"),
    ],
)
def test_the_reason_says_what_was_seen(read, value, phrase):
    assert phrase in the_reason(read, value)


@pytest.mark.parametrize(
    "day",
    [
        "2026-03-01",
        " 2026-03-01 ",
        "2026-03-01T18:00",
        datetime.date(2026, 3, 1),
        np.datetime64("2026-03-01T18:00"),
        datetime.datetime(2026, 3, 1, 18, tzinfo=datetime.UTC),
        pd.Timestamp("2026-03-01 18:00"),
        pd.Timestamp("2026-03-01").as_unit("s"),
        "01 Mar 2026",
        "March 1, 2026",
        "1.3.2026",
        pd.Period("2026-03-01"),
        pd.Period("2026-03-07", freq="W-SAT"),
        pd.DatetimeIndex(["2026-03-01"]),
        pd.Series([datetime.date(2026, 3, 1)]),
        np.array(["2026-03-01"], dtype="datetime64[ns]"),
    ],
)
def test_a_date_may_be_written_in_several_ways(day):
    assert date(day) == datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    "ids",
    [
        ["b", "a", "a"],
        ("a", "b"),
        {"a", "b"},
        pd.Series(["a", "b"], index=[5, 6]),
        pd.Index(["b", "a"]),
        np.array([["a"], ["b"]]),
        pd.Series(["b", "a", "a"], dtype="str").unique(),
        pd.Series(["b", "a"], dtype="string").array,
        pd.Series(["a", "b"], dtype="category").values,
        {"a": 1, "b": 2},
        {1: "a", 2: "b"}.values(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_members_are_read_from_any_container_without_order_and_doubles(ids):
    assert members(ids) == {"a", "b"}


def test_members_may_be_pairs_and_whole_numbers_of_any_type():
    assert members([(1, "a"), (np.int64(1), "a")]) == {(1.0, "a")}


@pytest.mark.parametrize(
    "three",
    [
        np.array(3),
        np.array([3.0]),
        np.array([[3]]),
        pd.Series([3], index=["x"]),
        pd.Index([3.0]),
        pd.DataFrame({"x": [1, 2]}).sum(),
        pd.DataFrame({"x": [3]}),
        [3],
        (3.0,),
        {3},
        "3",
        " 3.0 ",
        ["3"],
        pd.Series(["3"]),
        [np.int64(3)],
        "9/3",
        "9 of 3",
    ],
    ids=repr,
)
def test_what_holds_one_number_alone_is_that_number(three):
    assert number(three) == 3
    assert count(three) == 3


def test_an_array_that_holds_itself_is_no_number():
    array = np.array([None], dtype=object)
    array[0] = array
    assert "a numpy array" in the_reason(number, array)


def test_a_class_has_no_say_in_its_name():
    assert a_type(ClassOfEverything()) == "an object of the type 'ClassOfEverything'"


@settings(deadline=None)
@given(value=anything())
def test_every_object_has_a_type_in_words(value):
    assert 0 < len(a_type(value)) < 100


@given(st.floats(-1e300, 1e300))
def test_a_number_is_shown_in_few_characters(value):
    assert len(shown(value)) <= 19
    assert math.isclose(float(shown(value)), value, rel_tol=1e-3, abs_tol=1e-300)
