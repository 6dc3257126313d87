"""Moments as LinkedIn writes them are read many at once as one by one; any other text is left."""

from __future__ import annotations

import random
from datetime import datetime

import pytest

from weakties.linkedin.dates.usual import usual_moments

FORM = "%Y-%m-%d %H:%M:%S UTC"


def test_moments_are_those_that_one_reads_one_by_one():
    chance = random.Random(7)
    texts = [
        f"{chance.choice((1, 1900, 2000, 2023, 2024, 9999)):04}-{chance.randrange(14):02}-"
        f"{chance.randrange(33):02} {chance.randrange(26):02}:{chance.randrange(62):02}:"
        f"{chance.randrange(60):02} UTC"
        for _ in range(5_000)
    ]
    expected = []
    for text in texts:
        try:
            expected.append(datetime.strptime(text, FORM))  # noqa: DTZ007 - it is UTC
        except ValueError:
            expected.append(None)

    found = usual_moments(texts).tolist()

    assert found == expected
    assert 1_000 < sum(moment is None for moment in found) < 4_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        " " * 23,
        "0000-03-15 10:20:30 UTC",
        "2024-03-15T10:20:30 UTC",
        "2024-03-15 10:20:30 utc",
        "2024-03-15  0:20:30 UTC",
        "2024-03-15 10:20:60 UTC",
        "2024-03-15 10:20:30 UTC ",
        "٢024-03-15 10:20:30 UTC",
        "/024-03-15 10:20:30 UTC",
        "202:-03-15 10:20:30 UTC",
        "\ud800024-03-15 10:20:30 UTC",
    ],
)
def test_a_text_that_is_written_otherwise_is_left_and_harms_no_other(text):
    good = "2024-02-29 10:20:30 UTC"

    first, left, last = usual_moments([good, text, good]).tolist()

    assert left is None
    assert first == last == datetime(2024, 2, 29, 10, 20, 30)  # noqa: DTZ001 - it is UTC


def test_no_texts_have_no_moments():
    assert usual_moments([]).tolist() == []
