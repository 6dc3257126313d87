from __future__ import annotations

import pandas as pd
import pytest

from weakties.lesson import table


def html_of(frame, **more):
    return table(pd.DataFrame(frame), caption="What it is", **more)._repr_mimebundle_()["text/html"]


def test_every_row_and_column_has_a_header_and_the_table_a_caption():
    frame = pd.DataFrame(
        {"mean": [0.024, 1.223]}, index=pd.Index(["neutral", "smile"], name="face")
    )

    html = table(frame, caption="Likability, in points")._repr_mimebundle_()["text/html"]

    assert "Likability, in points</caption>" in html
    assert "<th scope='col' style='text-align:left'>face</th>" in html
    assert "<th scope='row' style='text-align:left'>smile</th>" in html


def test_numbers_have_three_digits_and_counts_all_of_theirs():
    shown = str(
        table(
            pd.DataFrame(
                {"group": ["a"], "share": [0.317791], "mean": [13.716782], "people": [19796]}
            ),
            caption="Shares",
        )
    )

    assert shown.split()[-4:] == ["a", "0.318", "13.7", "19,796"]


def test_numbers_and_their_header_stand_right_words_and_theirs_left():
    html = html_of({"name": ["a", "b"], "said": ["yes", "no"], "mean": [1.0, float("nan")]})

    assert "text-align:left'>said</th>" in html
    assert "text-align:left'>yes</td>" in html
    assert "text-align:right'>mean</th>" in html
    assert "text-align:right'>1.00</td>" in html
    assert "text-align:right'>–</td>" in html


def test_a_unit_stands_in_the_header_of_its_column():
    assert ">mean (points)</th>" in html_of({"a": ["x"], "mean": [1.5]}, units={"mean": "points"})


def test_a_unit_of_no_column_is_refused():
    with pytest.raises(ValueError, match="no column 'median'"):
        html_of({"a": ["x"], "mean": [1.5]}, units={"median": "points"})


def test_a_table_without_rows_still_has_its_headers():
    assert ">mean</th>" in html_of({"a": [], "mean": []})


def test_what_stands_in_a_cell_is_escaped():
    assert "<b>" not in html_of({"name": ["<b>"]})
