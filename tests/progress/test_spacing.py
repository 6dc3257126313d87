"""Leitner's boxes: what is known comes back later and later, what is not comes back today."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.progress.spacing import DAYS, WENT, Waiting, after

DOCUMENT = Path(__file__).parents[2] / "docs" / "progress.md"
DAY = date(2026, 10, 3)
WORDS = st.sampled_from(WENT)
WAITING = st.none() | st.integers(0, len(DAYS) - 1).map(lambda box: Waiting(box, DAY))
DAYS_ON = st.dates(DAY, date(2036, 1, 1))


def wait(before, went, on=DAY):
    return (after(before, went, on).due - on).days


@given(before=WAITING, on=DAYS_ON)
def test_what_went_well_waits_at_least_as_long_as_before_and_longer_until_the_last_box(before, on):
    waited = DAYS[before.box] if before else 0
    assert wait(before, "good", on) > waited or waited == DAYS[-1]
    assert wait(before, "good", on) >= waited


@given(before=WAITING, on=DAYS_ON)
def test_what_was_not_known_comes_back_the_same_day(before, on):
    assert after(before, "again", on) == Waiting(0, on)


@given(before=WAITING)
def test_the_better_it_went_the_longer_it_waits(before):
    again, hard, good, easy = (wait(before, went) for went in WENT)
    assert again < hard <= good <= easy


@given(words=st.lists(WORDS, max_size=40))
def test_whatever_is_said_in_whatever_order_a_card_is_in_a_box_and_never_due_in_the_past(words):
    waiting, today = None, DAY
    for went in words:
        waiting = after(waiting, went, today)
        assert waiting.box in range(len(DAYS))
        assert waiting.due >= today
        today = waiting.due + timedelta(days=1)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (("good",) * 6, [1, 3, 7, 21, 60, 60]),
        (("easy", "easy", "easy"), [3, 21, 60]),
        (("hard", "hard", "good", "again", "good"), [1, 1, 3, 0, 1]),
    ],
)
def test_a_card_waits_one_box_after_the_other(words, days):
    waiting, waits = None, []
    for went in words:
        waits.append(wait(waiting, went))
        waiting = after(waiting, went, DAY)
    assert waits == days


def test_the_document_gives_the_same_days():
    *most, last = map(str, DAYS)
    assert f"for {', '.join(most)} or {last} days" in DOCUMENT.read_text(encoding="utf-8")
