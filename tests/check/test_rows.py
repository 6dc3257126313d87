"""What a table gives by its filters, with the words for it."""

from __future__ import annotations

import pandas as pd
import pytest

from weakties.check.rows import correlations, terms_of_rows

NOTES = pd.DataFrame(
    {
        "hours": [1.0, 2.0, 6.0, 7.0],
        "answered": [True, True, False, True],
        "good": [True, False, False, True],
    }
)


@pytest.fixture
def told():
    filters = {"that answered": NOTES["answered"], "that are good": NOTES["good"]}
    terms = terms_of_rows("notes", filters, {"hours": NOTES["hours"]})
    return {term.words: term.values[0] for term in terms}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the mean of hours over all notes", 4.0),
        ("the mean of hours over the notes that answered", 10 / 3),
        ("the sum of hours over the notes that are good ÷ the number of all notes", 2.0),
        ("the mean of hours over the notes that answered and that are good", 4.0),
        ("the share that are good among the notes that answered", 2 / 3),
        ("the share that answered among all notes", 0.75),
        ("the number of notes that answered", 3.0),
        ("the median of hours over all notes", 4.0),
    ],
)
def test_a_row_of_words_says_what_its_number_is(told, words, value):
    assert told[words] == pytest.approx(value)


def test_correlations_are_pearsons_spearmans_and_the_slope():
    x, y = pd.Series([1.0, 2.0, 4.0, 9.0]), pd.Series([0.0, 1.0, 1.0, 5.0])
    told = {term.words: term.values[0] for term in correlations({"x": x}, {"y": y})}
    assert told["the correlation of x with y"] == pytest.approx(x.corr(y))
    assert told["Spearman's rank correlation of x with y"] == pytest.approx(x.rank().corr(y.rank()))
    assert told["the covariance of x with y"] == pytest.approx(x.cov(y))
    assert told["the slope of y on x"] == pytest.approx(x.cov(y) / x.var())
