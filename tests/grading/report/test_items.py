"""How each question did."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from grading.report.classes import ITEMS, WAITS, a_class, entries, noted, work
from weakties.grading.report.entries import Mark
from weakties.grading.report.items import item_figures


def figures(submissions, **how):
    return item_figures(entries(submissions, **how))


def test_difficulty_is_the_mean_share_of_the_points_among_those_graded():
    first, second, third = figures(
        {"ann": work(2, 3, None), "bo": work(1, 0, None), "cy": work(WAITS, 0, None)}
    )
    assert (first.difficulty, first.graded) == (0.75, 2)
    assert (second.difficulty, second.graded) == (pytest.approx(1 / 3), 3)
    assert (third.difficulty, third.difficulty_interval, third.graded) == (None, None, 0)


def test_the_interval_holds_the_share_and_stays_within_0_and_1():
    first, second, _ = figures({name: work(2, 0, None) for name in "abcdef"})
    assert first.difficulty == first.difficulty_interval[1] == 1.0
    assert second.difficulty == second.difficulty_interval[0] == 0.0
    assert first.difficulty_interval[0] == pytest.approx(0.61, abs=0.01)


def test_extra_credit_makes_no_question_easier():
    first, *_ = figures({"ann": work(Mark(auto=2.0, extra=5.0), 0, 0)})
    assert first.difficulty == 1.0


def test_discrimination_is_the_corrected_item_total_correlation():
    points = [(2, 3, 3), (2, 1, 0), (0, 2, 1), (1, 0, 0), (0, 0, 2)]
    found = figures({str(number): work(*row) for number, row in enumerate(points)})

    table = pd.DataFrame(points)
    for place, one in enumerate(found):
        expected = table[place].corr(table.drop(columns=place).sum(axis="columns"))
        assert one.discrimination == pytest.approx(expected)
        low, high = one.discrimination_interval
        assert low < one.discrimination < high


def test_discrimination_is_undefined_where_all_are_alike():
    first, *_ = figures({name: work(2, number, 0) for number, name in enumerate("abc")})
    assert (first.discrimination, first.discrimination_interval) == (None, None)


def test_a_question_that_is_worth_nothing_has_no_figures_and_harms_no_other():
    worthless = replace(ITEMS[1], points=0.0)
    rows = {"a": work(2, 0, 3), "b": work(0, 0, 0), "c": work(1, 0, 3)}
    first, second, _ = figures(rows, items=(ITEMS[0], worthless, ITEMS[2]))
    assert (second.difficulty, second.discrimination) == (None, None)
    assert first.discrimination == pytest.approx(0.87, abs=0.01)


def test_time_is_the_median_of_the_checks_that_ran():
    found = {"ann": noted(2, seconds=0.1), "bo": noted(0, seconds=0.3)}
    first, second, _ = figures({"ann": work(2, 3, 0), "bo": work(0, 3, 0)}, found=found)
    assert first.seconds == pytest.approx(0.2)
    assert second.seconds is None


def test_nobody_makes_no_figure():
    assert [one.difficulty for one in figures({})] == [None, None, None]


def test_those_without_grades_count_for_no_question():
    assert [one.graded for one in a_class().items] == [4, 4, 2]
