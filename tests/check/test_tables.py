"""Tables: compared by key, whatever their order, index and dtypes."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from check.anything import EqualsEverything, anything
from weakties.check.plain import Blank, NotPlain
from weakties.check.tables import difference, table

RIGHT = pd.DataFrame({"level": ["daily", "weekly", "monthly"], "ratio": [3.0, 2.0, 1.4]})
COLUMNS = list(RIGHT.columns)


def differs(mine, reference=RIGHT, key=("level",), within=0.01):
    return difference(table(mine, list(reference.columns)), reference, list(key), within)


@pytest.mark.parametrize(
    "same",
    [
        RIGHT,
        RIGHT.iloc[::-1],
        RIGHT.set_index("level"),
        RIGHT.set_index("level")["ratio"],
        RIGHT[["ratio", "level"]].set_index(np.array([7, 7, 7])),
        RIGHT.assign(level=RIGHT["level"].astype("category")),
        RIGHT.assign(level=RIGHT["level"].astype(object), ratio=RIGHT["ratio"].astype("float32")),
        RIGHT.assign(level=[" Daily", "WEEKLY", "monthly"]),
        RIGHT.assign(ratio=[3.009, 2.0, 1.391]),
        RIGHT.assign(note="mine"),
    ],
    ids=[
        "the same", "another order", "key in the index", "a Series", "another index", "categories",
        "other dtypes", "other case", "within the tolerance", "a column more",
    ],
)  # fmt: skip
def test_a_right_table_may_look_different(same):
    assert differs(same) is None


def test_whole_numbers_equal_floats_and_numbers_in_object_columns():
    counts = pd.DataFrame({"face": [1, 2], "n": [24, 24]})
    assert differs(counts.astype(float), counts, ["face"]) is None
    assert differs(counts.astype(object), counts, ["face"]) is None
    assert differs(counts.astype("Int64"), counts, ["face"]) is None


def with_row(level, ratio):
    return pd.concat([RIGHT, pd.DataFrame({"level": [level], "ratio": [ratio]})])


@pytest.mark.parametrize(
    ("mine", "sentence"),
    [
        (RIGHT.iloc[1:], "lacks the row for 'daily'."),
        (RIGHT.iloc[:0], "lacks the row for 'daily', 'weekly', 'monthly'."),
        (
            RIGHT.replace({"level": {"daily": "every day"}}),
            "lacks the row for 'daily'; it has one for 'every day'.",
        ),
        (with_row("yearly", 1), "should not have the row for 'yearly'."),
        (with_row(None, 1), "should not have the row for missing."),
        (with_row("daily", 3), "has 1 rows too many: a level stands twice."),
        (
            RIGHT.assign(ratio=[3.0, 9.0, 9.5]),
            "differs in 2 of 3 values, first in the column `ratio` of the row for 'weekly', which is 9.",
        ),
        (
            RIGHT.assign(ratio=[np.nan, 2.0, 1.4]),
            "differs in 1 of 3 values, first in the column `ratio` of the row for 'daily', which is missing.",
        ),
        (
            RIGHT.assign(ratio=["3", 2.0, 1.4]),
            "differs in 1 of 3 values, first in the column `ratio` of the row for 'daily', which is '3'.",
        ),
    ],
)
def test_the_first_difference_is_named(mine, sentence):
    assert differs(mine) == sentence


def test_many_missing_rows_are_counted_rather_than_listed():
    people = pd.DataFrame({"person": range(9), "n": 1})
    assert differs(people.iloc[:2], people, ["person"]) == "lacks the row for 2, 3, 4 and 4 more."


def test_rows_may_be_named_by_two_columns():
    pairs = pd.DataFrame({"a": [1, 1, 2], "b": ["x", "y", "x"], "n": [1, 2, 3]})
    assert differs(pairs.groupby(["a", "b"]).sum(), pairs, ["a", "b"]) is None
    assert differs(pairs.iloc[:2], pairs, ["a", "b"]) == "lacks the row for 2, 'x'."


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ([True, False], [True, True]),
        (pd.to_datetime(["2026-03-01", "2026-03-02"]), pd.to_datetime(["2026-03-01"] * 2)),
        ([None, 2.0], [0.0, 2.0]),
        ([1.0, 2.0], [1.0, np.inf]),
        ([None, 2.0], [EqualsEverything(), 2.0]),
        (["a", None], ["a", [1]]),
    ],
    ids=["bool", "date", "missing", "infinite", "equals everything", "list"],
)
def test_a_wrong_value_of_any_type_differs(right, wrong):
    reference = pd.DataFrame({"k": ["a", "b"], "v": right})
    assert differs(reference.copy(), reference, ["k"]) is None
    assert "differs in 1 of 2 values" in differs(
        pd.DataFrame({"k": ["a", "b"], "v": wrong}), reference, ["k"]
    )


def test_cells_that_hold_no_plain_value_agree_with_nothing():
    lists = pd.DataFrame({"k": ["a", "b"], "v": [[1], [2]]})
    assert differs(lists, lists, ["k"]).endswith("of the row for 'a', which is a list.")


def test_dates_name_rows_and_agree_with_their_text():
    days = pd.DataFrame({"day": pd.to_datetime(["2026-03-01", "2026-03-02"]), "n": [1, 2]})
    as_text = days.assign(day=["2026-03-02", "2026-03-01"], n=[2, 1])
    as_dates = days.assign(day=[datetime.date(2026, 3, 1), datetime.date(2026, 3, 2)])
    assert differs(as_text, days, ["day"]) is None
    assert differs(as_dates, days, ["day"]) is None
    assert differs(days.iloc[:1], days, ["day"]) == "lacks the row for '2026-03-02'."


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        (None, "is None"),
        ([1, 2], "is a list: a DataFrame is asked for."),
        (pd.Series([1.0, 2.0]), "lacks the column `level`, `ratio`. It has: `0`."),
        (RIGHT.rename(columns={"ratio": "r"}), "lacks the column `ratio`. It has: `level`, `r`."),
        (pd.DataFrame(), "It has: none."),
        (pd.concat([RIGHT, RIGHT], axis=1), "has two columns of the same name."),
        (
            RIGHT.groupby("level").agg({"ratio": ["mean", "std"]}),
            "has column names of several levels",
        ),
        (RIGHT["level"].groupby(RIGHT["level"]).count(), "lacks the column `ratio`"),
    ],
)
def test_what_cannot_be_compared_says_why(value, phrase):
    with pytest.raises(NotPlain) as reason:
        table(value, COLUMNS)
    assert phrase in str(reason.value)
    assert not isinstance(reason.value, Blank)


def test_the_three_dots_are_a_blank():
    with pytest.raises(Blank):
        table(..., COLUMNS)


def test_what_is_read_is_a_copy():
    mine = RIGHT.copy()
    read = table(mine, COLUMNS)
    read.loc[0, "ratio"] = 99
    assert mine.equals(RIGHT)


@settings(deadline=None, max_examples=200)
@given(value=anything())
def test_any_object_gives_a_table_or_the_end_of_a_sentence(value):
    try:
        found = table(value, ["level"])
    except NotPlain as reason:
        assert str(reason).endswith((".", "?"))  # noqa: PT017
    else:
        assert list(found.columns) == ["level"]


@settings(deadline=None, max_examples=100)
@given(st.permutations(range(3)), st.lists(anything(), min_size=3, max_size=3))
def test_a_table_of_whatever_equals_itself_at_most_and_never_raises(order, values):
    mine = pd.DataFrame({"k": ["a", "b", "c"], "v": pd.Series(values, dtype=object)})
    assert isinstance(differs(mine.iloc[order], mine, ["k"]), str | None)
