from __future__ import annotations

import pandas as pd
import pytest

from weakties.lesson import shares_by_group
from weakties.measures import wilson_interval


@pytest.fixture
def drawn():
    counts = pd.DataFrame({"hits": [2, 9], "cases": [10, 10]}, index=["few", "many"])
    return shares_by_group(
        counts, line=0.5, line_is="threshold", share_of="share that is good", groups="connections"
    )


def test_the_words_give_each_share_with_its_interval_and_the_line(drawn):
    low, high = wilson_interval(2, 10)
    assert f"few 20% ({low:.0%} to {high:.0%}); many 90%" in drawn.alt
    assert drawn.alt.startswith("Share that is good by connections, with 95% intervals")
    assert drawn.alt.endswith("Threshold: 50%.")


def test_the_numbers_stand_beside_it(drawn):
    assert list(drawn.table["connections"]) == ["few", "many"]
    assert list(drawn.table["share"]) == [0.2, 0.9]
    assert list(drawn.table["cases"]) == [10, 10]


def test_the_same_counts_give_the_same_drawing(drawn):
    counts = pd.DataFrame({"hits": [2, 9], "cases": [10, 10]}, index=["few", "many"])
    again = shares_by_group(
        counts, line=0.5, line_is="threshold", share_of="share that is good", groups="connections"
    )
    assert again.svg == drawn.svg
