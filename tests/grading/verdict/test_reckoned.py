"""What a key comes to travels as text, and comes back as it went or not at all."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from weakties.check.reckoned import Comparison, Later, Reads, Reckoned
from weakties.grading.verdict.reckoned import as_text, from_text


def of(*values):
    given = Comparison(
        "close", "x", values, {"within": 0.1, "slips": Later([(1.5, "half of it.")])}
    )
    return Reckoned("demo-q1", "open", Reads({"x": "answer"}, ("sum",)), (given,))


@pytest.mark.parametrize(
    "value",
    [
        0.1 + 0.2, 7, True, None, "ä\n", [1, [2]], (1, ("a", None)), {"a": 1, 2: (3,)}, {1, "a"},
        frozenset({"b"}), math.inf, np.float64(0.1), np.int64(3), np.bool_(True), np.float32(0.5), ["list", 1],
    ],
)  # fmt: skip
def test_a_plain_value_comes_back_as_it_went(value):
    [back] = from_text(as_text(of(value))).comparisons[0].arguments
    assert type(back) is type(value)
    assert back == value


def test_all_that_is_known_comes_back():
    assert from_text(as_text(of(1, 2))) == of(1, 2)


@pytest.mark.parametrize(
    "value", [pd.DataFrame({"a": [1]}), lambda x: x, [object()], type("Number", (float,), {})(1.0)]
)
def test_what_is_not_plain_is_not_sent(value):
    assert as_text(of(value)) == ""


def test_nothing_is_sent_where_nothing_was_taken_down():
    assert as_text(None) == ""
